/** Words only those who serve read; what residents read as well stands in wording.ts. */
import type { DemandCard } from '../../../contract/demand/card'
import type { Demand } from '../../../contract/demand/demand'
import type { CommitteeSort, LateWhy } from '../../../contract/demand/lists'
import type { Outside, OutsideKind } from '../../../contract/demand/route'
import type { ContactChannel, ContactWish } from '../../../contract/household'
import type { Block } from '../../../contract/organization'
import { clock, daysUntil, momentWord, nearDay } from '../../ui/dates'
import type { IconName } from '../../ui/Icon'
import { presenceWords } from '../../wording'
import type { StaffAct } from './staffActs'
import { dueWords } from './dueWording'
import { eventWords } from './threadWording'
import { stepWords } from './wording'

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

/** Steps that need a reason and nothing else. */
export type ReasonStep = 'bounce' | 'takeToMeeting' | 'askMoreTime' | 'grantMoreTime' | 'refuseMoreTime'

interface ReasonSheet {
  title: string
  note: string
  label: string
  placeholder: string
  /** At least so many characters. */
  least: number
  missing: string
  button: string
}

/** What is asked before such a step, and what will happen. */
export const reasonSheets: Record<ReasonStep, (demand: Pick<Demand, 'status' | 'owner' | 'outside'>) => ReasonSheet> = {
  bounce: ({ status, owner, outside }) => status === 'transferred'
    ? { title: `${outside?.name ?? '对方'}退回来了`, note: `记下对方怎么说，${owner.name}接着办。居民会看到。`, label: '对方怎么说', placeholder: '为什么没有办', least: 1, missing: '还差一样：对方怎么说', button: '记下，接着办' }
    : { title: `退回给${owner.name}`, note: '说清为什么，对方才好接着办。居民只看到退回了，看不到理由。', label: '为什么退回', placeholder: '该谁办、还缺什么', least: 1, missing: '还差一样：为什么退回', button: '退回' },
  takeToMeeting: ({ owner }) => ({
    title: '带到例会上议', note: `居民会看到哪天议。议定之前还是${owner.name}管着，答复的日子不变。`, label: '为什么要上例会', placeholder: '例会上的人会看到', least: 2, missing: '还差一样：为什么要上例会', button: '带到例会',
  }),
  askMoreTime: () => ({
    title: '申请延长到 15 个工作日', note: '主任或书记同意以后，居民会看到新的日子和理由。没同意之前，日子不变。',
    label: '为什么要多用些时间', placeholder: '定的人会看到', least: 2, missing: '还差一样：为什么要多用些时间', button: '送去定',
  }),
  grantMoreTime: () => ({
    title: '同意延长', note: '居民会看到这句话和新的日子，写给居民看。', label: '跟居民怎么说', placeholder: '为什么要多用些时间', least: 2, missing: '还差一样：跟居民怎么说', button: '同意延长',
  }),
  refuseMoreTime: () => ({ title: '不延长', note: '答复的日子不变，申请的人会看到。居民看不到。', label: '为什么（可以不写）', placeholder: '申请的人会看到', least: 0, missing: '', button: '不延长' }),
}

export const outsideWords: Record<OutsideKind, string> = { property: '物业公司', owners: '业委会', hotline: '12345', other: '别的单位' }
/** What it is called when nobody says it better. */
export const outsideNames: Record<OutsideKind, string> = { property: '物业公司', owners: '业委会', hotline: '12345', other: '' }

export const snoozeReasons = ['等配件', '等对方回话', '等居民方便', '约好了时间'] as const

export const actIcons: Record<StaffAct, IconName> = {
  answer: 'answer', accept: 'doing', takeOver: 'check', resume: 'doing', bounce: 'undo', handOver: 'handover', takeToMeeting: 'meeting', transfer: 'out', askMoreTime: 'calendar', snooze: 'clock', unsnooze: 'clock',
}

