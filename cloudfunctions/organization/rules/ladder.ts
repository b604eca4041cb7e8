/** The ladder a committee may set for what is late. Pure. */
import type { Rung } from '../../../contract/organization'

const order = ['director', 'section', 'head']

/** Why a ladder can not stand, or null. Upwards only: director, then section, then division head, none before the one below. */
export function ladderFault(rungs: readonly Rung[]): 'no_director' | 'twice' | 'order' | null {
  if (!rungs.some((rung) => rung.who === 'director')) return 'no_director'
  if (new Set(rungs.map((rung) => rung.who)).size < rungs.length) return 'twice'
  const wrong = rungs.some((rung, index) => index > 0 && (order.indexOf(rung.who) < order.indexOf(rungs[index - 1]!.who) || rung.afterMinutes < rungs[index - 1]!.afterMinutes))
  return wrong ? 'order' : null
}
