/** Words of the weekly meeting. */
import type { AgendaReason, Meeting, MeetingTime, Outcome, Resolution } from '../../../contract/meeting'
import type { OutsideKind } from '../../../contract/demand/route'
import type { RefusalCode } from '../../../contract/refusal'
import { clock, dayIn, nearDay, shortDay, weekDay } from '../../ui/dates'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'
import { faultWords, nameWithPost, refusalWords as commonRefusals } from '../../wording'

/** Why an item is here: the heading above it, and the tag on it. */
export const reasonWords: Record<AgendaReason, { heading: string; tag: string; tone: Tone; icon: IconName }> = {
  followUp: { heading: '上次交办的', tag: '上次交办', tone: 'lamp', icon: 'refresh' },
  taken: { heading: '带到例会的', tag: '带到例会', tone: 'river', icon: 'meeting' },
  overdue: { heading: '超期的', tag: '超期', tone: 'brick', icon: 'alert' },
  bounced: { heading: '退回来的', tag: '退回来', tone: 'stone', icon: 'undo' },
}

/** What is decided: the word to choose by, the label above the words, and how the minutes say it. */
export const outcomeWords: Record<Outcome, { choose: string; label: string; said: string }> = {
  answer: { choose: '答复居民', label: '怎么答复，写给居民看', said: '答复' },
  assign: { choose: '定人去办', label: '要办什么，居民会看到', said: '交办' },
  transfer: { choose: '转到外面', label: '为什么转，居民会看到', said: '转出' },
  decline: { choose: '暂时办不了', label: '为什么办不了、什么时候再议，写给居民看', said: '暂时办不了' },
  fund: { choose: '列入自治金备选', label: '怎么列入，写给居民看', said: '列入自治金备选' },
  note: { choose: '接着办', label: '接下来怎么走，居民会看到', said: '接着办' },
}

export const outsideWords: Record<OutsideKind, string> = { property: '物业公司', owners: '业委会', hotline: '12345', other: '别的单位' }

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const weekdayOptions = weekdays.map((word, index) => ({ value: String(index + 1), word }))
/** Half hours from 8:00 to 20:00. */
export const timeOptions = Array.from({ length: 25 }, (_, index) => 8 * 60 + index * 30).map((minute) => ({ value: String(minute), word: minuteWord(minute) }))

export function minuteWord(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/** `每周四 14:00`. */
export function timeWords({ weekday, minute }: MeetingTime): string {
  return `每${weekdays[weekday - 1]} ${minuteWord(minute)}`
}

/** Under the title: which meeting, how it stands. */
export function standWords({ state, day, time, chair, present }: Meeting): string {
  if (state === 'planned') return `下次例会 ${weekDay(day)}${minuteWord(time.minute)}`
  const there = `${chair?.name ?? ''}主持，${present.length} 人到会`
  return state === 'open' ? `正在开，${there}` : `${weekDay(day)}，${there}`
}

/** `唐敏芝（主任）、李强（2块块长，14:20 到）`: who came after the opening with the time. */
export function presentWords({ present, cameLater }: Pick<Meeting, 'present' | 'cameLater'>): string {
  return present.map((one) => lateWords(nameWithPost(one), cameLater.find(({ accountId }) => accountId === one.accountId)?.at)).join('、')
}

/** `李强（14:20 到）`. */
export const lateWords = (name: string, at: string | undefined) => (at === undefined ? name : `${name.replace(/）$/, '，').replace(/[^，]$/, '$&（')}${clock(at)} 到）`)

/** `陈敏，11月27日 前`. */
export function followWords({ owner, dueOn }: Pick<Resolution, 'owner' | 'dueOn'>): string {
  return owner && dueOn ? `${owner.name}，${shortDay(dueOn)} 前` : ''
}

export function isPast(day: string, now = Date.now()): boolean {
  return day < dayIn(0, now)
}

/** The days of the next five weeks, to choose by when. */
export function dayOptions(now = Date.now()): { value: string; word: string }[] {
  return Array.from({ length: 35 }, (_, index) => dayIn(index + 1, now)).map((day) => ({ value: day, word: weekDay(day) }))
}

/** `11月26日 例会`. */
export const meetingName = (day: string) => `${shortDay(day)} 例会`

export const nearWords = nearDay

const refusals: Record<RefusalCode, string> = {
  ...commonRefusals,
  WrongStep: '这一件刚有变化：可能有人定过了，或者会已经散了。看看最新的，写的还在',
  NotAllowed: '例会由主任或书记主持，由他们来定',
  NotFound: '这一件刚有变化，看不到了',
  NobodyThere: '选的人现在不在这里任职，换一位',
}

export function notSentWords(refusal: RefusalCode | null): string {
  return refusal ? refusals[refusal] : faultWords
}

/** What is missing, said before anything is sent. */
export const missing = {
  outcome: '还差一步：选怎么定',
  words: '写两个字以上，说清怎么定的',
  title: '还差个题目，两个字以上',
  owner: '还差一步：选谁来办',
  due: '还差一步：选哪天前',
  to: '还差一样：写清转给谁',
  why: '写一句为什么没办成',
} as const

/** So many items are drawn at once; the rest is one tap away. */
export const shownAtOnce = 30
