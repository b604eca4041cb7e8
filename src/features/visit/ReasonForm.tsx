import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { RefusalCode } from '../../../contract/refusal'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { TextArea } from '../../ui/TextArea'
import { notSentWords } from './wording'

interface Props {
  id: string
  label: string
  hint?: string
  missing: string
  button: string
  maxLength: number
  command: { state: string; refusal: RefusalCode | null }
  onSend: (words: string) => void
  onClose: () => void
  children?: ReactNode
}

/** One step with the words it needs. */
export function ReasonForm({ id, label, hint, missing, button, maxLength, command, onSend, onClose, children }: Props) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState('')
  const stuck = command.state === 'failed' || command.state === 'refused'
  const send = () => (words.trim() === '' ? setWrong(missing) : onSend(words.trim()))
  return (
    <Card pad label={label}>
      <View className='stack'>
        {children}
        <TextArea id={id} label={label} hint={hint} value={words} onChange={(typed) => { setWords(typed); setWrong('') }} maxLength={maxLength} wrong={wrong} />
        {stuck && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>先不</Button>
          <Button busy={command.state === 'sending'} onTap={send}>{button}</Button>
        </View>
      </View>
    </Card>
  )
}
