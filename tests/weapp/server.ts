/** The real server in process on a database of its own, with its clock set to the day of the demonstration data. */
import { openPool } from '../../cloudfunctions/database/connection'
import { asOwner, withClient } from '../../cloudfunctions/database/migrate'
import { people, type CastMember } from '../../cloudfunctions/database/seed/people'
import { serve } from '../../cloudfunctions/runtime/serve'
import { surroundingsOf, type Surroundings } from '../../cloudfunctions/runtime/surroundings'
import { noWeChat } from '../../cloudfunctions/runtime/wechat'
import type { InputOf, OutputOf, Path } from '../../src/api/client'
import { seals } from '../fixtures/seals'
import type { CloudCall } from './harness'

export const openidOf = (person: CastMember) => `openid-${person.id}`

/** Lets WeChat recognise these people. */
export async function bind(adminUrl: string, them: CastMember[]): Promise<void> {
  await withClient(adminUrl, (client) => asOwner(client, async () => {
    for (const person of them) {
      await client.query(`insert into identity (kind, subject, account_id, made_at) values ('weapp', $1, $2, '2026-11-01T00:00:00Z')`, [openidOf(person), person.id])
    }
  }))
}

/** @param database holding the demonstration data of `at`; everybody of the cast has WeChat from now on */
export async function startServer({ appUrl, adminUrl }: { appUrl: string; adminUrl: string }, at: Date, around: Partial<Surroundings> = {}) {
  await bind(adminUrl, people)
  const past = Date.now() - at.getTime()
  const faults: string[] = []
  const pool = openPool(appUrl)
  const surroundings = surroundingsOf({
    pool, wechat: noWeChat, seals, rateLimits: false, templates: { taken: { id: 'template-taken' }, answered: { id: 'template-answered' }, rate: { id: 'template-rate' }, work: { id: 'template-work' }, due: { id: 'template-due' }, today: { id: 'template-today' } },
    about: { operator: '', supportUnit: '', filingNumber: '', phone: '', version: '0.1.0', demonstration: true },
    now: () => new Date(Date.now() - past).toISOString(),
    log: (event) => { faults.push(JSON.stringify(event)) },
    ...around,
  })
  const as = (person: CastMember | string) => ({ path, input, key }: CloudCall) =>
    serve({ surroundings, credential: { kind: 'weapp', value: typeof person === 'string' ? person : openidOf(person) }, key }, path, input)
  return {
    faults,
    /** The cloud as the phone of that person, or of that openid, meets it. */
    as,
    /** What a query answers that person. */
    async read<P extends Path>(person: CastMember, path: P, input: InputOf<P>): Promise<OutputOf<P>> {
      const answer = await as(person)({ path: path.join('/'), input })
      if (!answer.ok) throw new Error(`${path.join('/')}: ${JSON.stringify(answer)}`)
      return answer.output as OutputOf<P>
    },
    stop: () => pool.end(),
  }
}
export type Server = Awaited<ReturnType<typeof startServer>>
