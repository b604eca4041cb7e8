/** Why it goes, or went, to whom. */
import type { Foresight } from '../../../contract/demand/filing'
import type { RouteLink, RouteReason } from '../../../contract/demand/route'
import type { DemandKind } from '../../../contract/demand/said'
import { clock, nearDay } from '../../ui/dates'
import { nameWithPost, postOf, presenceWords } from '../../wording'
import { beforeWords } from './dueWording'
import { kindWords } from './wording'

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
    by: `${danger ? '答复：' : ''}${beforeWords({ dueAt, provisional }, now)}`,
  }
}
