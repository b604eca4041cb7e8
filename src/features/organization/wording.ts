import type { CalendarDay, Committee, DayEffect, Leave, Post, Presence, Rung } from '../../../contract/organization'
import type { RefusalCode } from '../../../contract/refusal'
import { shortDay, weekDay } from '../../ui/dates'
import { faultWords, postOf, presenceWords, refusalWords } from '../../wording'

/** Under the name of one's own block leader: which block, and when they can be met. */
export function leaderNote(presence: Presence, now?: string | number): string {
  return [presence.staff.blockName, presenceWords(presence, now)].filter(Boolean).join('，')
}

/** `蕃瓜弄居委会（演示）`: an invented place says so. */
export function committeeTitle({ name, invented }: Pick<Committee, 'name' | 'invented'>): string {
  return invented ? `${name}（演示）` : name
}

/** Where people who came in vain can still go; facts that are not known are left out. */
export function reachWords({ phone, address, hours }: Pick<Committee, 'phone' | 'address' | 'hours'>): string {
  const facts = [phone && `电话 ${phone}`, address, hours].filter(Boolean)
  return facts.length > 0 ? facts.join('，') : '电话和地址以居委会公布为准'
}

const day = 86_400_000

/** The last day of a time that ends at midnight is the day before. */
const lastDay = (until: string) => shortDay(Date.parse(until) - 1)

/** `11月25日 到 11月27日`, `11月25日`. */
export function spanWords({ since, until }: Pick<Leave, 'since' | 'until'>): string {
  const [first, last] = [shortDay(since), lastDay(until)]
  return first === last ? first : `${first} 到 ${last}`
}

export const leaveStateWords: Record<Leave['state'], string> = { planned: '还没开始', running: '正在请假', over: '已经回来' }

/** What happened to the matters in hand. */
export function movedWords({ state, movedOut, movedBack, standIn }: Pick<Leave, 'state' | 'movedOut' | 'movedBack' | 'standIn'>): string {
  const who = standIn ? `${standIn.name}代` : '没指定谁代，由接待和主任接'
  if (state === 'planned') return who
  if (state === 'running') return movedOut > 0 ? `${who}。手上 ${movedOut} 件已经交出去` : `${who}。开始时手上没有事`
  return movedOut > 0 ? `交出去 ${movedOut} 件，回来 ${movedBack} 件，别的已经办好` : who
}

/** After leave was asked for. */
export function leaveTaken(state: Leave['state'], movedOut: number): string {
  if (state === 'planned') return '记下了，到时候自动交接，居民会知道找谁。'
  return movedOut > 0 ? `记下了。${movedOut} 件已经交出去，居民都知道现在找谁。` : '记下了。现在手上没有要交的事。'
}

export function leaveEnded(movedBack: number): string {
  return movedBack > 0 ? `欢迎回来，${movedBack} 件回到手上了。` : '取消了，没有要还的事。'
}

/** Days that can be picked from one on: `今天`, `明天`, `11月27日（周五）`. */
export function dayOptions(from: string, count: number): { value: string; word: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const value = new Date(Date.parse(`${from}T00:00:00Z`) + index * day).toISOString().slice(0, 10)
    return { value, word: weekDay(value) }
  })
}

/** Midnight in Shanghai when `day` begins. */
export const beginOf = (value: string): string => new Date(Date.parse(`${value}T00:00:00+08:00`)).toISOString()
export const endOf = (value: string): string => new Date(Date.parse(`${value}T00:00:00+08:00`) + day).toISOString()

/** What a change of the calendar moves, before or after it is done. */
export function effectWords({ later, earlier }: DayEffect, done = false): string {
  const parts = [later > 0 && `${later} 件的答复日子往后移`, earlier > 0 && `${earlier} 件往前移`].filter(Boolean)
  if (parts.length === 0) return done ? '存好了，在办的日子都不变。' : '在办的日子都不变。'
  return done ? `存好了，${parts.join('，')}，已经告诉居民。` : `会让 ${parts.join('，')}，居民都会收到通知。`
}

