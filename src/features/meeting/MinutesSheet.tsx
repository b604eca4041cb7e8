import { View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { clock, fullDay, shortDay } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { lateWords, outcomeWords } from './wording'
import './meeting.scss'

/** The minutes on one sheet of paper, in large type: no resident is named, whatever was written. */
export function MinutesSheet({ committeeId, meetingId }: { committeeId: string; meetingId: string }) {
  const read = useRead(['meeting', 'minutes'], { committeeId, meetingId })
  const minutes = read.data
  return (
    <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again} empty={read.refusal !== null && <Empty icon='doc' title='还没有会议记录' note='散会以后才有，给管整个居委会的人看。' />}>
      {minutes && (
        <View className='minutes'>
          {process.env.TARO_ENV === 'h5' && <View className='minutes-print'><Button icon='print' onTap={() => window.print()}>打印</Button></View>}
          <View className='minutes-paper'>
            <Heading level={1} size='large'>{`${minutes.committeeName} 工作例会记录`}</Heading>
            <View className='minutes-facts'>
              <View>{`时间：${fullDay(minutes.day)} ${clock(minutes.openedAt)}–${clock(minutes.closedAt)}`}</View>
              <View>{`主持：${minutes.chair}`}</View>
              <View>{`到会：${minutes.present.map((name) => lateWords(name, minutes.cameLater.find((one) => one.name === name)?.at)).join('、')}`}</View>
            </View>
            {minutes.followed.length > 0 && <Heading>上次交办的</Heading>}
            {minutes.followed.map(({ title, owner, done, words }, index) => <View key={index} className='minutes-item'>{`${title}（${owner}）：${done ? '办好了' : '没办成'}${words && `。${words}`}`}</View>)}
            <Heading>这次定的</Heading>
            {minutes.items.length === 0 && <View className='minutes-item'>没有议定的事项。</View>}
            {minutes.items.map(({ seq, number, title, facts, outcome, words, owner, dueOn }) => (
              <View key={seq} className='minutes-item'>
                <View className='strong'>{`${seq}. ${title}${number ? `（${number}）` : ''}`}</View>
                {facts !== '' && <View>{`情况：${facts}`}</View>}
                <View>{`${outcomeWords[outcome].said}：${words}`}</View>
                {owner && dueOn && <View>{`${owner}，${shortDay(dueOn)} 前`}</View>}
              </View>
            ))}
            {minutes.carried.length > 0 && <Heading>没议到，转到下次</Heading>}
            {minutes.carried.map((title, index) => <View key={index} className='minutes-item'>{title}</View>)}
          </View>
        </View>
      )}
    </Loadable>
  )
}
