import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RightKind } from '../../../contract/rightRequest'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { TextArea } from '../../ui/TextArea'
import { closingWords, kindWords, notAskedWords, wordsMissing } from './wording'

interface Props {
  kind: RightKind
  committeeId: string
  words: string
  onWords: (words: string) => void
  onAsked: () => void
}

/** What the person wants done; deleting may go without words. */
export function AskRight({ kind, committeeId, words, onWords, onAsked }: Props) {
  const [wrong, setWrong] = useState('')
  const { ask, hint, word } = kindWords[kind]
  const command = useCommand(['rights', 'ask'], { onDone: onAsked })
  const send = () => {
    if (words.trim() === '' && kind !== 'delete') setWrong(wordsMissing)
    else command.send({ committeeId, kind, words: words.trim() }, word)
  }
  return (
    <View className='stack'>
      <TextArea id='right-words' label={ask} hint={hint} value={words} onChange={(text) => { onWords(text); setWrong('') }} wrong={wrong} maxLength={500} />
      {kind === 'delete' && <Note icon='info'>{closingWords.map((said) => <View key={said} className='paper-item'>{said}</View>)}</Note>}
      {command.refusal && <Note tone='brick'>{notAskedWords(command.refusal)}</Note>}
      {command.state === 'failed' && <Note tone='brick'>这次没送出，是我们这边的问题。写的还在，再送一次。</Note>}
      {command.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络。写的留在手机里，联网自动送出。</Note>}
      <Button wide look={kind === 'delete' ? 'danger' : 'solid'} busy={command.state === 'sending'} onTap={send}>交给主任</Button>
    </View>
  )
}