const actWords: Record<StaffAct, string> = {
  answer: '答复并请确认', accept: stepWords.accept, takeOver: '我来办', resume: '不等了，接着办', bounce: '退回', handOver: '转交', takeToMeeting: '上例会', transfer: '转到外面', askMoreTime: '申请延长',
  snooze: '先放一放', unsnooze: '不放了，接着办',
}

export function actWord(act: StaffAct, { status }: Pick<Demand, 'status'>): string {
  return act === 'bounce' && status === 'transferred' ? '对方退回来了' : actWords[act]
}

/** Under the word in 更多: what will happen. */
export const actNotes: Record<StaffAct, string> = {
  answer: '居民会看到，并说解决没解决',
  accept: '居民会看到您接手了',
  takeOver: '接下以后由您答复居民',
  resume: '不再等，时间接着算',
  bounce: '说清为什么，对方才好接着办',
  handOver: '给块长、同事或街道，接下之前还是您管着',
  takeToMeeting: '一个人定不了的，居民会看到哪天议',
  transfer: '物业、业委会、12345，您还盯着',
  askMoreTime: '到 15 个工作日，主任或书记同意才算',
  snooze: '收起来，到时候自己回来',
  unsnooze: '马上回到“等我办”',
}

/** Under the box, once the server has it. */
export const goneWords: Record<'reply' | 'ask' | 'note' | StaffAct | ReasonStep, string> = {
  reply: '送到了，居民能看到',
  ask: '问出去了，居民回答之前时间先停着',
  answer: '答复送到了，等居民说解决没解决',
  note: '记下了，居民看不到',
  accept: '您接手了，居民能看到',
  takeOver: '您接下了，从现在起由您办',
  resume: '接着办，时间接着算',
  bounce: '退回的事记下了',
  handOver: '说给对方了，接下之前还由现在的人管着',
  takeToMeeting: '放进例会了，居民能看到哪天议',
  transfer: '转出去了，居民能看到转给谁',
  askMoreTime: '送去定了，没同意之前日子不变',
  grantMoreTime: '延长了，居民能看到新的日子',
  refuseMoreTime: '没有延长，申请的人会知道',
  snooze: '收起来了，到时候自己回来',
  unsnooze: '回到“等我办”了',
}

export const keptWords = '没有网络。留在这台手机里，联网自动送出'

export const heldWords = '写好了。等另一位看一遍，看过就送到居民那里'

/** Whether what one just wrote has to be read by another first. */
export function waitsForReading({ thread }: Demand): boolean {
  const last = thread[thread.length - 1]
  return last !== undefined && last.mine && last.safety === 'pending'
}

/** What happened meanwhile, for one whose step came too late. */
export function changeWords({ thread }: Demand): string {
  const last = thread[thread.length - 1]
  return last ? `${momentWord(last.at)} ${eventWords(last)}` : '办的人换了'
}

/** Under the name of a block: its leader, and whether they are there. */
export function blockNote({ leader }: Block): string {
  return leader ? `${leader.staff.name}，${presenceWords(leader)}` : '块长还空着，由居委会接'
}

/** Why something is late, as a place where it stands. */
export const lateWhyWords: Record<LateWhy, string> = {
  offered: '转出去，还没人接',
  atMeeting: '等例会议',
  outside: '在外面办，还没回音',
  moreTime: '申请了延长，还没定',
  asked: '问居民的时候已经超期',
  lent: '原来的人请假，转到代班',
  untouched: '还没有人联系居民',
  working: '在办，还没答复',
}

export const sortWords: Record<CommitteeSort, string> = { due: '时限近的在前', filed: '新说的在前', last: '刚有动静的在前' }

/** Who has it outside, under which number there, and who keeps an eye on it. */
export function outsideLine({ name, number }: Outside, owner: string): string {
  return `${name}在办${number ? `，编号 ${number}` : ''}。${owner}盯着，答复居民的日子不变。`
}
