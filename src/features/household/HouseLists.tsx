import { View } from '@tarojs/components'
import { useState, type ComponentType } from 'react'
import type { HouseList } from '../../../contract/houseMap'
import { useRead, useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ChipGroup } from '../../ui/ChipGroup'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Select } from '../../ui/Select'
import { useTextScale } from '../../ui/textScale'
import { useWideWindow } from '../../ui/wideWindow'
import { HouseRow } from './HouseRow'
import { HouseTable } from './HouseTable'
import { houseListWords } from './houseWording'
import './houses.scss'

export interface ListPlace { committeeId: string; list: HouseList; blockId?: string; buildingId?: string }

interface Props {
  committeeId: string
  /** Takes the list out as a file. */
  Export?: ComponentType<ListPlace>
}

const every = 'every'
/** What asks for something first. */
const order: readonly HouseList[] = ['careDue', 'noChannel', 'A', 'C', 'B', 'vacant']

/** Households of one kind, of all the committee or a block or a building of it. */
export function HouseLists({ committeeId, Export }: Props) {
  const { elder } = useTextScale()
  const wide = useWideWindow()
  const [list, setList] = useState<HouseList>('careDue')
  const [blockId, setBlock] = useState('')
  const [buildingId, setBuilding] = useState('')
  const place = { committeeId, list, ...(blockId && { blockId }), ...(buildingId && { buildingId }) }
  const blocks = useRead(['household', 'map'], { committeeId, ...(blockId && { blockId }) })
  const lines = useReadPages(['household', 'listHouses'], place)
  const { items, first, hasMore, readingMore, more } = lines
  const open = (householdId: string) => go('archive/household', { committeeId, householdId })
  const places = [{ value: every, word: '各块' }, ...(blocks.data?.blocks ?? []).map(({ id, name }) => ({ value: id, word: name }))]
  const buildings = [{ value: every, word: '各栋' }, ...(blocks.data?.buildings ?? []).map(({ id, name }) => ({ value: id, word: name }))]
  return (
    <View className='stack'>
      <ChipGroup label='看哪些' options={order.map((one) => ({ value: one, word: houseListWords[one].word }))} value={list} onChange={setList} scroll={!wide && !elder} tabs />
      <View className='houses-pick'>
        <Select id='houses-block' label='哪一块' options={places} value={blockId || every} onChange={(id) => { setBlock(id === every ? '' : id); setBuilding('') }} />
        {blockId !== '' && <Select id='houses-building' label='哪一栋' options={buildings} value={buildingId || every} onChange={(id) => setBuilding(id === every ? '' : id)} />}
      </View>
      <View className='line'>
        <View className='grow sub ink2'>{`${first ? `共 ${first.total} 户。` : ''}${houseListWords[list].note}`}</View>
        {Export && first !== undefined && first.total > 0 && <Export {...place} />}
      </View>
      <Loadable waiting={lines.waiting} failed={lines.failed} offlineSince={lines.offlineSince} onAgain={lines.again} empty={items.length === 0 && <Empty icon='home' title='这里没有住户' note={`${houseListWords[list].note}，会在这里。`} />}>
        <Card label={houseListWords[list].word}>
          {wide && !elder ? <HouseTable lines={items} due={list === 'careDue'} onOpen={open} /> : items.map((line) => <HouseRow key={line.id} line={line} onTap={() => open(line.id)} />)}
        </Card>
        {hasMore && <Button look='soft' wide={!wide} small={wide} busy={readingMore} onTap={more}>再看 30 户</Button>}
      </Loadable>
    </View>
  )
}
