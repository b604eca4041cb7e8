import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { ChipGroup } from '../../ui/ChipGroup'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Select } from '../../ui/Select'
import { HouseGrid } from './HouseGrid'
import { HouseLegend } from './HouseLegend'
import { homesOf, partsOf, type HouseFilter } from './houseSections'
import './houses.scss'

const filters: { value: HouseFilter; word: string }[] = [
  { value: 'all', word: '全部' }, { value: 'unreached', word: '该联系了' }, { value: 'waiting', word: '在等的' }, { value: 'A', word: 'A 线上联系' }, { value: 'B', word: 'B 一般走访' }, { value: 'C', word: 'C 常去看看' },
]
/** More buildings than these are picked from a list. */
const fewBuildings = 8

/** One building at a time, floor by floor: who was reached, who waits, and how each home wishes to be met. */
export function HouseMap({ committeeId }: { committeeId: string }) {
  const [blockId, setBlock] = useState('')
  const [buildingId, setBuilding] = useState('')
  const [filter, setFilter] = useState<HouseFilter>('all')
  const [at, setAt] = useState('')
  // The first stays when the next building can not be read, so that there is a way back.
  const base = useRead(['household', 'map'], { committeeId, ...(blockId && { blockId }) })
  const picked = useRead(['household', 'map'], { committeeId, buildingId }, { enabled: buildingId !== '' })
  const map = buildingId === '' ? base : picked
  const { blocks = [], buildings = [] } = base.data ?? {}
  const shown = map.data?.building
  const figures = (map.data ?? base.data)?.buildings.find(({ id }) => id === (buildingId || shown?.id))
  const all = map.data?.homes ?? []
  const homes = homesOf(all, filter)
  const parts = partsOf(homes)
  const part = parts.find(({ word }) => word === at) ?? parts[0]
  const chooseBlock = (id: string) => {
    setBlock(id)
    setBuilding('')
    setAt('')
  }
  const chooseBuilding = (id: string) => {
    setBuilding(id)
    setAt('')
  }
  const chosen = buildingId || base.data?.building?.id || null
  return (
    <View className='stack'>
      <Loadable waiting={base.waiting} failed={base.failed} onAgain={base.again} empty={base.data?.building === null && <Empty icon='home' title='还没有楼' note='楼和门牌由居委会建好以后，会在这里。' />}>
        {(blocks.length > 1 || buildings.length > fewBuildings) && (
          <View className='houses-pick'>
            {blocks.length > 1 && <Select id='map-block' label='哪一块' options={blocks.map(({ id, name }) => ({ value: id, word: name }))} value={blockId || (base.data?.blockId ?? null)} onChange={chooseBlock} />}
            {buildings.length > fewBuildings && <Select id='map-building' label='哪一栋' options={buildings.map(({ id, name }) => ({ value: id, word: name }))} value={chosen} onChange={chooseBuilding} />}
          </View>
        )}
        {buildings.length <= fewBuildings && <ChipGroup label='哪一栋' options={buildings.map(({ id, name }) => ({ value: id, word: name }))} value={chosen} onChange={chooseBuilding} tabs />}
        <Loadable waiting={map.waiting} failed={map.failed} offlineSince={map.offlineSince} onAgain={map.again} empty={map.data !== undefined && all.length === 0 && <Empty icon='home' title='这栋还没有门牌' note='门牌由居委会建好以后，会在这里。' />}>
          {shown && figures && <View className='sub ink2'>{`${shown.name}：${figures.homes} 户，${figures.unreached} 户该联系了，${figures.waiting} 户在等`}</View>}
          <ChipGroup label='看哪些' options={filters} value={filter} onChange={(next) => { setFilter(next); setAt('') }} tabs />
          {parts.length > 1 && <ChipGroup label='哪几层' options={parts.map(({ word }) => ({ value: word, word }))} value={part?.word ?? null} onChange={setAt} tabs />}
          {part
            ? <HouseGrid floors={part.floors} onOpen={(householdId) => go('archive/household', { committeeId, householdId })} />
            : <Empty icon='home' title={`${shown?.name ?? '这栋'}没有这样的`} note='换一个条件，或者换一栋。' action={{ word: '看全部', onTap: () => setFilter('all') }} />}
        </Loadable>
        <HouseLegend />
      </Loadable>
    </View>
  )
}
