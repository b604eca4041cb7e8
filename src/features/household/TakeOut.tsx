import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Door } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { TextArea } from '../../ui/TextArea'
import { fieldWrong, notSentWords } from './wording'

interface Props {
  committeeId: string
  label: string
  resident: Door['residents'][number]
  onDone: () => void
}

/** Only for who has moved away; whoever uses the app reads the reason. */
export function TakeOut({ committeeId, label, resident: { id: residentId, name, inApp }, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const remove = useCommand(['household', 'removeMember'], { onDone })
  const send = () => {
    if (reason.trim().length < 2) setWrong(fieldWrong.reason)
    else remove.send({ committeeId, residentId, reason: reason.trim() }, `${label} 移出${name}`)
  }
  if (!asking) return <View className='door-act'><Button small look='plain' label={`${name}搬走了`} onTap={() => setAsking(true)}>搬走了</Button></View>
  return (
    <View className='stack door-act'>
      <TextArea id={`out-${residentId}`} label={`${name}为什么移出`} hint={inApp ? `${name}会看到这句话。说过的事还照样办。` : '留在记录里，三十天后名字会去掉。'} value={reason} onChange={(text) => { setReason(text); setWrong('') }} wrong={wrong} maxLength={200} />
      {remove.state === 'waiting' && <Note tone='lamp' icon='upload'>待上传：没有网络，联网自动送出。</Note>}
      {(remove.refusal || remove.state === 'failed') && <Note tone='brick'>{notSentWords(remove.refusal)}</Note>}
      <View className='acts'>
        <Button look='plain' onTap={() => { setAsking(false); remove.reset() }}>再想想</Button>
        <Button look='danger' busy={remove.state === 'sending'} onTap={send}>移出这一户</Button>
      </View>
    </View>
  )
}
