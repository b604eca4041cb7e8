/** The calendar file of one visit, for whoever has part in it. */
import type { RefusalCode } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import type { VisitChannel } from '../../contract/visit'
import { withConnection } from '../database/connection'
import { sql } from '../database/sql'
import type { Report } from '../report/workbook'
import { enter, type Credential } from '../runtime/enter'
import type { Surroundings } from '../runtime/surroundings'
import { calendarFile, type CalendarVisit } from './rules/ics'
import { findVisit } from './store'
import { maySee } from './rules/access'

const filesAMinute = 20

/** Refused like what does not exist to all who may not see it, and where there is no time to put into a calendar. */
export async function exportVisit({ surroundings, credential }: { surroundings: Surroundings; credential: Credential }, of: { committeeId: Id; visitId: Id }): Promise<{ ok: true; output: Report } | { ok: false; refusal: RefusalCode }> {
  const now = surroundings.now()
  const found = await withConnection(surroundings.pool, async (tx): Promise<CalendarVisit | RefusalCode> => {
    const { person, wait } = await enter(tx, { credential, method: 'reports/visit', now, perMinute: surroundings.rateLimits ? filesAMinute : null, newcomer: null, claim: null })
    const rows = wait === 0 && person
      ? await tx.run(sql<{ lastAt: string }>`select last_at as "lastAt" from visit where committee_id = ${of.committeeId} and id = ${of.visitId} and mode = 'online' and starts_at is not null`)
      : []
    const row = rows[0] && person ? await findVisit(tx, of.committeeId, of.visitId) : undefined
    await tx.send('commit')
    if (wait > 0) return 'TooMany'
    if (!row || !rows[0] || !person || (surroundings.firstWall && !maySee(person, row))) return 'NotFound'
    return { id: row.id, channel: row.channel as VisitChannel, startsAt: row.startsAt!, endsAt: row.endsAt!, moves: row.moves, cancelled: row.state === 'cancelled', lastAt: rows[0].lastAt }
  })
  if (typeof found === 'string') return { ok: false, refusal: found }
  return { ok: true, output: { name: `线上走访-${found.startsAt.slice(0, 10)}.ics`, type: `text/calendar; charset=utf-8; method=${found.cancelled ? 'CANCEL' : 'PUBLISH'}`, bytes: new TextEncoder().encode(calendarFile(found)) } }
}
