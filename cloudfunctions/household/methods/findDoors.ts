import { takesIn } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { doorIn } from '../rules/door'
import { listDoors } from '../store'

/** Row security leaves a leader the doors of their own block. */
export const findDoors: Method<'household', 'findDoors'> = async (request, { committeeId, door }) => {
  const { tx, person } = request
  visibleTo(request, takesIn(person, committeeId))
  const spoken = doorIn(door)
  return { items: spoken ? await listDoors(tx, committeeId, spoken) : [] }
}
