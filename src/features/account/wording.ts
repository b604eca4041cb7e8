import { hourOf } from '../../ui/dates'

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

/** What one who serves finds waiting, in one line. */
export function tasksWords({ late, joinRequests, desk }: { late: number; joinRequests: number; desk: number }): string {
  const parts = [late > 0 && `${late} 件超期`, joinRequests > 0 && `${joinRequests} 份入户申请`, desk > 0 && `${desk} 件没有块的`]
  return parts.filter(Boolean).join('，') || '都在日子里'
}
