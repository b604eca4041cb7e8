import { View } from '@tarojs/components'
import type { CommitteeFilter } from '../../../contract/demand/lists'
import type { Overview } from '../../../contract/demand/overview'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { openCommitteeList } from './committeeQuery'

/** Where a matter waits for somebody else, in the order in which one can help. */
const places: readonly { filter: CommitteeFilter; of: (data: Overview) => number; word: string; note: string }[] = [
  { filter: 'moreTime', of: ({ moreTime }) => moreTime, word: '申请延长，等人定', note: '主任或书记点一下，居民才知道新的日子' },
  { filter: 'offered', of: ({ offered }) => offered, word: '转出去，还没人接', note: '没接下之前，原来的人管着' },
  { filter: 'escalated', of: ({ escalated }) => escalated, word: '已经往上报', note: '超期以后告诉了主任、科室或处级干部' },
  { filter: 'atMeeting', of: ({ atMeeting }) => atMeeting, word: '等例会议', note: '一个人定不了的' },
  { filter: 'outside', of: ({ outside }) => outside, word: '在外面办', note: '物业、业委会、12345，我们还盯着' },
]

/** What stands still because somebody else has to move; nothing is drawn where nothing waits. */
export function OverviewStuck({ data }: { data: Overview }) {
  const waiting = places.filter(({ of }) => of(data) > 0)
  if (waiting.length === 0) return null
  return (
    <Card label='卡在哪里'>
      <View className='pad staff-card-head'><Heading>卡在哪里</Heading></View>
      {waiting.map(({ filter, of, word, note }) => (
        <Row key={filter} title={word} note={note} value={`${of(data)} 件`} label={`${word}，${of(data)} 件`} onTap={() => openCommitteeList({ filter })} />
      ))}
    </Card>
  )
}
