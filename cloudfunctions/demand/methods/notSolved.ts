import type { Roster } from '../../organization/rules/roster'
import { getRoster } from '../../organization/store'
import type { Method } from '../../runtime/request'
import { recheckDue } from '../rules/deadline'
import { reopensBeforeDirector } from '../rules/lifecycle'
import { takeStep } from '../step'

/** Reopens, with the shorter deadline of a re-check. After twice it is offered to the director as well. */
export const notSolved: Method<'demand', 'notSolved'> = (request, input) =>
  takeStep<Roster>(
    request,
    input,
    'notSolved',
    (row, roster) => {
      const { directorId } = roster
      const up = row.reopened >= reopensBeforeDirector && directorId !== null && directorId !== row.ownerId && directorId !== row.filedBy
      return {
        text: input.text,
        change: { reopened: row.reopened + 1, ...recheckDue(roster.calendar, request.now), ...(up ? { offered_to: directorId } : {}) },
        tell: [{ toId: row.ownerId, about: 'demandReopened' }, ...(up ? [{ toId: directorId, about: 'demandOffered' as const }] : [])],
        ...(up ? { also: { step: 'handOver' as const, toId: directorId } } : {}),
      }
    },
    ({ tx, now }) => getRoster(tx, input.committeeId, now),
  )
