import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { deleteSlot, lockSlot } from '../slots'

/** @throws Refusal `WrongStep` where a household has it: a visit is moved, not withdrawn from under it */
export const withdrawSlot: Method<'visit', 'withdrawSlot'> = async ({ tx, person }, { committeeId, slotId }) => {
  const slot = await lockSlot(tx, { committeeId, slotId, hostId: person.accountId })
  if (slot.visitId !== null) throw new Refusal('WrongStep')
  await deleteSlot(tx, committeeId, slotId)
  return { slotId }
}
