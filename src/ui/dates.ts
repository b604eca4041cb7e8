/** Moments and days as people here say them: Asia/Shanghai, whatever the machine's own clock zone. */

const ahead = 8 * 3_600_000
const dayLength = 24 * 3_600_000
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const

/** An instant, or a calendar day `2026-11-20`, as seen on a clock in Shanghai. */
function local(at: string | number): Date {
  if (typeof at === 'string' && at.length === 10) return new Date(`${at}T00:00:00Z`)
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + ahead)
}

/** The calendar day so many days from now in Shanghai: `2026-11-20`. */
export function dayIn(days: number, now = Date.now()): string {
  return new Date(now + ahead + days * dayLength).toISOString().slice(0, 10)
}

/** `11月27日`. */
export function shortDay(at: string | number): string {
  const day = local(at)
  return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
}

/** `2026年11月27日`. */
export function fullDay(at: string | number): string {
  return `${local(at).getUTCFullYear()}年${shortDay(at)}`
}

/** `11月27日（周五）`. */
export function weekDay(at: string | number): string {
  return `${shortDay(at)}（周${weekdays[local(at).getUTCDay()]}）`
}

/** `18:25`. */
export function clock(at: string | number): string {
  const moment = local(at)
  return `${moment.getUTCHours()}:${String(moment.getUTCMinutes()).padStart(2, '0')}`
}

/** 0 … 23. */
export function hourOf(at: string | number): number {
  return local(at).getUTCHours()
}

/** Whole days from `now` to `at` by the calendar: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(at: string | number, now: string | number = Date.now()): number {
  return Math.floor(local(at).getTime() / dayLength) - Math.floor(local(now).getTime() / dayLength)
}

const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天' }

/** `今天`, `昨天`, `11月20日`, and with the year when it is another: for lists. */
export function nearDay(at: string | number, now: string | number = Date.now()): string {
  const word = near[daysUntil(at, now)]
  if (word) return word
  return local(at).getUTCFullYear() === local(now).getUTCFullYear() ? shortDay(at) : fullDay(at)
}

/** `18:25` today, else the day: the corner of a row. */
export function rowTime(at: string | number, now: string | number = Date.now()): string {
  return daysUntil(at, now) === 0 ? clock(at) : nearDay(at, now)
}

/** `今天 18:25`, `11月20日 18:25`. */
export function momentWord(at: string | number, now: string | number = Date.now()): string {
  return `${nearDay(at, now)} ${clock(at)}`
}
