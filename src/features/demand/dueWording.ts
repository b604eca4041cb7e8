/** Days and deadlines in words. */
import type { DemandCard } from '../../../contract/demand/card'
import { clock, daysUntil, nearDay, shortDay, weekDay } from '../../ui/dates'

/** `11月26日` of a calendar day. */
export const dayWords = (day: string) => shortDay(`${day}T04:00:00.000Z`)

export type Due = Pick<DemandCard, 'dueAt' | 'provisional'>

/** Deadlines end with the office day, so the clock is only said when it is another one. */
const officeEnd = '17:00'

/** `11月27日（周五）`, `今天 14:30`, with 暂定 while the calendar of that year is not official; empty when nothing is due. */
export function dueWords({ dueAt, provisional }: Due, now: string | number = Date.now()): string {
  if (!dueAt) return ''
  const near = Math.abs(daysUntil(dueAt, now)) <= 1
  const hour = clock(dueAt) === officeEnd && !near ? '' : ` ${clock(dueAt)}`
  return `${near ? nearDay(dueAt, now) : weekDay(dueAt)}${hour}${provisional ? '（暂定）' : ''}`
}

/** `11月27日（周五）前`, `11月27日（周五） 14:30 前`: a half space after a figure, none after a bracket. */
export function beforeWords(due: Due, now: string | number = Date.now()): string {
  const day = dueWords(due, now)
  return day && (day.endsWith('）') ? `${day}前` : `${day} 前`)
}

/** `预计 11月27日（周五）前答复您`. */
export function answerBy(due: Due, now: string | number = Date.now()): string {
  const before = beforeWords(due, now)
  return before && `预计 ${before}答复您`
}