export const dayKindWords: Record<CalendarDay['kind'], string> = { holiday: '休', makeUp: '班', own: '本' }

export const rungWords: Record<Rung['who'], string> = { director: '主任', section: '对口科室', head: '处级干部' }

/** `到期时`, `1 小时后`, `2 个工作日后`: 390 office minutes are a working day. */
export function afterWords(minutes: number): string {
  if (minutes === 0) return '一到期就告诉'
  if (minutes % 390 === 0) return `过 ${minutes / 390} 个工作日`
  return minutes % 60 === 0 ? `过 ${minutes / 60} 个工作小时` : `过 ${minutes} 个工作分钟`
}

export const rungMinutes = [0, 60, 180, 390, 780, 1170, 1950, 3900] as const

/** Why it was not done, and that nothing is lost. */
export function notDoneWords(refusal: RefusalCode | null): string {
  return refusal ? refusalWords[refusal] : faultWords
}

/** `3块 块长、副块长`, `主任`; without a post `现在没有职务`. */
export function postsWords(posts: readonly Pick<Post, 'kind' | 'blockName' | 'section'>[]): string {
  return posts.length > 0 ? posts.map((post) => postOf({ post: post.kind, blockName: post.blockName, section: post.section })).join('、') : '现在没有职务'
}

/** `9 到 12号楼` where they follow upon each other, else `3号楼、5号楼`; many of them by the first and their number. */
export function buildingsWords(buildings: readonly { name: string }[]): string {
  if (buildings.length === 0) return '没有楼'
  const numbers = buildings.map(({ name }) => /^(\d+)号楼$/.exec(name)?.[1]).map(Number)
  const row = numbers.every((number, index) => number === numbers[0]! + index)
  if (row && buildings.length > 2) return `${numbers[0]} 到 ${buildings.at(-1)!.name}`
  return buildings.length > 4 ? `${buildings[0]!.name} 等 ${buildings.length} 栋` : buildings.map(({ name }) => name).join('、')
}

/** What was done, and how many matters went to somebody else by it. */
export function movedOnWords(what: string, moved: number): string {
  return moved > 0 ? `${what}，${moved} 件没办完的换了人接着办，居民都知道。` : `${what}。`
}

/** `11月23日 到 11月29日`. */
export const weekWords = (first: string, last: string): string => `${shortDay(first)} 到 ${shortDay(last)}`

/** Minutes since midnight in Shanghai. */
export function minuteOfDay(at: string): number {
  return Math.floor(((Date.parse(at) + 8 * 3_600_000) % day) / 60_000)
}

/** When the reception may close. */
export const closingOptions = [690, 1020, 1080, 1140, 1200, 1260].map((minute) => ({ value: String(minute), word: `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}` }))

/** The month people here are in, `2026-11`. */
export const thisMonth = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)

export function monthAfter(month: string, count: number): string {
  const at = new Date(`${month}-15T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + count)
  return at.toISOString().slice(0, 7)
}

/** `2026年11月`. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** Whole weeks from Monday that hold the month. */
export function monthWeeks(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const monday = first.getTime() - ((first.getUTCDay() + 6) % 7) * day
  const weeks: string[][] = []
  for (let at = monday; weeks.length === 0 || new Date(at).toISOString().startsWith(month); at += 7 * day) {
    weeks.push(Array.from({ length: 7 }, (_, index) => new Date(at + index * day).toISOString().slice(0, 10)))
  }
  return weeks
}

/** `11月25日（周三），不上班：搬迁盘点`. */
export function calendarDayWords({ day: at, working, name }: Pick<CalendarDay, 'day' | 'working'> & { name?: string }): string {
  return `${weekDay(at)}，${working ? '上班' : '不上班'}${name ? `：${name}` : ''}`
}
