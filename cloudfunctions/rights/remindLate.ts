/** A request about one's own information that nobody answered in time: director and secretary are told, once. */
import type { Id } from '../../contract/values'
import { withConnection } from '../database/connection'
import { sql } from '../database/sql'
import { queueNotices } from '../notice/store'
import type { Surroundings } from '../runtime/surroundings'

const most = 100

/** Safe when two run at once: what another turn holds is passed over. @returns how many were late */
export async function remindLate(surroundings: Surroundings): Promise<number> {
  const now = surroundings.now()
  return withConnection(surroundings.pool, async (tx) => {
    await Promise.all([tx.send('begin'), tx.send(`select set_config('role', 'zx_jobs', true)`)])
    const late = await tx.run(sql<{ committeeId: Id; id: Id; told: Id[] }>`
      with due as (select committee_id, id from rights_request where state = 'open' and late_at is null and due_at < ${now} order by due_at limit ${most} for update skip locked)
      update rights_request r set late_at = ${now} from due where r.committee_id = due.committee_id and r.id = due.id
      returning r.committee_id as "committeeId", r.id, array(select distinct p.account_id from post p
        where p.committee_id = r.committee_id and p.kind in ('director', 'secretary') and p.since <= ${now} and (p.until is null or p.until > ${now})) as told`)
    await Promise.all([
      ...late.map(({ committeeId, id, told }) => queueNotices(tx, { committeeId, subject: 'right', subjectId: id, title: '个人信息', at: now },
        told.map((toId) => ({ id: surroundings.newId(), toId, about: 'rightLate', fromName: null })))),
      tx.send('commit'),
    ])
    return late.length
  })
}
