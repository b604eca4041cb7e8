import { servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { findPhone as find } from '../openings'

/** By the blind index: nothing is opened, whoever asks knows the number. */
export const findPhone: Method<'household', 'findPhone'> = async (request, { committeeId, phone }) => {
  const { tx, person, surroundings } = request
  visibleTo(request, servesWhole(person, committeeId))
  return { items: await find(tx, committeeId, surroundings.seals.indexes(committeeId, phone)) }
}
