import type { Method } from '../../runtime/request'
import { countCalls, listCalls } from '../calls'
import { callableAt } from '../rules/calling'

const shown = 50

export const phoneList: Method<'notice', 'phoneList'> = async ({ tx, person, now }) => {
  const [rows, total] = await Promise.all([listCalls(tx, person, shown), countCalls(tx, person)])
  return { items: rows.map((row) => ({ ...row, callable: callableAt(row, now) })), total }
}
