/** What may be done with something public, by state and by who asks. */
import type { DisclosureState, DisclosureStep } from '../../../contract/disclosure'
import { Refusal } from '../../../contract/refusal'

export interface Asker {
  /** Serves the committee whole. */
  whole: boolean
  /** Is director or secretary. */
  directs: boolean
  /** Lives there. */
  resident: boolean
}

const steps: Record<DisclosureState, (asker: Asker) => DisclosureStep[]> = {
  draft: ({ whole, directs }) => [...(whole ? ['save' as const] : []), ...(directs ? ['publish' as const] : [])],
  published: ({ directs, resident }) => [...(directs ? ['correct', 'withdraw', 'setBoardDate'] as const : []), ...(resident ? ['comment' as const] : [])],
  withdrawn: () => [],
}

export function stepsOf(state: DisclosureState, asker: Asker): DisclosureStep[] {
  return steps[state](asker)
}

/** It stands where the step begins, and nobody wrote on it since it was read. @throws Refusal `WrongStep` */
export function mustStand(row: { state: DisclosureState; revision: number }, state: DisclosureState, revision?: number | null): void {
  if (row.state !== state || (revision !== undefined && row.revision !== revision)) throw new Refusal('WrongStep')
}
