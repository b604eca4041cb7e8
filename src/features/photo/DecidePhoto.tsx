import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { useLatest } from '../../ui/useLatest'
import { notDecidedWords, reasonWrong } from './wording'

interface Props {
  committeeId: string
  demandId: string
  photoId: string
  /** Which photo, for one who hears the page. */
  called: string
  onDone: (state: 'ready' | 'rejected') => void
  /** Another has decided meanwhile. */
  onMoved: () => void
}

/** Others may see it, or it is taken away and its author reads why. */
export function DecidePhoto({ called, onDone, onMoved, ...photo }: Props) {
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const command = useCommand(['photo', 'decide'], { onDone: ({ state }) => onDone(state === 'ready' ? 'ready' : 'rejected') })
  const late = command.refusal === 'WrongStep'
  const moved = useLatest(onMoved)
  useEffect(() => {
    if (late) moved.current()
  }, [late, moved])
  const refuse = () => {
    if (reason.trim() === '') setWrong(reasonWrong)
    else command.send({ ...photo, decision: 'refuse', reason: reason.trim() }, called)
  }
  if (command.state === 'waiting') return <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>
  const busy = command.state === 'sending'
  return (
    <View className='photo-decide'>
      {(command.refusal || command.state === 'failed') && <Note tone='brick'>{notDecidedWords(command.refusal)}</Note>}
      {refusing && <TextArea id={`refuse-${photo.photoId}`} label='为什么不留' hint='发照片的人会看到这句话。' value={reason} onChange={(words) => { setReason(words); setWrong('') }} wrong={wrong} maxLength={200} />}
      <View className='acts'>
        {refusing
          ? <Button look='plain' onTap={() => { setRefusing(false); command.reset() }}>再想想</Button>
          : <Button look='plain' label={`不留${called}`} onTap={() => setRefusing(true)}>不合适</Button>}
        {refusing
          ? <Button look='danger' busy={busy} onTap={refuse}>不留，说明理由</Button>
          : <Button look='soft' busy={busy} label={`${called}，可以给邻居看`} onTap={() => command.send({ ...photo, decision: 'release', reason: '' }, called)}>可以给邻居看</Button>}
      </View>
    </View>
  )
}
