import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RefusalCode } from '../../../contract/refusal'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Sheet } from '../../ui/Sheet'
import { TextInput } from '../../ui/TextInput'
import { notSentWords } from './wording'

interface Props {
  open: boolean
  title: string
  /** What will happen. */
  note: string
  /** The words that go with it. */
  reason: { id: string; label: string; placeholder?: string; value: string; onChange: (text: string) => void }
  /** What is still missing, once somebody tried without. */
  missing: string
  step: { state: string; refusal: RefusalCode | null }
  button: string
  onSend: () => void
  onClose: () => void
  children?: ReactNode
}

/** One step with the few words it needs. */
export function StepSheet({ open, title, note, reason, missing, step, button, onSend, onClose, children }: Props) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className='stack'>
        <View className='sub ink2'>{note}</View>
        {children}
        {missing !== '' && <Note tone='lamp'>{missing}</Note>}
        {(step.refusal || step.state === 'failed') && <Note tone='brick'>{notSentWords(step.refusal)}</Note>}
        <TextInput id={reason.id} label={reason.label} value={reason.value} onChange={reason.onChange} maxLength={200} placeholder={reason.placeholder} />
        <Button wide busy={step.state === 'sending'} onTap={onSend}>{button}</Button>
      </View>
    </Sheet>
  )
}
