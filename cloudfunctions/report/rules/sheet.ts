/** What may stand in a file that leaves the app. Pure. */
import { mostHouseholds } from '../../../contract/report'
import type { Id, Instant } from '../../../contract/values'
import { approves, type Person } from '../../account/rules/person'

export interface Figure { word: string; count: number }

/** A program that reads the file again would take these for a formula: they get a quote in front. */
export const quoted = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Fewer than these are never told as a figure (DOMAIN 5.2). */
const fewest = 5
const hidden = `少于${fewest}`

/**
 * Figures under five are kept back, and where that leaves a single one to be worked out from the sum, the smallest of the rest with it.
 * @returns what stands in the cells: a number, or words
 */
export function keptBack(figures: readonly Figure[]): { word: string; count: number | string }[] {
  const few = figures.filter(({ count }) => count > 0 && count < fewest)
  const rest = figures.filter(({ count }) => count >= fewest)
  const beside = few.length === 1 ? rest.reduce<Figure | null>((least, one) => (least && least.count <= one.count ? least : one), null) : null
  return figures.map((figure) => ({ word: figure.word, count: few.includes(figure) ? hidden : figure === beside ? '不列' : figure.count }))
}

/** `3块` 12, `1块` 4: how often each word comes, in the order of the first. */
export function figuresOf(words: readonly string[]): Figure[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => ({ word, count }))
}

/** More than fifty households are for director and secretary (DOMAIN 5.7). */
export const mayTake = (person: Person, committeeId: Id, households: number): boolean => households <= mostHouseholds || approves(person, committeeId)

/** `2026-11-20 13:05` in Shanghai. */
export const clock = (at: Instant | null): string => (at === null ? '' : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))

/** First and last line of every sheet: a page that lies about says whose it is, and what for. */
export const watermark = ({ committee, by, at, why, id }: { committee: string; by: string; at: Instant; why: string; id: Id }): string =>
  `${committee}，${by} ${clock(at)} 导出。用途：${why}。编号 ${id.slice(-12)}。内部使用，不外传`
