import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Section } from '../../ui/Section'
import { RightCard } from './RightCard'
import './rights.scss'

/** What people asked about their information: open ones first, the one due first at the top. */
export function RightsDesk({ committeeId }: { committeeId: string }) {
  const list = useRead(['rights', 'list'], { committeeId })
  const [done, setDone] = useState('')
  const items = list.data?.items ?? []
  const [open, past] = [items.filter(({ state }) => state === 'open'), items.filter(({ state }) => state !== 'open')]
  const card = (request: (typeof items)[number]) => (
    <RightCard key={request.id} request={request} onMoved={list.again} onDone={(words) => { setDone(words); list.again() }} />
  )
  return (
    <View className='stack'>
      <View className='sub ink2'>居民问起自己的信息，15 个工作日里要有答复。看、改、删都是居民的权利，不同意要说得出理由。</View>
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again} empty={items.length === 0 && (list.refusal ? <Empty icon='lock' title='这一页给主任和书记' note='居民问自己的信息，由他们来答。' /> : <Empty icon='lock' title='没有人问' note='居民在“我的信息”里说的，会到这里。' />)}>
        {open.map(card)}
        {past.length > 0 && <Section title='答过的（一年内）' />}
        {past.map(card)}
      </Loadable>
    </View>
  )
}
