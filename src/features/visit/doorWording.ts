/** Words at the door: who may come, for what, between when and when, once; and that the household decides. */
import type { DoorAttempt, DoorConsent, HomeVisit } from '../../../contract/door'
import type { RefusalCode } from '../../../contract/refusal'
import { clock, dayIn, nearDay, weekDay } from '../../ui/dates'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'
import { refusalWords } from '../../wording'

/** `今天 21:40–23:40`. */
export function spanWords(from: string, until: string): string {
  const end = nearDay(until) === nearDay(from) ? clock(until) : `${nearDay(until)} ${clock(until)}`
  return `${nearDay(from)} ${clock(from)}–${end}`
}

interface Mark { word: string; tone: Tone; icon: IconName }

export function consentMark({ state, over, usedAt }: DoorConsent): Mark {
  if (usedAt) return { word: '用过了', tone: 'stone', icon: 'check' }
  if (state === 'refused') return { word: '没有同意', tone: 'stone', icon: 'close' }
  if (state === 'withdrawn') return { word: '收回了', tone: 'stone', icon: 'undo' }
  if (over) return { word: '过时了', tone: 'stone', icon: 'clock' }
  return state === 'given' ? { word: '同意这一次', tone: 'river', icon: 'check' } : { word: '等回答', tone: 'lamp', icon: 'bell' }
}

export const visitMarks: Record<HomeVisit['state'], Mark> = {
  booked: { word: '约好了', tone: 'river', icon: 'calendar' },
  held: { word: '来过了', tone: 'stone', icon: 'check' },
  missed: { word: '没有人在家', tone: 'stone', icon: 'door' },
  cancelled: { word: '取消了', tone: 'stone', icon: 'undo' },
}

/** Why nothing came of it, for the household. */
export const attemptWords: Record<DoorAttempt['why'], string> = {
  none: '您家说过不要上门，没有安排',
  over: '不在您同意的时间里，没有安排',
  used: '您同意的那一次已经用过了，没有安排',
  other: '不是您同意的人，没有安排',
}

export const endWords: Record<HomeVisit['steps'][number], string> = { done: '办好了', nobodyHome: '没有人在家', turnedAway: '门口说不方便', cancel: '不去了' }

export function notSentWords(refusal: RefusalCode | null): string {
  if (refusal === 'AlreadyAsked') return '已经问过这户一次，正在等回答。'
  if (refusal === 'WrongStep') return '这里刚有变化，看看最新的再说。'
  if (refusal === 'BadInput') return '时间没填对：要在以后，最长一天。'
  return refusal ? `${refusalWords[refusal]}。` : '这次没送出，是我们这边的问题。写的还在，再送一次。'
}

const shanghai = (day: string, time: string) => new Date(Date.parse(`${day}T${time}:00+08:00`))

/** The next seven days, today first. */
export function dayChoices(now = Date.now()): { value: string; word: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const value = dayIn(index, now)
    return { value, word: index === 0 ? `今天 ${weekDay(value)}` : weekDay(value) }
  })
}

/** Every ten minutes of a day that have not passed. */
export function timeChoices(day: string, now = Date.now()): { value: string; word: string }[] {
  return Array.from({ length: 144 }, (_, index) => `${String(Math.floor(index / 6)).padStart(2, '0')}:${index % 6}0`)
    .filter((time) => shanghai(day, time).getTime() > now - 10 * 60_000)
    .map((value) => ({ value, word: value.replace(/^0/, '') }))
}

export const lengths = [['60', '1 小时'], ['120', '2 小时'], ['180', '3 小时'], ['240', '4 小时']].map(([value, word]) => ({ value: value!, word: word! }))

export function spanOf(day: string, time: string, minutes: string): { fromAt: string; untilAt: string } {
  const from = shanghai(day, time)
  return { fromAt: from.toISOString(), untilAt: new Date(from.getTime() + Number(minutes) * 60_000).toISOString() }
}

/** Said above every form that sends somebody to a door. */
export const emergencyWords = '有火、有人受伤、闻到煤气：先打 119、120、110。他们进门不用等这里同意。'
