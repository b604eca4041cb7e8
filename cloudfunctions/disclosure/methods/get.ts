import { Refusal } from '../../../contract/refusal'
import { approves, homeIn, servesWhole } from '../../account/rules/person'
import type { OpenMethod } from '../../runtime/request'
import { stepsOf } from '../rules/life'
import { readWhole } from '../store'

/** @throws Refusal `NotFound`, also for a draft of others */
export const get: OpenMethod<'disclosure', 'get'> = async ({ tx, person, surroundings }, named) => {
  const { committeeId } = named
  const whole = person !== null && servesWhole(person, committeeId)
  const { row, ...rest } = await readWhole(tx, named, person?.accountId ?? null)
  if (row.state === 'draft' && !whole && surroundings.firstWall) throw new Refusal('NotFound')
  return { ...row, ...rest, steps: stepsOf(row.state, { whole, directs: person !== null && approves(person, committeeId), resident: person !== null && homeIn(person, committeeId) !== undefined }) }
}
