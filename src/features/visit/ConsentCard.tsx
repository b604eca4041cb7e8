import { View } from '@tarojs/components'
import type { DoorConsent, DoorView } from '../../../contract/door'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { consentMark, notSentWords, spanWords } from './doorWording'

interface Props {
  committeeId: string
  consent: DoorConsent
  onAnswered: (door: DoorView) => void
  /** Whoever serves the household goes as it allows. */
  onGo?: (consent: DoorConsent) => void
  busy?: boolean
}

/** One question to the household: who, for what, when, once; and its answer. */
export function ConsentCard({ committeeId, consent, onAnswered, onGo, busy = false }: Props) {
  const { id: consentId, who, purpose, fromAt, untilAt, askedBy, askedAt, steps } = consent
  const { word, tone, icon } = consentMark(consent)
  const answer = useCommand(['visit', 'answerConsent'], { onDone: onAnswered })
  const say = (said: 'give' | 'refuse' | 'withdraw') => answer.send({ committeeId, consentId, answer: said }, `${who}上门`)
  const sending = answer.state === 'sending'
  return (
    <Card pad label={`${who}上门，${word}`}>
      <View className='stack'>
        <View>
          <View className='line'>
            <View className='grow'><Heading>{who}</Heading></View>
            <Tag tone={tone} icon={icon}>{word}</Tag>
          </View>
          <View>{purpose}</View>
          <View className='sub ink2'>{`${spanWords(fromAt, untilAt)}，只这一次`}</View>
          <View className='sub ink2'>{`${askedBy} ${momentWord(askedAt)} 问的`}</View>
        </View>
        {steps.includes('give') && <View className='sub ink2'>同意了，只有这个人、这段时间能来，过时自动作废。不同意也不要紧，我们用别的办法。</View>}
        {answer.refusal && <Note tone='brick'>{notSentWords(answer.refusal)}</Note>}
        {answer.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {answer.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网自动送出。</Note>}
        {answer.state !== 'waiting' && (steps.includes('give') || steps.includes('withdraw') || (steps.includes('go') && onGo)) && (
          <View className='acts'>
            {steps.includes('refuse') && <Button look='plain' busy={sending} label={`不同意${who}上门`} onTap={() => say('refuse')}>不同意</Button>}
            {steps.includes('give') && <Button look='soft' busy={sending} label={`同意${who}这一次`} onTap={() => say('give')}>同意这一次</Button>}
            {steps.includes('withdraw') && <Button look='plain' busy={sending} label={`收回，${who}不要来`} onTap={() => say('withdraw')}>收回，不要来了</Button>}
            {steps.includes('go') && onGo && <Button look='soft' busy={busy} label={`按这个安排${who}上门`} onTap={() => onGo(consent)}>按这个安排上门</Button>}
          </View>
        )}
      </View>
    </Card>
  )
}
