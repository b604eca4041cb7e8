import type { CommitteeFilter, Channel, DemandCard, DemandKind, DemandStatus, DemandStep, Foresight, RouteLink, RouteReason, ThreadEntry, Urgency, Visibility } from '../../../contract/demand'
import type { RefusalCode } from '../../../contract/refusal'
import { clock, daysUntil, nearDay, shortDay, weekDay } from '../../ui/dates'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'
import { faultWords, nameWithPost, postOf, presenceWords, refusalWords as commonRefusals } from '../../wording'

export type Reader = 'filer' | 'staff'

export const kindWords: Record<DemandKind, string> = {
  request: '求助',
  suggestion: '建议',
  complaint: '投诉',
  consultation: '咨询',
  hazard: '隐患',
}

export const urgencyWords: Record<Urgency, string> = { ordinary: '不急', soon: '着急', danger: '有危险' }

export const visibilityWords: Record<Visibility, string> = {
  committee: '只有居委会和我',
  neighbours: '邻居也能看到，不写我是谁',
}

export const channelWords: Record<Channel, string> = {
  app: '小程序',
  onlineVisit: '线上走访',
  homeVisit: '上门走访',
  phone: '电话',
  counter: '居委会当面',
}

export const dangerWords = '着火、燃气味、有人受伤：先打 119、110、120。然后告诉我们，块长和值班的人马上都会知道'

/** Step as the word on its button. */
export const stepWords: Record<DemandStep, string> = {
  file: '说件事',
  add: '补充一句',
  accept: '接手',
  reply: '回一句',
  answer: '答复',
  note: '记一笔',
  handOver: '转给别人',
  takeOver: '我来接',
  confirm: '解决了',
  notSolved: '还没解决',
  withdraw: '撤回',
}

/** The same button while what it sends is written; says what happens then. */
export const stepNotes: Partial<Record<DemandStep, string>> = {
  add: '经办的人马上能看到',
  reply: '居民马上能看到，事情接着办',
  answer: '居民会看到，并说解决没解决',
  note: '只有经办的人能看，居民看不到',
  handOver: '对方接下之前，还是您管着',
  takeOver: '接下以后由您答复居民',
  withdraw: '撤回以后不再办，想说随时再说',
}

interface StatusLook {
  tone: Tone
  icon: IconName
  word: string
}

type StatusSource = Pick<DemandCard, 'status' | 'owner' | 'offeredTo' | 'late' | 'daysLate'>

const statusLooks: Record<DemandStatus, { tone: Tone; icon: IconName; filer: (owner: string) => string; staff: string }> = {
  submitted: { tone: 'stone', icon: 'inbox', filer: (owner) => `已到${owner}手里`, staff: '待首次联系' },
  accepted: { tone: 'river', icon: 'doing', filer: () => '办理中', staff: '办理中' },
  answered: { tone: 'lamp', icon: 'answer', filer: () => '等您确认', staff: '等居民确认' },
  reopened: { tone: 'river', icon: 'refresh', filer: () => '再办一次', staff: '居民说还没解决' },
  closed: { tone: 'pine', icon: 'done', filer: () => '您说解决了', staff: '居民说解决了' },
  withdrawn: { tone: 'stone', icon: 'undo', filer: () => '已撤回', staff: '居民收回了' },
}

/** Tint, icon and word, always the three. The word changes with the reader, the tone does not. */
export function statusLook({ status, owner, offeredTo, late, daysLate }: StatusSource, reader: Reader): StatusLook {
  if (late === 'late') return { tone: 'brick', icon: 'alert', word: `超期 ${daysLate} 天` }
  const open = status === 'submitted' || status === 'accepted' || status === 'reopened'
  if (offeredTo && open) {
    return { tone: 'river', icon: 'handover', word: reader === 'filer' ? `正在转给${offeredTo.name}` : `等${offeredTo.name}接手` }
  }
  const { tone, icon, filer, staff } = statusLooks[status]
  return { tone, icon, word: reader === 'filer' ? filer(owner.name) : staff }
}

type Due = Pick<DemandCard, 'dueAt' | 'provisional'>

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

type SentenceSource = Due & Pick<DemandCard, 'status' | 'owner' | 'offeredTo' | 'late' | 'daysLate'>

const sentences: Record<DemandStatus, (owner: string, by: string) => string> = {
  submitted: (owner, by) => `${owner}先接着，${by}`,
  accepted: (owner, by) => `${owner}在办，${by}`,
  answered: (owner) => `${owner}答复了。您看看，解决了吗？`,
  reopened: (owner, by) => `您说还没解决，${owner}接着办${by && `，${by}`}`,
  closed: () => '您说解决了。有变化随时再说',
  withdrawn: () => '您收回了这件事。想说随时再说',
}

/** Who has it and by when, in one sentence to the one who filed it. */
export function sentenceOf(demand: SentenceSource, now: string | number = Date.now()): string {
  const { status, owner, offeredTo, late, dueAt } = demand
  if (late === 'late' && dueAt) return `说好 ${shortDay(dueAt)} 答复，晚了。${owner.name}还在办，今天给您一个说法`
  const open = status === 'submitted' || status === 'accepted' || status === 'reopened'
  if (offeredTo && open) return `正在转给${nameWithPost(offeredTo)}。没接下之前，${owner.name}继续负责`
  return sentences[status](owner.name, answerBy(demand, now))
}

