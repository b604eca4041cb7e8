/** Every item's first version, and what 春申里 is writing now: one begun, one before the director, one with its hour. */
import type { ClientBase } from 'pg'
import type { Id } from '../../../contract/values'
import { cast } from './people'
import { chunshenli } from './places'
import { seeded, uuid7At } from './random'

const hour = 3_600_000

export async function insertVersions(client: ClientBase, now: Date): Promise<void> {
  const random = seeded(20261125)
  await client.query(`
    insert into service_version (committee_id, slug, number, content, state, made_at, changed_at)
    select committee_id, slug, version, app.service_content(service_item), 'published', as_of, as_of from service_item where state = 'published'`)
  const { id: officer } = cast.chenMin
  const { id: director } = cast.tangHui
  const at = (hours: number) => new Date(now.getTime() + hours * hour).toISOString()
  const written: { slug: string; state: string; content: object; steps: [step: string, by: Id, hours: number][] }[] = [
    { slug: 'residence-registration', state: 'draft', content: { summary: '刚搬来，先登记；满半年就能办居住证' }, steps: [['begun', officer, -3]] },
    { slug: 'residence-permit', state: 'review', content: { caution: '租房合同要先备案。没备案的，先问房东。' }, steps: [['begun', officer, -28], ['sent', officer, -26]] },
    { slug: 'mediation', state: 'scheduled', content: { hours: '工作日 8:30–11:30、13:30–17:00' }, steps: [['begun', officer, -50], ['sent', officer, -49], ['scheduled', director, -25]] },
  ]
  for (const { slug, state, content, steps } of written) {
    await client.query(`
      insert into service_version (committee_id, slug, number, content, state, publish_at, made_by, made_at, changed_by, changed_at, decided_by)
      select committee_id, slug, 2, content || $3, $4, $5, $6, $7, $6, $8, $9 from service_version where committee_id = $1 and slug = $2 and number = 1`,
    [chunshenli.committeeId, slug, content, state, state === 'scheduled' ? at(72) : null, officer, at(steps[0]![2]), at(steps.at(-1)![2]), state === 'scheduled' ? director : null])
    for (const [step, by, hours] of steps) {
      await client.query('insert into service_step (committee_id, id, slug, number, step, by_id, at) values ($1, $2, $3, 2, $4, $5, $6)',
        [chunshenli.committeeId, uuid7At(now.getTime() + hours * hour, random), slug, step, by, at(hours)])
    }
  }
}
