/** The real server in process on a database of its own, with its clock set to the day of the demonstration data. */
import { openPool } from '../../cloudfunctions/database/connection'
import { withClient } from '../../cloudfunctions/database/migrate'
import type { CastMember } from '../../cloudfunctions/database/seed/people'
import { serve } from '../../cloudfunctions/runtime/serve'
import { surroundingsOf } from '../../cloudfunctions/runtime/surroundings'
import { noWeChat } from '../../cloudfunctions/runtime/wechat'
import type { CloudCall } from './harness'

export const openidOf = (person: CastMember) => `openid-${person.id}`

/** Lets WeChat recognise these people. */
export async function bind(adminUrl: string, people: CastMember[]): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('begin')
    await client.query('set local role zx_owner')
    for (const { id } of people) await client.query(`insert into identity (kind, subject, account_id, made_at) values ('weapp', $1, $2, '2026-11-01T00:00:00Z')`, [`openid-${id}`, id])
    await client.query('commit')
  })
}

export function startServer(appUrl: string, at: Date) {
  const past = Date.now() - at.getTime()
  const faults: string[] = []
  const pool = openPool(appUrl)
  const surroundings = surroundingsOf({
    pool, wechat: noWeChat, rateLimits: false,
    about: { operator: '', supportUnit: '', filingNumber: '', phone: '', version: '0.1.0', demonstration: true },
    now: () => new Date(Date.now() - past).toISOString(),
    log: (event) => { faults.push(JSON.stringify(event)) },
  })
  return {
    faults,
    /** The cloud as the phone of that openid meets it. */
    as: (openid: string) => ({ path, input, key }: CloudCall) => serve({ surroundings, credential: { kind: 'weapp', value: openid }, key }, path, input),
    stop: () => pool.end(),
  }
}