/** What an entry without words did, as both sides read it. */
const events: Record<DemandStep, (who: string, to: string) => string> = {
  file: (who) => `${who}说了这件事`,
  add: (who) => `${who}补充了`,
  accept: (who) => `${who}接手了`,
  reply: (who) => `${who}回了话`,
  answer: (who) => `${who}答复了`,
  note: (who) => `${who}记了一笔`,
  handOver: (who, to) => `${who}想转给${to}，没接下之前还由原来的人负责`,
  takeOver: (who) => `${who}接下了，接着办`,
  confirm: (who) => `${who}说解决了`,
  notSolved: (who) => `${who}说还没解决`,
  withdraw: (who) => `${who}收回了这件事`,
}

export function eventWords({ step, by, mine, to }: Pick<ThreadEntry, 'step' | 'by' | 'mine' | 'to'>): string {
  const who = mine ? '您' : by ? nameWithPost(by) : '居委会'
  return events[step](who, to ?? '别人')
}

/** Why the chain did or did not stop there. */
export const routeReasonWords: Record<RouteReason, string> = {
  leaderOfBlock: '管这一块',
  deputyOfBlock: '副块长，块长不在时接',
  standIn: '代班',
  dutyToday: '今天接待',
  director: '前面的人都不在，由居委会接',
  onLeave: '请假',
  standInLoop: '代班的人也不在',
  postEmpty: '这一块的块长还空着',
  noBlock: '还不知道住在哪一块，先交给值班的人',
  aboutApp: '说的是这个程序，由主任接',
  toldAtOnce: '有危险',
  isFiler: '说这件事的是本人，换别人接',
}

const outcomeWords: Record<RouteLink['outcome'], string> = { took: '接下了', passed: '', told: '同时告诉了' }

/** One stop of the chain: who, and why it did or did not stop there. */
export function routeStop({ staff, reason, outcome, back }: RouteLink, now: string | number = Date.now()): { title: string; note: string; state: 'done' | 'now' } {
  const why = back ? `${routeReasonWords[reason]}，${nearDay(back, now)} 回来` : routeReasonWords[reason]
  const title = staff ? `${staff.name}（${postOf(staff)}）` : '没有人'
  return { title, note: staff && outcome !== 'passed' ? `${why}，${outcomeWords[outcome]}` : why, state: outcome === 'took' ? 'now' : 'done' }
}

/** What the chips above a committee's list say. */
export const committeeFilterWords: Record<CommitteeFilter, string> = {
  open: '在办',
  late: '超期',
  today: '今天到期',
  contact: '待首次联系',
  desk: '没有块的',
  resident: '等居民',
  rest: '已了结',
  all: '全部',
}

export type InboxFilter = 'mine' | 'unread' | 'late' | 'resident' | 'rest'
export const inboxFilterWords: Record<InboxFilter, string> = { mine: '等我', unread: '没看', late: '超期', resident: '等居民', rest: '已了结' }

export type MineFilter = 'all' | 'open' | 'rest'
export const mineFilterWords: Record<MineFilter, string> = { all: '全部', open: '在办', rest: '已了结' }

/** Whose turn it is, for one who serves. */
export const turnWords: Record<DemandCard['turn'], string> = { mine: '等您', theirs: '等居民', nobody: '了结了' }

export const refusalWords: Record<RefusalCode, string> = {
  ...commonRefusals,
  NotFound: '这件事只有当事人和经办人能看',
  NotAllowed: '这件事只有当事人和经办人能看',
}

/** What to say when it was not sent: refused by name, or our fault. */
export function notSentWords(refusal: RefusalCode | null): string {
  return refusal ? refusalWords[refusal] : faultWords
}

/** What is missing in what was typed, said before it is sent. */
export const textWrong = {
  short: '再多说一句：在哪里、想怎么解决',
  long: '写得太长了，1000 个字以内',
  place: '地点写短一些，60 个字以内',
  empty: '写一句再送',
} as const

/** Why it goes to this person, and by when it is answered; said before anything is sent. */
export function foresightWords(foresight: Foresight, kind: DemandKind, bound: boolean, now: string | number = Date.now()): { why: string; by: string } {
  const { owner, route, workingDays, contactDueAt, dueAt, provisional } = foresight
  const away = route.flatMap(({ staff, reason, back }) => (staff && reason === 'onLeave' ? [`${nameWithPost(staff)}请假${back ? `，${nearDay(back, now)} 回来` : ''}。`] : []))
  const first = bound ? '' : '您还没有入户，先交给值班的人。'
  const told = route.flatMap(({ staff, outcome }) => (staff && outcome === 'told' ? [staff.name] : []))
  const danger = told.length > 0
  const all = `${[nameWithPost(owner.staff), ...told].join('、')}马上都会知道。`
  const calm = `${nameWithPost(owner.staff)}${owner.here ? '接，现在在' : `接，${presenceWords(owner, now)}`}。换谁都会告诉您。`
  const contact = danger ? `${nearDay(contactDueAt, now)} ${clock(contactDueAt)} 前先联系您。` : ''
  return {
    why: `${first}${away.join('')}${danger ? all : calm}${contact}${danger ? '' : `${kindWords[kind]} ${workingDays} 个工作日内答复：`}`,
    by: `${danger ? '答复：' : ''}${beforeWords({ dueAt, provisional }, now)}。`,
  }
}
