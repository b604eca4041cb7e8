/** From writing to the board and back: what may be done with an item, and what it still lacks. */
import type { ContentField, EditStep, OpenState, ServiceContent, ServiceState } from '../../../contract/serviceEditing'
import { Refusal } from '../../../contract/refusal'

export interface Standing {
  state: ServiceState
  /** The one version that is being written, or null. */
  open: OpenState | null
}

const withOpen: Record<OpenState, readonly EditStep[]> = {
  draft: ['save', 'send', 'publish', 'discard'],
  review: ['giveBack', 'publish'],
  scheduled: ['withdrawSchedule'],
}

/** Steps that residents notice: for director and secretary, a second head beside who wrote. */
export const needsApproval: readonly EditStep[] = ['publish', 'withdrawSchedule', 'retire', 'check']

/** What may be done now, whoever does it. */
function possible({ state, open }: Standing): EditStep[] {
  return [...(open ? withOpen[open] : (['save', 'rollBack'] as const)), ...(state === 'published' ? (['check'] as const) : []),
    // What has its hour would hang out again by itself.
    ...(state === 'published' && open !== 'scheduled' ? (['retire'] as const) : [])]
}

/** What this reader may do now. */
export function stepsFor(standing: Standing, mayPublish: boolean): EditStep[] {
  return possible(standing).filter((step) => mayPublish || !needsApproval.includes(step))
}

/** @throws Refusal `WrongStep` when the item has moved on */
export function mustBePossible(standing: Standing, step: EditStep): void {
  if (!possible(standing).includes(step)) throw new Refusal('WrongStep')
}

/** Without these a resident sets out for nothing; a source is among them, since nobody else can check it. */
const needed = ['title', 'summary', 'audience', 'steps', 'place', 'hours', 'fee', 'timeLimit', 'source'] as const satisfies readonly ContentField[]

/** An empty entry of a list is as good as none. */
export function missingIn(content: ServiceContent): ContentField[] {
  return needed.filter((field) => [content[field]].flat().every((text) => text === ''))
}

/** @throws Refusal `BadInput` that names each field */
export function mustBeWhole(content: ServiceContent): void {
  const missing = missingIn(content)
  if (missing.length > 0) throw new Refusal('BadInput', { issues: missing.map((field) => ({ path: ['content', field], code: 'missing' })) })
}
