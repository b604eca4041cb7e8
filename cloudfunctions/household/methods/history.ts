import { Refusal } from '../../../contract/refusal'
import { visibleTo, type Method } from '../../runtime/request'
import { findHome, listHistory } from '../archive'
import { seatOf } from '../rules/archive'
import { changeView } from '../view'

export const history: Method<'household', 'history'> = async (request, { committeeId, householdId }) => {
  const { tx, person } = request
  const [home, changes] = await Promise.all([findHome(tx, committeeId, householdId), listHistory(tx, committeeId, householdId)])
  const seat = home ? seatOf(person, home) : null
  visibleTo(request, seat !== null)
  if (!seat) throw new Refusal('NotFound')
  return { items: changes.map((change) => changeView(change, seat)) }
}
