import type { Method } from '../../runtime/request'
import { recheckDays } from '../rules/deadline'
import { reopensBeforeDirector } from '../rules/lifecycle'
import { takeStep } from '../step'

/** Reopens, with the shorter deadline of a re-check. After twice it is offered to the director as well, and at once where its filer does not wish its owner to contact them. */
export const notSolved: Method<'demand', 'notSolved'> = (request, input) =>
  takeStep(request, input, 'notSolved', (row, { directorId: director, secretaryIds }) => {
    const apart = row.keptFrom === row.ownerId
    // From whom it is kept can not go on with it: the director has to take it, or the secretary where it is the director's own.
    const directorId = [director, ...(apart ? secretaryIds : [])].find((id) => id !== null && id !== row.ownerId && id !== row.filedBy) ?? null
    const up = (apart || row.reopened >= reopensBeforeDirector) && directorId !== null
    return {
      text: input.text,
      change: { reopened: row.reopened + 1, ...(up ? { offered_to: directorId, offered_at: request.now } : {}) },
      clock: { from: request.now, days: recheckDays, pauses: [] },
      tell: [{ toId: row.ownerId, about: 'demandReopened' }, ...(up ? [{ toId: directorId, about: 'demandOffered' as const }] : [])],
      ...(up ? { also: { step: 'handOver' as const, toId: directorId } } : {}),
    }
  })
