/** What changed from one version to the next, in pieces a reader can follow. */
import type { ContentDifference, ContentField, ContentHint, ServiceContent } from '../../../contract/serviceEditing'
import { readingHints } from './reading'

type Piece = ContentDifference['pieces'][number]

/** Sentences and clauses with their marks; an entry of a list is one piece. */
function piecesOf(value: ServiceContent[ContentField]): string[] {
  if (Array.isArray(value)) return value
  if (value === null || value === '') return []
  if (typeof value === 'object') return [value.name, value.url]
  return String(value).match(/[^。！？；，\n]+[。！？；，\n]*|[。！？；，\n]+/gu) ?? []
}

/** The longest row of pieces both have stays; around it stand what went and what came, in that order. */
export function compare(before: readonly string[], after: readonly string[]): Piece[] {
  // longest[i][j]: pieces in common from i and j on.
  const longest = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0))
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) longest[i]![j] = before[i] === after[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i]! })
      i += 1
      j += 1
    } else if (i < before.length && (j === after.length || longest[i + 1]![j]! >= longest[i]![j + 1]!)) pieces.push({ kind: 'gone', text: before[i++]! })
    else pieces.push({ kind: 'new', text: after[j++]! })
  }
  return pieces
}

/** Fields that differ, in the order of the form. */
export function differencesOf(before: ServiceContent, after: ServiceContent): ContentDifference[] {
  return (Object.keys(after) as ContentField[])
    .map((field) => ({ field, pieces: compare(piecesOf(before[field]), piecesOf(after[field])) }))
    .filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'))
}

/** Fields that are read as sentences. */
const read = ['title', 'summary', 'audience', 'materials', 'steps', 'place', 'hours', 'fee', 'timeLimit', 'caution'] as const satisfies readonly ContentField[]

/** What an elder may stumble over, in the order of the form. */
export function hintsIn(content: ServiceContent): ContentHint[] {
  return read.flatMap((field) => {
    const value = content[field]
    const hints = (text: string, item: number | null) => readingHints(text).map((hint): ContentHint => ({ field, item, kind: hint.kind, at: hint.at, text: hint.text, plainer: hint.kind === 'office' ? hint.plainer : null }))
    return Array.isArray(value) ? value.flatMap(hints) : hints(value ?? '', null)
  })
}
