/** What a person has agreed to, from what they said last. */
import { consentVersions, type Consent, type ConsentLayer } from '../../../contract/consent'
import type { Day, Instant } from '../../../contract/values'

/** 网络数据安全管理条例 art. 22(5): nobody is asked again and again after a no. The 90 days are ours. */
const restDays = 90

export interface Said { layer: ConsentLayer; version: Day; given: boolean; at: Instant }

/** @param last what was said last about this layer; undefined when nothing was */
export function consentOf(layer: ConsentLayer, last: Said | undefined): Consent {
  const version = consentVersions[layer]
  const state = !last ? 'asked' : !last.given ? 'withdrawn' : last.version < version ? 'outdated' : 'given'
  const askAgainAt = last && !last.given ? new Date(Date.parse(last.at) + restDays * 86_400_000).toISOString() : null
  return { layer, state, version, at: last?.at ?? null, askAgainAt }
}
