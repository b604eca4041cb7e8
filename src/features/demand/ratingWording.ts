import type { Rating } from '../../../contract/demand/rating'

/** No stars: a word a person would say. */
export const ratingWords: Record<number, string> = { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' }
export const ratingValues = [5, 4, 3, 2, 1] as const

/** `等得太久、没说清楚。“打了三次才有人来”`; what the closing said beside it. */
export function ratingNote({ solved, reasons, words }: Pick<Rating, 'solved' | 'reasons' | 'words'>): string {
  const closing = solved === null ? '没说解决没解决' : solved ? '说解决了' : '没有解决'
  return [[closing, ...reasons].join('、'), words && `“${words}”`].filter(Boolean).map((part) => `${part}。`).join('')
}
