import { Refusal } from '../../../contract/refusal'
import { leavingOf } from '../../notice/rules/leaving'
import { departAt } from '../../notice/rules/quiet'
import { dayOf } from '../../organization/rules/calendar'
import { getCommittee, getRoster } from '../../organization/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { maySee, stepsFor } from '../rules/access'
import { dueOf } from '../rules/deadline'
import { statusAfter } from '../rules/lifecycle'
import { routeDemand } from '../rules/routing'
import { lockDemand, phonePlace } from '../store'
import { findHomeElsewhere, moveDemand } from '../moved'
import { holdGroup, regroup } from '../together'

/**
 * The demand goes with its thread, its number and its clock; the ordinary rule finds its owner there, and no later deadline. Whoever served
 * it here reads it no longer, so nothing of it comes back but where it went.
 * @throws Refusal `NobodyThere` where nobody serves the other committee
 */
export const move: Method<'demand', 'move'> = async (request, { toCommitteeId, reason, ...input }) => {
  const { tx, person, now, surroundings } = request
  const [, row, home, there, here, committee] = await Promise.all([
    holdGroup(tx, input.committeeId, input.demandId), lockDemand(tx, input.committeeId, input.demandId), findHomeElsewhere(tx, { ...input, toCommitteeId }),
    getRoster(tx, toCommitteeId, now), getRoster(tx, input.committeeId, now), getCommittee(tx, toCommitteeId),
  ])
  visibleTo(request, maySee(person, row))
  const status = statusAfter(row, 'move')
  if (surroundings.firstWall && !stepsFor(person, row).includes('move')) throw new Refusal('NotAllowed')
  // What a meeting here has decided about, or the resident has rated, stays here, with the words it was decided in.
  if (toCommitteeId === row.committeeId || row.decided) throw new Refusal('WrongStep')

  const { ownerId, told, route } = routeDemand({ roster: there, blockId: home?.blockId ?? null, filerId: row.filedBy, urgency: row.urgency, about: 'community', now })
  const clock = { from: row.dueFrom, days: row.dueDays, pauses: row.pauses }
  const due = [row.dueAt, dueOf(there.calendar, clock)].sort()[0]!
  const danger = row.urgency === 'danger'
  const meant = [...told.map((toId) => ({ toId, about: danger ? ('dangerFiled' as const) : ('demandFiled' as const) })), ...(row.filedBy === null ? [] : [{ toId: row.filedBy, about: 'committeeChanged' as const }])]
  const notices = meant.map((one) => {
    const urgent = danger && leavingOf(one.about).wakes
    return { ...one, id: newId(request), urgent, nextAt: urgent ? now : departAt(now, false) }
  })
  await Promise.all([
    regroup(request, row, 'move', row.askedAt === null ? clock : { ...clock, pauses: [...row.pauses, [row.askedAt, now]] }, here.calendar),
    moveDemand(tx, {
      committeeId: row.committeeId, demandId: row.id, toCommitteeId, at: now, reason, entryId: newId(request),
      phoneSealed: row.phoneSealed && surroundings.seals.seal(phonePlace(toCommitteeId, row.id), surroundings.seals.open(phonePlace(row.committeeId, row.id), row.phoneSealed)),
      plan: {
        status, householdId: home?.householdId ?? null, blockId: home?.blockId ?? null, ownerId, told: danger ? told : [], route, dueAt: due,
        provisional: there.calendar.isProvisional(dayOf(due)), notices,
      },
    }),
  ])
  return { number: row.number, toCommittee: committee.name, movedAt: now }
}
