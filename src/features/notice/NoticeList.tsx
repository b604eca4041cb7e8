import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { NoticeLine } from '../../../contract/notice'
import { useCommand } from '../../api/command'
import { useReadPages } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Link } from '../../ui/Link'
import { Loadable } from '../../ui/Loadable'
import { Segmented } from '../../ui/Segmented'
import { setUnread } from '../../ui/unread'
import { NoticeRow } from './NoticeRow'
import { inWeChat, useAsking } from './useAsking'
import { noticeFilterWords } from './wording'
import './notice.scss'

type Filter = keyof typeof noticeFilterWords
const filters = (Object.keys(noticeFilterWords) as Filter[]).map((value) => ({ value, word: noticeFilterWords[value] }))

/** What the reader was told, a line a matter; where a line leads depends on who reads, so the page says. */
export function NoticeList({ onOpen }: { onOpen: (line: NoticeLine) => void }) {
  const [filter, setFilter] = useState<Filter>('all')
  const { items, first, waiting, failed, offlineSince, again, hasMore, more, readingMore } = useReadPages(['notice', 'list'], { filter })
  const readAll = useCommand(['notice', 'markRead'], { onDone: () => readAll.reset() })
  // Who opens an answer may be asked in the same tap whether WeChat may bring the next one.
  const asking = useAsking('answer', { enabled: items.some(isAnswer) })
  const unread = first?.unread
  useEffect(() => {
    if (unread !== undefined) setUnread(unread)
  }, [unread])
  return (
    <>
      <Segmented label='看哪些' options={filters} value={filter} onChange={setFilter} />
      <Loadable waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again} empty={items.length === 0 && <NoNotice filter={filter} />}>
        {unread !== undefined && unread > 0 && (
          <View className='line notice-unread'>
            <View className='sub ink2 grow'>{`${unread} 条没看`}</View>
            <Link label={`${unread} 条没看，全部看过`} onTap={() => readAll.send({})}>全部看过</Link>
          </View>
        )}
        <Card label='消息'>
          {items.map((line) => <NoticeRow key={line.id} line={line} onTap={() => { if (isAnswer(line)) void asking.ask(); onOpen(line) }} />)}
        </Card>
        {!hasMore && inWeChat && <View className='older meta ink2'>晚上九点到早上八点，微信里不提醒，有危险除外</View>}
        {hasMore && <View className='older'><Button small look='plain' busy={readingMore} onTap={more}>再往前看</Button></View>}
      </Loadable>
    </>
  )
}

const isAnswer = ({ about, reader }: NoticeLine) => reader === 'filer' && (about === 'demandAnswered' || about === 'answerWaiting')

function NoNotice({ filter }: { filter: Filter }) {
  if (filter === 'myTurn') return <Empty icon='check' title='没有等您办的' note='有要您看看、确认的，会到这里' />
  return <Empty icon='message' title='还没有消息' note='有答复会先到这里' />
}
