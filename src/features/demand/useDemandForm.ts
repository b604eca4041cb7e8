import { useCallback, useEffect, useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandKind, Urgency, Visibility } from '../../../contract/demand/said'
import type { LookAlike } from '../../../contract/demand/together'
import { useCommand } from '../../api/command'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { photosSaidWith } from '../../api/photos'
import { useRead } from '../../api/read'
import { useLatest } from '../../ui/useLatest'
import { themeSent, themeWrong, type ThemeDraft } from './themes'
import { wrongIn, type Wrong } from './wrongIn'

export interface Draft extends ThemeDraft {
  kind: DemandKind
  text: string
  place: string
  urgency: Urgency
  visibility: Visibility
}

interface Opening {
  committeeId: string
  /** Of two homes the one it is about. */
  householdId?: string
  /** One draft for the neighbourhood, one for the app. */
  about: 'community' | 'app'
  kind?: DemandKind
  /** Words to begin with, when there is no draft. */
  text?: string
  onFiled: (demand: Demand) => void
}

const blank: Draft = { kind: 'request', text: '', place: '', urgency: 'ordinary', visibility: 'committee' }

/** What is typed, kept on the phone as it is typed, checked with the contract's own schema, and sent once. */
export function useDemandForm({ committeeId, householdId, about, kind, text, onFiled }: Opening) {
  const name = text ? 'demand/ask' : `demand/${about}`
  const [draft, setDraft] = useState<Draft>(() => ({ ...opened(draftOf<Draft>(name), text), ...(kind && { kind }) }))
  const [wrong, setWrong] = useState<Wrong>({})
  /** The neighbours' demand it is to be worked on with. */
  const [joins, setJoins] = useState<LookAlike | null>(null)
  const foresight = useRead(['demand', 'foresee'], { committeeId, kind: draft.kind, urgency: draft.urgency, about, ...(householdId && { householdId }) })
  const categories = useRead(['category', 'list'], {}, { enabled: about === 'community' }).data?.items ?? []
  const command = useCommand(['demand', 'file'], {
    onDone: (demand) => {
      forgetDraft(name)
      onFiled(demand)
    },
  })

  // Once it waits in the queue it is kept there; the draft would be filed twice.
  useEffect(() => {
    if (command.state === 'waiting') forgetDraft(name)
  }, [command.state, name])

  // Who leaves before the pause has come keeps every word; what has gone out is no draft any more.
  const last = useLatest(() => {
    if (command.output === null && command.state !== 'waiting') rememberDraft(name, draft)
  })
  const keep = useCallback(() => last.current(), [last])
  useEffect(() => keep, [keep])

  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setWrong({})
    if (part.text === undefined) rememberDraft(name, next)
  }
  const send = () => {
    const asked = themeWrong(draft, categories)
    const found = { ...wrongIn(draft), ...(Object.keys(asked).length > 0 && { asked }) }
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const { urgency, visibility } = draft
    const key = command.send({ committeeId, kind: draft.kind, urgency, visibility, ...themeSent(draft), ...(joins && { joins: joins.demandId }), ...(householdId && { householdId }), text: draft.text.trim(), place: draft.place.trim(), about }, draft.text.trim().slice(0, 30))
    photosSaidWith(name, key)
  }
  return { name, committeeId, about, draft, joins, setJoins, change, keep, wrong, categories, foresight: foresight.data, foresightRefusal: foresight.refusal, command, send }
}

export type DemandFormState = ReturnType<typeof useDemandForm>

function opened(kept: Draft | undefined, text: string | undefined): Draft {
  // A question about another service begins anew; anything else goes on where it was left.
  if (kept && kept.text.trim() !== '' && (!text || kept.text.startsWith(text))) return { ...blank, ...kept }
  return { ...blank, text: text ?? '' }
}
