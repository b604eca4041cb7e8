import type { NextVisit } from '../../../contract/account'
import { clock, hourOf, weekDay } from '../../ui/dates'

/** The greeting by the clock of the neighbourhood. */
export function greetingAt(at: string | number): string {
  const hour = hourOf(at)
  if (hour < 5) return '夜深了'
  if (hour < 9) return '早上好'
  if (hour < 12) return '上午好'
  if (hour < 14) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}

/** `周女士，晚上好`; a visitor is greeted without a name. */
export function greeting(name: string | null, at: string | number): string {
  return name ? `${name}，${greetingAt(at)}` : greetingAt(at)
}

/** What an operator has not filled in yet is said, never invented. */
export function filledIn(value: string): string {
  return value.trim() || '还没有填写'
}

/** The visit that comes next and what it waits for; without one, that one may be asked for. */
export function visitWords(next: NextVisit | null): { word: string; note: string } {
  if (next === null) return { word: '约线上走访', note: '不用上门，时间由您挑' }
  const { state, hostName, startsAt } = next
  if (state === 'summarised') return { word: '看走访小结', note: `${hostName}写好了，您看对不对` }
  if (state === 'proposed' || startsAt === null) return { word: '挑个时间聊', note: `${hostName}写了几个时间` }
  return { word: `和${hostName}线上聊`, note: `${weekDay(startsAt)}${clock(startsAt)}` }
}

/** What one who serves finds waiting, in one line. */
export function tasksWords({ late, joinRequests, desk, visits }: { late: number; joinRequests: number; desk: number; visits: number }): string {
  const parts = [late > 0 && `${late} 件超期`, joinRequests > 0 && `${joinRequests} 份入户申请`, visits > 0 && `${visits} 次走访`, desk > 0 && `${desk} 件没有块的`]
  return parts.filter(Boolean).join('，') || '都在日子里'
}
