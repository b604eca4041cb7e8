import { useState } from 'react'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'

/** What is being written, kept on the phone until it is sent. */
export function useKept<T extends object>(name: string, empty: T): { value: T; set: (change: Partial<T>) => void; forget: () => void } {
  const [value, setValue] = useState<T>(() => ({ ...empty, ...draftOf<T>(name) }))
  return {
    value,
    set: (change) => {
      const next = { ...value, ...change }
      setValue(next)
      rememberDraft(name, next)
    },
    forget: () => {
      setValue(empty)
      forgetDraft(name)
    },
  }
}
