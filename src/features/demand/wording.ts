import type { DemandStep } from '../../../contract/demand/life'
import type { CommitteeFilter, InboxFilter } from '../../../contract/demand/lists'
import type { Channel, DemandKind, HeardBy, Urgency, Visibility } from '../../../contract/demand/said'
import type { RefusalCode } from '../../../contract/refusal'
import { refusalWords as commonRefusals, faultWords } from '../../wording'

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
