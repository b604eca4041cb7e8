import { servesWhole } from '../../account/rules/person'
import { untilOf } from '../../runtime/files'
import { visibleTo, type Method } from '../../runtime/request'
import { listWaiting as readWaiting } from '../store'

export const listWaiting: Method<'photo', 'listWaiting'> = async (request, { committeeId }) => {
  const { tx, person, now, surroundings } = request
  const me = person.accountId
  visibleTo(request, servesWhole(person, committeeId))
  const rows = await readWaiting(tx, { committeeId, me, now })
  const urls = rows.length > 0 ? await surroundings.files.links(rows.map(({ thumbRef }) => thumbRef), { reader: me, now }) : []
  return { items: rows.map(({ photo }, index) => ({ ...photo, thumb: urls[index] || null })), until: untilOf(now) }
}
