import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Visit } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { TextArea } from '../../ui/TextArea'
import { notSentWords } from './wording'

/** A word to the other side; they answer when they have time. */
export function SayBox({ visit, to }: { visit: Visit; to: string }) {
  const draft = `visit/say/${visit.id}`
  const [text, setText] = useState(() => draftOf<string>(draft) ?? '')
  const say = useCommand(['visit', 'say'], { onDone: () => empty() })
  const empty = () => {
    setText('')
    forgetDraft(draft)
    say.reset()
  }
  // The thread shows it as 待上传 from here on; only the change of state counts.
  useEffect(() => {
    if (say.state === 'waiting') empty()
    // oxlint-disable-next-line exhaustive-deps, exhaustive-effect-dependencies
  }, [say.state])
  const send = () => {
    const words = text.trim()
    if (words !== '') say.send({ committeeId: visit.committeeId, visitId: visit.id, text: words }, words.slice(0, 30))
  }
  const stuck = say.state === 'failed' || say.state === 'refused'
  return (
    <View className='card pad'>
      <View className='stack'>
        {stuck && <Note tone='brick'>{notSentWords(say.refusal)}</Note>}
        <TextArea id='visit-say' label={`跟${to}说一句`} hint='不用马上回，有空再看' value={text} onChange={setText} maxLength={1000} onPause={(typed) => typed !== '' && rememberDraft(draft, typed)} />
        <Button look='soft' icon='send' busy={say.state === 'sending'} onTap={send}>说一句</Button>
      </View>
    </View>
  )
}
