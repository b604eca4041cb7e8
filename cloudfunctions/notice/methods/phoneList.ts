import type { Method } from '../../runtime/request'
import { phonePlace } from '../../demand/store'
import { countCalls, listCalls } from '../calls'
import { callableAt } from '../rules/calling'

const shown = 50

export const phoneList: Method<'notice', 'phoneList'> = async ({ tx, person, now, surroundings }) => {
  const [rows, total] = await Promise.all([listCalls(tx, person, shown), countCalls(tx, person)])
  const items = rows.map(({ phoneSealed, ...row }) => {
    const line = { ...row, phone: phoneSealed && surroundings.seals.open(phonePlace(row.committeeId, row.demandId), phoneSealed) }
    return { ...line, callable: callableAt(line, now) }
  })
  return { items, total }
}
