import { useRef, useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { insertWords } from './insertWords'
import { useDraft } from './useDraft'

export type Mode = 'reply' | 'ask' | 'note'

const modes: readonly { value: Mode; word: string; label: string; button: string }[] = [
  { value: 'reply', word: '回复居民', label: '写给居民', button: '发送' },
  { value: 'ask', word: '问居民', label: '问居民，回答之前时间先停着', button: '问' },
  { value: 'note', word: '内部记录', label: '内部记录，居民看不到', button: '记下' },
]

/** What is written to whom. Words for colleagues and words for the resident are drafts apart: one never slips into the other. */
export function useComposerWords({ id, steps }: Demand) {
  const open = modes.filter(({ value }) => steps.includes(value) || (value === 'reply' && steps.includes('answer')))
  const [wished, setMode] = useState<Mode>('reply')
  const mode = open.find(({ value }) => value === wished) ?? open[0]
  const drafts = { reply: useDraft(`demand.reply.${id}`), ask: useDraft(`demand.ask.${id}`), note: useDraft(`demand.note.${id}`) }
  const cursor = useRef<number | null>(null)
  const text = mode ? drafts[mode.value].text : ''
  const write = (words: string) => mode && drafts[mode.value].write(words)
  return {
    open, mode, setMode, text, write,
    textOf: (of: Mode) => drafts[of].text,
    forget: (of: Mode) => drafts[of].forget(),
    /** Where the cursor stood when the box was left. */
    onLeave: (at: number | null) => { cursor.current = at },
    /** Puts a template where the cursor stood. */
    insert: (words: string) => {
      write(insertWords(text, words, cursor.current))
      cursor.current = null
    },
  }
}
