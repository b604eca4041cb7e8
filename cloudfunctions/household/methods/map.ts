import { leads, servesWhole } from '../../account/rules/person'
import { visibleTo, type Method } from '../../runtime/request'
import { listBlocks, listBuildings, listCells } from '../houses'
import { scopeIn } from '../rules/scope'
import { cellView } from '../view'

/** One building at a time: the first one unless another is asked for. @throws Refusal `NotFound` for who serves nothing there, and for a block that is not theirs */
export const map: Method<'household', 'map'> = async (request, { committeeId, blockId, buildingId }) => {
  const { tx, person, now } = request
  const scope = scopeIn(person, committeeId)
  visibleTo(request, servesWhole(person, committeeId) || (scope !== null && (blockId === undefined || leads(person, blockId))))
  const place = { committeeId, blockId, buildingId, scope }
  const [blocks, buildings, homes] = await Promise.all([listBlocks(tx, committeeId, scope), listBuildings(tx, place, now), listCells(tx, place)])
  const at = buildings.find(({ chosen }) => chosen)
  return {
    blocks,
    blockId: at?.blockId ?? null,
    buildings: buildings.map(({ id, name, homes: all, waiting, unreached }) => ({ id, name, homes: all, waiting, unreached })),
    building: at ? { id: at.id, name: at.name } : null,
    homes: homes.map((home) => cellView(home, now)),
  }
}
