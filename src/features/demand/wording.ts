import type { LookAlike, CommitteeFilter, Channel, Demand, DemandCard, DemandKind, DemandResolution, DemandStatus, DemandStep, Foresight, HeardBy, InboxFilter, RouteLink, RouteReason, ThreadEntry, Urgency, Visibility } from '../../../contract/demand'
import type { RefusalCode } from '../../../contract/refusal'
import { clock, daysUntil, momentWord, nearDay, shortDay, weekDay } from '../../ui/dates'
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

/** How what is written down for a resident was heard. */
export const heardWords: Record<HeardBy, string> = { phone: '电话里说的', counter: '当面说的', homeVisit: '上门时说的', onlineVisit: '线上走访时说的' }

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
  ask: '问居民',
  resume: '接着办',
  bounce: '退回',
  transfer: '转到外面',
  takeToMeeting: '带到例会',
  assign: '例会指定',
  decline: '例会不办',
  join: '并到一件',
  separate: '分开办',
  askMoreTime: '申请延长',
  grantMoreTime: '同意延长',
  refuseMoreTime: '不延长',
  rate: '评价',
  snooze: '先放一放',
  move: '转到别的居委会',
  release: '放行',
  reject: '不放行',
  standIn: '代班',
  escalate: '往上报',
  closeSilent: '未评价',
  due: '改期',
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
  ask: '居民回答之前，答复的日子往后顺；已经超期的不顺',
  bounce: '说清为什么，对方才好接着办',
  transfer: '转出去以后还是您管着，答复的日子不变',
  askMoreTime: '主任或书记同意以后，居民会知道新的日子和理由',
  grantMoreTime: '居民会看到这句话和新的日子',
}

interface StatusLook {
  tone: Tone
  icon: IconName
  word: string
}

export type StatusSource = Pick<DemandCard, 'status' | 'owner' | 'offeredTo' | 'late' | 'daysLate' | 'meetingOn' | 'outside' | 'closedHow'>

const statusLooks: Record<DemandStatus, { tone: Tone; icon: IconName; filer: (owner: string) => string; staff: string }> = {
  submitted: { tone: 'stone', icon: 'inbox', filer: (owner) => `已到${owner}手里`, staff: '待首次联系' },
  accepted: { tone: 'river', icon: 'doing', filer: () => '办理中', staff: '办理中' },
  answered: { tone: 'lamp', icon: 'answer', filer: () => '等您确认', staff: '等居民确认' },
  reopened: { tone: 'river', icon: 'refresh', filer: () => '再办一次', staff: '居民说还没解决' },
  closed: { tone: 'pine', icon: 'done', filer: () => '您说解决了', staff: '居民说解决了' },
  withdrawn: { tone: 'stone', icon: 'undo', filer: () => '已撤回', staff: '居民收回了' },
  asked: { tone: 'lamp', icon: 'bell', filer: () => '等您补充', staff: '等居民补充' },
  atMeeting: { tone: 'river', icon: 'meeting', filer: () => '例会议', staff: '例会讨论' },
  transferred: { tone: 'river', icon: 'handover', filer: () => '转出在办', staff: '转出在办' },
  declined: { tone: 'stone', icon: 'doc', filer: () => '议过，暂不办', staff: '例会不办' },
  merged: { tone: 'stone', icon: 'merge', filer: () => '并到一件', staff: '并到一件' },
}
const silentLook: StatusLook = { tone: 'stone', icon: 'unrated', word: '未评价' }

/** Tint, icon and word, always the three. The word changes with the reader, the tone does not. */
export function statusLook(demand: StatusSource, reader: Reader): StatusLook {
  const { status, owner, offeredTo, late, daysLate, meetingOn, outside, closedHow } = demand
  if (late === 'late') return { tone: 'brick', icon: 'alert', word: `超期 ${daysLate} 天` }
  const open = status === 'submitted' || status === 'accepted' || status === 'reopened'
  if (offeredTo && open) {
    return { tone: 'river', icon: 'handover', word: reader === 'filer' ? `正在转给${offeredTo.name}` : `等${offeredTo.name}接手` }
  }
  if (status === 'closed' && closedHow === 'silent') return silentLook
  if (status === 'atMeeting' && meetingOn) return { ...statusLooks.atMeeting, word: `${dayWords(meetingOn)} 例会议` }
  if (status === 'transferred' && outside) return { ...statusLooks.transferred, word: `${outside.name}在办` }
  const { tone, icon, filer, staff } = statusLooks[status]
  return { tone, icon, word: reader === 'filer' ? filer(owner.name) : staff }
}

