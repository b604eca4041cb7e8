import type { Method } from '../../runtime/request'
import { recheckDays } from '../rules/deadline'
import { reopensBeforeDirector } from '../rules/lifecycle'
import { takeStep } from '../step'

/** Reopens, with the shorter deadline of a re-check. After twice it is offered to the director as well. */
export const notSolved: Method<'demand', 'notSolved'> = (request, input) =>
  takeStep(request, input, 'notSolved', (row, { directorId }) => {
    const up = row.reopened >= reopensBeforeDirector && directorId !== null && directorId !== row.ownerId && directorId !== row.filedBy
    return {
      text: input.text,
      change: { reopened: row.reopened + 1, ...(up ? { offered_to: directorId, offered_at: request.now } : {}) },
      clock: { from: request.now, days: recheckDays, pauses: [] },
      tell: [{ toId: row.ownerId, about: 'demandReopened' }, ...(up ? [{ toId: directorId, about: 'demandOffered' as const }] : [])],
      ...(up ? { also: { step: 'handOver' as const, toId: directorId } } : {}),
    }
  })
