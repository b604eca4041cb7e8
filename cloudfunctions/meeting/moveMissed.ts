/** A meeting nobody held, or one whose day the calendar closed since: what waits for it goes to the next. Safe when two runs meet. */
import type { Id } from '../../contract/values'
import { withConnection } from '../database/connection'
import { sql } from '../database/sql'
import { dayOf } from '../organization/rules/calendar'
import { getRoster } from '../organization/store'
import type { Surroundings } from '../runtime/surroundings'
import { carryOver, lockWaiting } from './carry'
import { nextMeetingDay } from './rules/when'
import { getSitting } from './store'

/** @returns how many demands were moved */
export async function moveMissed(surroundings: Surroundings): Promise<number> {
  return withConnection(surroundings.pool, async (tx) => {
    await tx.send('begin; set local role zx_jobs')
    const now = surroundings.now()
    const committees = await tx.run(sql<{ id: Id }>`select distinct committee_id as id from demand where status = 'atMeeting' order by 1`)
    let moved = 0
    for (const { id: committeeId } of committees) {
      const [{ openDay, lastHeld, time }, roster, waiting] = await Promise.all([getSitting(tx, committeeId), getRoster(tx, committeeId, now), lockWaiting(tx, committeeId)])
      const day = openDay ?? nextMeetingDay(roster.calendar, time, now, lastHeld)
      const wrong = waiting.filter(({ meetingOn }) => meetingOn !== day)
      const missed = wrong.some(({ meetingOn }) => meetingOn !== null && meetingOn <= dayOf(now))
      await carryOver(tx, wrong, { committeeId, day, words: missed ? '那天的例会没有开' : '例会改了日子', by: null, at: now, newId: surroundings.newId })
      moved += wrong.length
    }
    await tx.send('commit')
    return moved
  })
}