/** `11月26日` of a calendar day. */
export const dayWords = (day: string) => shortDay(`${day}T04:00:00.000Z`)

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

type SentenceSource = Due & StatusSource & Pick<DemandCard, 'followers'>

const sentences: Record<DemandStatus, (owner: string, by: string, demand: SentenceSource) => string> = {
  submitted: (owner, by) => `${owner}先接着，${by}`,
  accepted: (owner, by) => `${owner}在办，${by}`,
  answered: (owner) => `${owner}答复了。您看看，解决了吗？`,
  reopened: (owner, by) => `您说还没解决，${owner}接着办${by && `，${by}`}`,
  closed: (_owner, _by, { closedHow }) => (closedHow === 'silent' ? '您没回，先记作“未评价”，想说随时还能说' : '您说解决了。有变化随时再说'),
  withdrawn: () => '您收回了这件事。想说随时再说',
  asked: (owner) => `${owner}想先问清一件事。您回一句，接着办`,
  atMeeting: (owner, by, { meetingOn }) => `${meetingOn ? `${dayWords(meetingOn)} ` : ''}例会上议，${owner}接着管，${by}`,
  transferred: (owner, by, { outside }) => `${outside?.name ?? '外面'}在办，${owner}盯着，${by}`,
  declined: () => '例会议过，暂时办不了。理由和会议记录在下面',
  merged: (owner, _by, { followers }) => `${followers > 0 ? `和 ${followers} 位邻居说的是一件事` : '和邻居说的是一件事'}，${owner}一起办，有结果都告诉您`,
}

/** Who has it and by when, in one sentence to the one who filed it. */
export function sentenceOf(demand: SentenceSource, now: string | number = Date.now()): string {
  const { status, owner, offeredTo, late, dueAt } = demand
  if (late === 'late' && dueAt) return `说好 ${shortDay(dueAt)} 答复，晚了。${owner.name}还在办，今天给您一个说法`
  const open = status === 'submitted' || status === 'accepted' || status === 'reopened'
  if (offeredTo && open) return `正在转给${nameWithPost(offeredTo)}。没接下之前，${owner.name}继续负责`
  return sentences[status](owner.name, answerBy(demand, now), demand)
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
  ask: (who) => `${who}问了一句，等居民回答`,
  resume: (who) => `${who}接着办`,
  bounce: (who) => `${who}退了回来`,
  transfer: (who, to) => `${who}转给了${to}，还由原来的人盯着`,
  takeToMeeting: (who, day) => `${who}带到${/^\d{4}-/.test(day) ? ` ${dayWords(day)} ` : ''}例会上议`,
  assign: (_, to) => `例会定了由${to}办`,
  decline: () => '例会议过，暂时不办',
  join: (who, to) => `${who}把它和${to}并到一件办`,
  separate: (who) => `${who}把它分开单独办`,
  askMoreTime: (who) => `${who}想延长到 15 个工作日`,
  grantMoreTime: (who) => `${who}同意多用些时间`,
  refuseMoreTime: (who) => `${who}没有同意延长`,
  rate: (who) => `${who}评价了`,
  snooze: (who) => `${who}先放一放`,
  move: (who, to) => `${who}转到了${to}`,
  release: (who) => `${who}看过了，等着的话送到了`,
  reject: (who) => `${who}看过了，没有放行`,
  standIn: (_, to) => `${to}接着办`,
  escalate: (_, to) => `时间过了，已经告诉${to}`,
  closeSilent: () => '15 天没有回音，先记作“未评价”',
  due: () => '放假安排变了，答复的日子跟着变',
}

/** What a resident says, written down by one who serves. */
const residentSteps: ReadonlySet<DemandStep> = new Set(['add', 'confirm', 'notSolved', 'withdraw'])

export function eventWords({ step, by, mine, to, due, meetingDay, heard }: Pick<ThreadEntry, 'step' | 'by' | 'mine' | 'to' | 'due'> & Partial<Pick<ThreadEntry, 'meetingDay' | 'heard'>>): string {
  if (meetingDay) return decidedWords(step, meetingDay, to)
  if (heard && step === 'file') return `${mine ? '您' : by ? nameWithPost(by) : '居委会'}代登记了这件事，${heardWords[heard]}`
  if (heard && by) return `${events[step]('居民', to ?? '别人')}（${by.name}代记，${heardWords[heard]}）`
  const written = by?.post && residentSteps.has(step) ? `（${by.name}代记）` : ''
  const who = written !== '' ? `居民${written}` : mine ? '您' : by ? nameWithPost(by) : '居委会'
  if (step === 'snooze') return to ? `${who}先放一放，${momentWord(to)} 再看` : `${who}不放了，接着办`
  const words = events[step](who, to ?? '别人')
  return due ? `${words}：${shortDay(due.old)} 改到 ${shortDay(due.new)}` : words
}

