import { useState } from 'react'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'

/** Words kept on the phone as they are typed, by the name of what they are for. */
export function useDraft(name: string): { text: string; write: (text: string) => void; forget: () => void } {
  const [typed, setTyped] = useState<{ name: string; text: string } | null>(null)
  const text = typed?.name === name ? typed.text : (draftOf<string>(name) ?? '')
  const write = (words: string) => {
    setTyped({ name, text: words })
    if (words === '') forgetDraft(name)
    else rememberDraft(name, words)
  }
  return { text, write, forget: () => write('') }
}
