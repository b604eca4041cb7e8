/** What content safety says of a text, and of one that had to be asked about in parts. */
import type { Doubt } from '../../../contract/safety'

/** passed: store and show · refused: do not store · a doubt: store, and show to author and those who serve alone. */
export type Verdict = 'passed' | 'refused' | Doubt

/** The gravest first. */
const gravity: readonly Verdict[] = ['refused', 'listed', 'doubtful', 'unchecked', 'passed']

export function gravest(verdicts: readonly Verdict[]): Verdict {
  return gravity.find((verdict) => verdicts.includes(verdict)) ?? 'passed'
}

/** What one call of the platform takes (WeChat msgSecCheck, version 2). */
export const longestCheck = 2_500

/** A text in pieces of at most `longest` characters, a pair of surrogates never cut in two. */
export function piecesOf(text: string, longest = longestCheck): string[] {
  const letters = Array.from(text)
  return Array.from({ length: Math.ceil(letters.length / longest) }, (_, index) => letters.slice(index * longest, (index + 1) * longest).join(''))
}

/** All that a person typed in these fields, one a line; what is not text is passed over. */
export function wordsIn(input: unknown, fields: readonly string[]): string {
  const typed = (value: unknown): string[] => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(typed) : []
  }
  return fields.flatMap((field) => typed((input as Record<string, unknown> | null)?.[field])).join('\n')
}