/** What a meeting decided; its words follow. */
function decidedWords(step: DemandStep, day: string, to: string | null): string {
  const done: Partial<Record<DemandStep, string>> = { assign: `由${to ?? '别人'}办`, decline: '暂时办不了', transfer: `转给${to ?? '外面'}`, resume: '接着办' }
  return `${dayWords(day)} 例会议过，${done[step] ?? '这样答复'}`
}

/** Above what a meeting decided, as its resident reads it. */
export function decidedHeading({ day, outcome }: Pick<DemandResolution, 'day' | 'outcome'>): string {
  if (outcome === 'decline') return `${dayWords(day)} 例会议过，暂时办不了。理由和会议记录在这里`
  return `${dayWords(day)} 例会议过`
}

/** Who said the words of an entry. */
export function sayerOf({ by, mine, meetingDay, heard }: Pick<ThreadEntry, 'by' | 'mine' | 'meetingDay'> & Partial<Pick<ThreadEntry, 'heard'>>): string {
  if (heard && by) return `居民（${by.name}代记，${heardWords[heard]}）`
  if (meetingDay) return `${dayWords(meetingDay)} 例会`
  return mine ? '我' : by ? nameWithPost(by) : '居委会'
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
  tookCall: '接下这件事的人，先管着',
  answeredOnSpot: '当场就答复了',
  askedForAnother: '按居民意愿换人',
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
  offered: '等对方接手',
  atMeeting: '例会',
  outside: '在外面办',
  moreTime: '申请延长',
  escalated: '往上报的',
  danger: '有危险',
  resident: '等居民',
  rest: '已了结',
  all: '全部',
}

export const inboxFilterWords: Record<InboxFilter, string> = {
  mine: '等我', unread: '没看过', late: '超期', offered: '想转给我的', atMeeting: '例会议', outside: '在外面办', snoozed: '先放着的', resident: '等居民', rest: '已了结',
}

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

/** Whose words they are, for whoever reads of them: ownResident and ownStaff wrote them, staffAboutResident and staffAboutStaff read another's. */
export type SafetyReader = 'ownResident' | 'ownStaff' | 'staffAboutResident' | 'staffAboutStaff'

export function safetyReader({ mine, by }: Pick<ThreadEntry, 'mine' | 'by'>, reader: Demand['reader']): SafetyReader {
  if (reader === 'filer') return 'ownResident'
  if (!by?.post) return 'staffAboutResident'
  return mine ? 'ownStaff' : 'staffAboutStaff'
}

const pendingWords: Record<SafetyReader, string> = {
  ownResident: '经办的人已经看到，还有一位正在看一遍，看过这个记号就没了',
  ownStaff: '正在看一遍，看过就送到',
  staffAboutResident: '正在看一遍，看过之前邻居看不到',
  staffAboutStaff: '居民还没看到，正等人看一遍',
}

const rejectedWords: Record<SafetyReader, string> = {
  ownResident: '邻居看不到这段话，事情照办。要改，就再补一句',
  ownStaff: '居民没看到。改一改，重新写一句',
  staffAboutResident: '邻居看不到，事情照办',
  staffAboutStaff: '居民没看到',
}

/** One sentence beside the mark. */
export function safetyWords(safety: 'pending' | 'rejected', reader: SafetyReader, rejectedFor: string | null): string {
  if (safety === 'pending') return pendingWords[reader]
  return rejectedFor ? `${rejectedFor}。${rejectedWords[reader]}` : rejectedWords[reader]
}

/** `邻居也说了：3号电梯停了，22 位一起等，今天 21:00 前答复。`; where it is, when it says. */
export function alikeWords({ title, place, neighbours, dueAt, provisional }: LookAlike, now: string | number = Date.now()): string {
  const before = beforeWords({ dueAt, provisional }, now)
  const facts = [`邻居也说了：${title}`, place && `在${place}`, neighbours > 1 && `${neighbours} 位一起等`, before && `${before}答复`].filter(Boolean)
  return `${facts.join('，')}。`
}

/** How one of several stands, for those who serve. */
export function statusWord(status: DemandStatus): string {
  return statusLooks[status].staff
}
