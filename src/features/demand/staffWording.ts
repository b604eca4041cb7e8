/** Words only those who serve read; what residents read as well stands in wording.ts. */
import type { Demand, DemandCard } from '../../../contract/demand'
import type { ContactChannel, ContactWish } from '../../../contract/household'
import type { Block } from '../../../contract/organization'
import { clock, daysUntil, momentWord, nearDay } from '../../ui/dates'
import { presenceWords } from '../../wording'
import { dueWords, eventWords } from './wording'

const by: Record<ContactChannel, string> = { app: '小程序消息', wechat: '微信通话', phone: '电话', email: '邮件', door: '上门' }
const not: Record<ContactChannel, string> = { app: '不要发小程序消息', wechat: '不要打微信', phone: '不要打电话', email: '不要发邮件', door: '不要上门' }

/** `用小程序消息，工作日 19:00–21:30。不要打电话。` That nobody may come to the door is said apart, and first. */
export function wishWords({ noHomeVisits, channels, hours, never }: ContactWish): string {
  const ways = channels.length > 0 ? `用${channels.map((channel) => by[channel]).join('、')}` : '怎么联系都行'
  const avoided = never.filter((channel) => !(channel === 'door' && noHomeVisits)).map((channel) => not[channel])
  return [hours ? `${ways}，${hours}` : ways, ...avoided].map((words) => `${words}。`).join('')
}

/** `12号楼 602室 林女士` → `林女士`. */
export function askerOf(from: string): string {
  return from.slice(from.lastIndexOf(' ') + 1)
}

/** A template that was not filled in whole is not sent. */
export function unfilledWords(names: readonly string[]): string {
  return `还有没填上的：${names.map((name) => `{${name}}`).join('、')}。换成真的再送`
}

function resting(status: DemandCard['status']): string {
  return status === 'answered' ? '已答复' : '已了结'
}

/** A narrow column: the day, with the hour where hours count. */
export function dueShort({ dueAt, urgency, provisional, status }: DemandCard, now = Date.now()): string {
  if (!dueAt) return resting(status)
  const hour = urgency === 'danger' && Math.abs(daysUntil(dueAt, now)) <= 1 ? ` ${clock(dueAt)}` : ''
  return `${nearDay(dueAt, now)}${hour}${provisional ? '（暂定）' : ''}`
}

/** Beside the number of an open matter. */
export function dueLong(card: DemandCard, now = Date.now()): string {
  if (!card.dueAt) return resting(card.status)
  const day = dueWords(card, now)
  return card.late === 'late' ? `原定 ${day} 答复` : `${day} 前答复`
}

/** Under the box, once the server has it. */
export const goneWords: Record<'reply' | 'answer' | 'note' | 'accept' | 'takeOver', string> = {
  reply: '送到了，居民能看到',
  answer: '答复送到了，等居民说解决没解决',
  note: '记下了，居民看不到',
  accept: '您接手了，居民能看到',
  takeOver: '您接下了，从现在起由您办',
}

export const keptWords = '没有网络。留在这台手机里，联网自动送出'

/** What happened meanwhile, for one whose step came too late. */
export function changeWords({ thread }: Demand): string {
  const last = thread[thread.length - 1]
  return last ? `${momentWord(last.at)} ${eventWords(last)}` : '办的人换了'
}

/** Under the name of a block: its leader, and whether they are there. */
export function blockNote({ leader }: Block): string {
  return leader ? `${leader.staff.name}，${presenceWords(leader)}` : '块长还空着，由居委会接'
}
