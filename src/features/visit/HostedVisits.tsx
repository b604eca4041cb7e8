import { View } from '@tarojs/components'
import { useState } from 'react'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Section } from '../../ui/Section'
import { Segmented } from '../../ui/Segmented'
import { daysUntil } from '../../ui/dates'
import { InviteForm } from './InviteForm'
import { SlotBoard } from './SlotBoard'
import { VisitRow } from './VisitRow'
import './visit.scss'

type Tab = 'open' | 'slots' | 'past'
const tabs: { value: Tab; word: string }[] = [{ value: 'open', word: '要聊的' }, { value: 'slots', word: '我的时间' }, { value: 'past', word: '聊过的' }]

/** Whom the reader talks with, and when they are open to it. With a door, the reader comes from its archive and would like to ask it. */
export function HostedVisits({ committeeId, door }: { committeeId: string; door?: string }) {
  const [tab, setTab] = useState<Tab>('open')
  return (
    <View className='stack'>
      <Segmented label='看哪些' options={tabs} value={tab} onChange={setTab} />
      {tab === 'slots' ? <SlotBoard committeeId={committeeId} /> : <Visits key={tab} committeeId={committeeId} filter={tab} door={door} />}
    </View>
  )
}

function Visits({ committeeId, filter, door }: { committeeId: string; filter: 'open' | 'past'; door: string | undefined }) {
  const [inviting, setInviting] = useState(door !== undefined)
  const { items, waiting, failed, offlineSince, again, hasMore, more, readingMore } = useReadPages(['visit', 'listHosted'], { filter })
  const groups = filter === 'past' ? [{ title: '聊过的', visits: items }] : [
    { title: '等您的', visits: items.filter(({ turn }) => turn === 'mine') },
    { title: '今天', visits: items.filter(({ turn, startsAt }) => turn !== 'mine' && startsAt !== null && daysUntil(startsAt) <= 0) },
    { title: '接下来', visits: items.filter(({ turn, startsAt }) => turn !== 'mine' && startsAt !== null && daysUntil(startsAt) > 0) },
    { title: '等对方的', visits: items.filter(({ turn, startsAt }) => turn !== 'mine' && startsAt === null) },
  ]
  return (
    <>
      {filter === 'open' && (inviting
        ? <InviteForm committeeId={committeeId} at={door} onClose={() => setInviting(false)} onDone={(visitId) => go('leader/visit', { committeeId, visitId })} />
        : <Button wide look='soft' icon='plus' onTap={() => setInviting(true)}>约一户聊聊</Button>)}
      <Loadable
        waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again}
        empty={items.length === 0 && <Empty icon='visit' title={filter === 'open' ? '现在没有约' : '还没有聊过的'} note='把您有空的时间放出去，晚上也行，居民自己来挑' />}
      >
        {groups.filter(({ visits }) => visits.length > 0).map(({ title, visits }) => (
          <View key={title} className='stack'>
            <Section title={title} count={visits.length} />
            <Card label={title}>{visits.map((visit) => <VisitRow key={visit.id} visit={visit} onTap={() => go('leader/visit', { committeeId: visit.committeeId, visitId: visit.id })} />)}</Card>
          </View>
        ))}
        {hasMore && <View className='older'><Button small look='plain' busy={readingMore} onTap={more}>再往后看</Button></View>}
      </Loadable>
    </>
  )
}
