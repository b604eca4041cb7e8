import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { HouseholdLine } from '../../../contract/household'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { SearchBox } from '../../ui/SearchBox'
import { Tag } from '../../ui/Tag'
import { useSettled } from '../../ui/useSettled'
import { noHomeVisitsWord, wishForStaff } from './wording'

/** Households of the reader's blocks, by building and room: doors, never names. */
export function HouseholdList({ committeeId }: { committeeId: string }) {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const list = useReadPages(['household', 'listOfBlock'], search === '' ? {} : { search })
  const { items, first } = list
  const empty = search === ''
    ? <Empty icon='home' title='您这一块还没有住户' note='楼和门牌由居委会建好以后，会在这里。' />
    : <Empty icon='search' title={`没找到“${search}”`} note='照门牌写，像 12号楼 602。' />
  return (
    <View className='stack'>
      <Button look='soft' wide icon='grid' onTap={() => go('archive/house-map')}>按楼看</Button>
      <SearchBox value={typed} onChange={setTyped} placeholder='搜楼号、室号' />
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again} empty={items.length === 0 && empty}>
        {first && <View className='sub ink2'>{`共 ${first.total} 户，其中 ${first.noHomeVisits} 户不要上门`}</View>}
        <Card label='住户'>
          {items.map((line) => <Line key={line.id} line={line} onTap={() => go('archive/household', { committeeId, householdId: line.id })} />)}
        </Card>
        {list.hasMore && <Button look='soft' wide busy={list.readingMore} onTap={list.more}>再看 30 户</Button>}
      </Loadable>
    </View>
  )
}

function Line({ line: { label, people, members, openDemands, wish }, onTap }: { line: HouseholdLine; onTap: () => void }) {
  const using = members > 0 ? `${members} 人在用小程序` : '还没有人用小程序'
  const way = wish.noHomeVisits || wish.hours || wish.never.length > 0 || wish.channels.length > 0
  return (
    <View className='row tappable' {...accessible({ role: 'button', label: `${label}${wish.noHomeVisits ? `，${noHomeVisitsWord}` : ''}`, onTap })}>
      <View className='grow'>
        <View className='line'>
          <View className='head'>{label}</View>
          {wish.noHomeVisits && <Tag tone='lamp' icon='door'>{noHomeVisitsWord}</Tag>}
        </View>
        <View className='sub ink2'>{`住 ${people} 人，${using}`}</View>
        {way && <View className='meta ink2'>{wishForStaff({ ...wish, noHomeVisits: false, never: wish.never.filter((channel) => channel !== 'door' || !wish.noHomeVisits) })}</View>}
      </View>
      {openDemands > 0 && <Text className='row-value nb'>{`${openDemands} 件在办`}</Text>}
    </View>
  )
}
