import { Text, View } from '@tarojs/components'
import { useQueue } from '../../api/queue'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { notSentWords, stepWords } from './wording'

const stepOf: Record<string, string> = {
  'demand/reply': stepWords.reply, 'demand/answer': stepWords.answer, 'demand/note': stepWords.note,
  'demand/accept': stepWords.accept, 'demand/takeOver': '我来办', 'demand/handOver': '转交', 'demand/ask': stepWords.ask, 'demand/resume': stepWords.resume, 'demand/bounce': stepWords.bounce,
  'demand/takeToMeeting': stepWords.takeToMeeting, 'demand/transfer': stepWords.transfer, 'demand/askMoreTime': stepWords.askMoreTime, 'demand/grantMoreTime': stepWords.grantMoreTime, 'demand/refuseMoreTime': stepWords.refuseMoreTime,
  'demand/snooze': stepWords.snooze, 'demand/unsnooze': '不放了',
}

/** What was done here and the server does not have yet, or would not take. */
export function InboxQueue() {
  const { items, retry, discard } = useQueue()
  const own = items.filter(({ method }) => method in stepOf)
  if (own.length === 0) return null
  return (
    <View className='stack'>
      <Section title='还在这台手机里' />
      <Card label='还在这台手机里'>
        {own.map(({ key, method, input, label, at, state, refusal }) => (
          <View key={key} className='row'>
            <View className='grow'>
              <View className='line staff-above'>
                {state === 'waiting' ? <Tag tone='lamp' icon='upload'>待上传</Tag> : <Tag tone='brick' icon='alert'>没送出</Tag>}
                <Text className='meta ink2'>{`您 ${momentWord(at)} ${stepOf[method]}`}</Text>
              </View>
              <View className='head two'>{label}</View>
              <View className='sub ink2 two'>{(input as { text?: string }).text ?? ''}</View>
              {state === 'refused' && <View className='sub ink2'>{notSentWords(refusal)}</View>}
              {state === 'refused' && (
                <View className='line staff-note-acts'>
                  <Button small look='plain' onTap={() => retry(key)}>再送一次</Button>
                  <Button small look='plain' onTap={() => discard(key)}>不送了</Button>
                </View>
              )}
            </View>
          </View>
        ))}
      </Card>
    </View>
  )
}
