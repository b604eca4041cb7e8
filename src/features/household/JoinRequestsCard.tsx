import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { JoinRequest } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { useLatest } from '../../ui/useLatest'
import { fieldWrong, notSentWords, relationWords } from './wording'

interface Props {
  request: JoinRequest
  onDone: (words: string) => void
  /** Somebody else has decided meanwhile. */
  onMoved: () => void
}

type Choice = 'confirm' | 'refuse'

/** One request; each way says what happens before it is taken. */
export function JoinRequestsCard({ request, onDone, onMoved }: Props) {
  const { id: requestId, label, blockName, name, relation, message, askedAt, members } = request
  const [choice, setChoice] = useState<Choice | null>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const decide = useCommand(['household', 'decideRequest'], {
    onDone: () => onDone(choice === 'refuse' ? `没有同意${name}加入 ${label}，理由已经告诉对方。` : `同意了，${name}现在是 ${label} 的人，已经告诉对方。`),
  })
  const moved = useLatest(onMoved)
  const late = decide.refusal === 'WrongStep'
  useEffect(() => {
    if (late) moved.current()
  }, [late, moved])

  const send = () => {
    if (choice === 'refuse' && reason.trim() === '') setWrong(fieldWrong.reason)
    else if (choice) decide.send({ requestId, decision: choice, reason: reason.trim() }, `${name}，${label}`)
  }
  const busy = decide.state === 'sending'
  return (
    <Card label={`${name}申请加入 ${label}`} pad>
      <View className='stack'>
        <View>
          <Heading>{`${name}，${relationWords[relation]}`}</Heading>
          <View className='ink2'>{`${label}（${blockName}）`}</View>
          <View className='sub ink2'>{`${momentWord(askedAt)} 申请。${members > 0 ? `这户已有 ${members} 人在用，可以先问问他们` : '这户还没有人在用'}`}</View>
        </View>
        {message !== '' && <Note icon='message'>{message}</Note>}
        {decide.state === 'waiting' && <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>}
        {decide.refusal && <Note tone='brick'>{notSentWords(decide.refusal)}</Note>}
        {decide.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {choice === null && (
          <View className='acts'>
            <Button look='plain' label={`不同意${name}加入`} onTap={() => setChoice('refuse')}>不同意</Button>
            <Button look='soft' label={`同意${name}加入`} onTap={() => setChoice('confirm')}>同意</Button>
          </View>
        )}
        {choice === 'confirm' && <View className='sub'>{`同意以后，${name}能替这户说事，看到这户怎么联系。不认识的，先打个招呼问清楚。`}</View>}
        {choice === 'refuse' && (
          <TextArea id={`refuse-${requestId}`} label='为什么不同意' hint={`${name}会看到这句话，改好以后可以再申请。`} value={reason} onChange={(text) => { setReason(text); setWrong('') }} wrong={wrong} maxLength={200} />
        )}
        {choice !== null && decide.state !== 'waiting' && (
          <View className='acts'>
            <Button look='plain' onTap={() => { setChoice(null); decide.reset() }}>再想想</Button>
            <Button look={choice === 'refuse' ? 'danger' : 'solid'} busy={busy} onTap={send}>{choice === 'refuse' ? '不同意，说明理由' : '同意加入'}</Button>
          </View>
        )}
      </View>
    </Card>
  )
}
