import type { RefusalCode } from '../../../contract/refusal'
import type { Visit, VisitCard, VisitChannel, VisitEntry, VisitState, VisitStep } from '../../../contract/visit'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'
import { clock, hourOf, weekDay } from '../../ui/dates'
import { faultWords, refusalWords as commonRefusals } from '../../wording'

export const channelWords: Record<VisitChannel, string> = { app: '小程序消息', wechat: '微信通话', phone: '电话', email: '邮件', other: '别的方式' }

/** `11月25日（周三）19:30`. */
export function timeWords(at: string): string {
  return `${weekDay(at)}${clock(at)}`
}

export const isEvening = (at: string) => hourOf(at) >= 17

/** `线上走访：11月25日（周三）19:30 到 19:50，小程序消息。不上门`: for a calendar of one's own, without a name, a flat or a purpose. */
export function calendarWords({ startsAt, endsAt, channel }: { startsAt: string; endsAt: string; channel: VisitChannel | null }): string {
  return `线上走访：${timeWords(startsAt)} 到 ${clock(endsAt)}，${channelWords[channel ?? 'app']}。不上门`
}

interface StateLook { tone: Tone; icon: IconName; home: string; host: string }
const looks: Record<VisitState, StateLook> = {
  asked: { tone: 'lamp', icon: 'clock', home: '等块长定时间', host: '等您定时间' },
  proposed: { tone: 'lamp', icon: 'calendar', home: '等您挑时间', host: '等对方挑时间' },
  booked: { tone: 'pine', icon: 'visit', home: '约好了', host: '约好了' },
  held: { tone: 'river', icon: 'message', home: '聊过了，小结写好给您', host: '聊过了，等您写小结' },
  summarised: { tone: 'lamp', icon: 'doc', home: '小结等您确认', host: '等对方看小结' },
  confirmed: { tone: 'pine', icon: 'done', home: '小结确认了', host: '小结确认了' },
  cancelled: { tone: 'stone', icon: 'undo', home: '取消了', host: '取消了' },
  missed: { tone: 'lamp', icon: 'clock', home: '时间过了，还没聊上', host: '时间过了，还没聊上' },
}
export function stateLook(state: VisitState, reader: 'home' | 'host'): { tone: Tone; icon: IconName; word: string } {
  const { tone, icon, [reader]: word } = looks[state]
  return { tone, icon, word }
}

/** One sentence: what happens next. */
export function sentenceOf(visit: VisitCard, reader: 'home' | 'host'): string {
  const { state, startsAt, channel, host } = visit
  const by = channel === 'app' ? '小程序里聊' : channel ? channelWords[channel] : '上门'
  if (state === 'booked' && startsAt) return reader === 'home' ? `约好了：${timeWords(startsAt)}，${by}，${host.name}不上门` : `${timeWords(startsAt)}，${by}，不上门`
  if (state === 'asked') return reader === 'home' ? `${host.name}看到了就定时间，定好告诉您` : '对方写了几个时间，定一个，或者写别的时间'
  if (state === 'proposed') return reader === 'home' ? `${host.name}写了几个时间，挑一个就约好了。都不合适，写您有空的时候` : '对方挑好了告诉您'
  if (state === 'missed') return reader === 'home' ? '约好的时间过了。换个时间，或者直接在下面说' : '要是已经聊过了，直接写小结。没聊上，换个时间'
  if (state === 'held') return reader === 'home' ? `${host.name}写好小结，请您看看对不对` : '写个小结给对方看看，说到的事马上有人办'
  if (state === 'summarised') return reader === 'home' ? '看看记得对不对。不对就写哪里不对，改好再给您看' : '对方看过、确认了，就算聊完'
  if (state === 'cancelled') return '这次取消了。想聊随时再约'
  return '聊完了，小结双方都有'
}

export const stepButton: Partial<Record<VisitStep, string>> = { propose: '写别的时间', move: '换个时间', cancel: '取消', hold: '聊过了', summarise: '写小结', confirm: '记得对', correct: '有不对的' }

export function entryWords({ step, by, from, startsAt, text }: VisitEntry, visit: Visit): string {
  const who = by ?? '系统'
  const at = startsAt ? `：${timeWords(startsAt)}` : ''
  const words: Record<VisitStep, string> = {
    ask: startsAt ? `${who}约了${at}` : `${who}想约线上走访`, invite: `${who}想线上聊聊`, propose: `${who}写了几个时间`, accept: `${who}定了${at}`, move: `${who}换了时间${at}`,
    cancel: `${who}取消了`, say: `${who}说`, hold: `${who}记下：聊过了`, summarise: `${who}写了小结`, confirm: `${who}说小结记得对`, correct: `${who}说小结有不对的`,
    standIn: startsAt ? `原来的人那时不在，由${visit.host.name}来聊，时间不变` : '原来的人那时不在，要另约时间', miss: '约好的时间过了，还没聊上',
  }
  return `${words[step]}${text && from !== 'system' && step !== 'say' && step !== 'summarise' ? `：${text}` : ''}`
}

/** Who reads words that wait, and who does not yet. */
export function heldWords({ safety, from, mine, step, rejectedFor }: VisitEntry, { reader }: Pick<Visit, 'reader'>): string {
  if (safety === 'rejected') return `${mine ? '改一改再说' : '写的人可以改了再说'}${rejectedFor ? `。${rejectedFor}` : ''}`
  if (from === 'home') return reader === 'home' ? '块长已经看到，家里别人要等看过一遍' : '您看得到，这家别的人要等另一位看过一遍'
  return step === 'summarise' ? '另一位看一遍，看过就请这户确认' : '另一位看一遍，看过就送到'
}

/** The six things of a visit, to have at hand. Nobody counts them. */
export const prompts = [
  { word: '亮身份', note: '我是谁，管哪几栋，平时怎么找我' },
  { word: '送服务', note: '有哪些事居委会能帮上' },
  { word: '知情况', note: '家里几口人，联系方式变了没有' },
  { word: '做宣传', note: '这个月的几件事，合适就说一说' },
  { word: '问需求', note: '有什么难处，想怎么解决' },
  { word: '挖能人', note: '会什么、愿意帮什么，不勉强' },
] as const

export const refusalWords: Record<RefusalCode, string> = {
  ...commonRefusals,
  WrongStep: '这次走访刚有变化，看看最新的再说',
  NobodyThere: '这一块现在没有人能约，先打居委会的电话',
  NotAllowed: '这一步要由对方来做',
}
export const notSentWords = (refusal: RefusalCode | null): string => (refusal ? refusalWords[refusal] : faultWords)

/** `2 个空`, `约满了`, `休息`. */
export function dayNote({ working, away, slots }: { working: boolean; away: boolean; slots: readonly { taken: boolean }[] }): string {
  const free = slots.filter((slot) => !slot.taken).length
  if (free > 0) return `${free} 个空`
  if (slots.length > 0) return '约满了'
  return away ? '不在' : working ? '没有空' : '休息'
}
