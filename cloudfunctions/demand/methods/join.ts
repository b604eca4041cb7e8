import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { resumed, takeStep } from '../step'
import { holdLead, joinTo } from '../together'

/** @throws Refusal `NotFound` for a lead one does not serve, `WrongStep` when it is answered, at rest, or the demand itself */
export const join: Method<'demand', 'join'> = (request, { leadId, reason, ...input }) =>
  takeStep(
    request, input, 'join',
    (row, { calendar }, lead) => {
      if (!lead) throw new Refusal('NotFound')
      // Nobody is brought back to one they were very dissatisfied with.
      if (!lead.open || lead.id === row.id || row.keptFrom === lead.ownerId) throw new Refusal('WrongStep')
      const clock = resumed(row, request.now)
      return {
        ...(reason ? { text: reason } : {}),
        toName: lead.number,
        ...(row.askedAt === null ? {} : { clock }),
        first: () => joinTo(request, { ...input, committeeId: row.committeeId, clock }, lead, calendar),
        tell: [{ toId: row.filedBy, about: 'demandJoined' }, { toId: lead.ownerId, about: 'demandJoined' }, { toId: row.ownerId, about: 'demandJoined' }],
      }
    },
    { beside: holdLead(request.tx, { committeeId: input.committeeId, joining: input.demandId, wanted: leadId, asNeighbour: false }) },
  )
