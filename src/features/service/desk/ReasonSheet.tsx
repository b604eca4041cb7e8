import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/Button'
import { Note } from '../../../ui/Note'
import { Sheet } from '../../../ui/Sheet'
import { TextInput } from '../../../ui/TextInput'
import type { StepProblem } from './useServiceStep'
import { problemWords } from './wording'

interface Props {
  title: string
  note: string
  button: string
  busy: boolean
  problem: StepProblem | null
  onGive: (reason: string) => void
  onClose: () => void
}

/** A step that needs a reason and nothing else. */
export function ReasonSheet({ title, note, button, busy, problem, onGive, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') onGive(reason.trim())
  }
  return (
    <Sheet open title={title} onClose={onClose}>
      <View className='stack'>
        <View className='sub ink2'>{note}</View>
        {problem && <Note tone='brick'>{problemWords(problem.refusal)}</Note>}
        <TextInput id='sd-reason' label='为什么' value={reason} onChange={setReason} onDone={send} wrong={tried && reason.trim() === '' ? '写一句原因' : undefined} />
        <Button wide busy={busy} onTap={send}>{button}</Button>
      </View>
    </Sheet>
  )
}
