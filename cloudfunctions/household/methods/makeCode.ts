import { randomBytes } from 'node:crypto'
import { codeDays, codeLength } from '../../../contract/householdCode'
import { leads, servesWhole } from '../../account/rules/person'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { codeFrom, hashOf, lockDoor, replaceCode } from '../codes'

/** @throws Refusal `NotFound` for a door the person does not serve */
export const makeCode: Method<'household', 'makeCode'> = async (request, { committeeId, householdId }) => {
  const { tx, person, now, surroundings } = request
  const { blockId, label, committeeName } = await lockDoor(tx, { committeeId, householdId })
  visibleTo(request, leads(person, blockId) || servesWhole(person, committeeId))
  const code = codeFrom(randomBytes(codeLength))
  const expiresAt = new Date(Date.parse(now) + codeDays * 86_400_000).toISOString()
  await replaceCode(tx, { committeeId, householdId, blockId, id: newId(request), hash: hashOf(surroundings.seals, code), me: person.accountId, now, expiresAt })
  return { code, label, committeeName, expiresAt }
}
