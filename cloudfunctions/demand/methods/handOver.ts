import { Refusal } from '../../../contract/refusal'
import type { Id } from '../../../contract/values'
import type { Roster } from '../../organization/rules/roster'
import type { Method } from '../../runtime/request'
import { receiverOfBlock } from '../rules/routing'
import { takeStep } from '../step'

type Target = { blockId: Id } | { accountId: Id }

/** Who is meant: who takes it for the block now, or the person if they hold a post here, the paired section and division head among them. @throws Refusal `NobodyThere` */
function receiverOf(roster: Roster, to: Target): Id {
  const accountId = 'blockId' in to ? receiverOfBlock(roster, to.blockId) : to.accountId
  const serves = accountId !== undefined
    && [...roster.leaders.values(), ...roster.deputies.values(), ...roster.officerIds, roster.directorId, ...roster.sectionIds, ...roster.headIds].includes(accountId)
  if (!serves) throw new Refusal('NobodyThere')
  return accountId
}

/** An offer only: the owner stays answerable until the other takes it. @throws Refusal `WrongStep` when it is offered to its owner or filer */
export const handOver: Method<'demand', 'handOver'> = (request, input) =>
  takeStep(request, input, 'handOver', (row, roster) => {
    const toId = receiverOf(roster, input.to)
    if (toId === row.ownerId || toId === row.filedBy) throw new Refusal('WrongStep')
    const placed = row.blockId === null && 'blockId' in input.to ? { block_id: input.to.blockId } : {}
    return { toId, ...(input.reason ? { text: input.reason } : {}), change: { offered_to: toId, offered_at: request.now, ...placed }, tell: [{ toId, about: 'demandOffered' }] }
  })
