import { useState } from 'react'
import type { CodeOutcome, Relation } from '../../../contract/household'
import { codeIn } from '../../../contract/householdCode'
import { useCommand } from '../../api/command'
import { fieldWrong } from './wording'

export interface CodeDraft {
  /** As typed: groups, small letters and dashes are read too. */
  code: string
  name: string
  relation: Relation | null
}

export type CodeWrong = Partial<Record<keyof CodeDraft, string>>

/** @param opening the code of the link that was opened; it is filled in, and nothing is sent before a tap */
export function useCode(opening: string | undefined) {
  const [draft, setDraft] = useState<CodeDraft>({ code: (opening && codeIn(opening)) ?? '', name: '', relation: null })
  const [wrong, setWrong] = useState<CodeWrong>({})
  const [shown, setShown] = useState<CodeOutcome | null>(null)
  const command = useCommand(['household', 'useCode'], { onDone: setShown })

  const change = (part: Partial<CodeDraft>) => {
    setDraft({ ...draft, ...part })
    setWrong({})
    setShown(null)
  }
  const send = () => {
    const found = missingIn(draft)
    setWrong(found)
    const code = codeIn(draft.code)
    if (Object.keys(found).length > 0 || !code || !draft.relation) return
    // The same code tried again later is another try.
    command.reset()
    setShown(null)
    command.send({ code, name: draft.name.trim(), relation: draft.relation }, '入户码')
  }
  return { draft, change, wrong, command, outcome: shown, send }
}

export type CodeFormState = ReturnType<typeof useCode>

export function missingIn({ code, name, relation }: CodeDraft): CodeWrong {
  return {
    ...(codeIn(code) === null && { code: code.trim() === '' ? fieldWrong.code : fieldWrong.codeShape }),
    ...(name.trim() === '' && { name: fieldWrong.name }),
    ...(!relation && { relation: fieldWrong.relation }),
  }
}
