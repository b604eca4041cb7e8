/** Sessions over HTTP: an opaque token in a cookie no script can read; the database keeps only its hash. */
import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '../../contract/values'
import { withConnection } from '../database/connection'
import type { Surroundings } from './surroundings'

/** 30 days, in seconds. */
const lifetime = 30 * 24 * 3600

/** The plain-HTTP name for a machine without TLS; over HTTPS the `__Host-` prefix pins it to this host. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-zxh' : 'zxh'
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** SameSite=Lax and the header every call carries (`x-zxh`) keep other sites from acting in a person's name. */
export function cookieFor(token: string, secure: boolean): string {
  return `${cookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token ? lifetime : 0}${secure ? '; Secure' : ''}`
}

/** @returns a token, or null when that account is not one of the demonstration people */
export async function openDemonstration(surroundings: Surroundings, accountId: Id): Promise<string | null> {
  const token = randomBytes(32).toString('base64url')
  const now = surroundings.now()
  const until = new Date(Date.parse(now) + lifetime * 1000).toISOString()
  const opened = await withConnection(surroundings.pool, async (tx) => {
    await Promise.all([tx.send('begin'), tx.send(`select set_config('role', 'zx_app', true)`)])
    const [answer] = await tx.send<{ opened: boolean }>('select app.open_demonstration($1, $2, $3, $4) as opened', [accountId, tokenHash(token), now, until])
    await tx.send('commit')
    return answer!.opened
  })
  return opened ? token : null
}

export async function closeSession(surroundings: Surroundings, token: string): Promise<void> {
  await withConnection(surroundings.pool, async (tx) => {
    await Promise.all([tx.send('begin'), tx.send(`select set_config('role', 'zx_app', true)`), tx.send('select app.close_session($1, $2)', [tokenHash(token), surroundings.now()]), tx.send('commit')])
  })
}

export interface DemonstrationPerson {
  accountId: Id
  part: 'resident' | 'leader' | 'staff'
  title: string
  about: string
}

/** The people one may enter as, in order; none where the data is real. */
export async function listDemonstration(surroundings: Pick<Surroundings, 'pool'>): Promise<DemonstrationPerson[]> {
  return withConnection(surroundings.pool, async (tx) => {
    const [, , people] = await Promise.all([
      tx.send('begin'),
      tx.send(`select set_config('role', 'zx_app', true)`),
      tx.send<DemonstrationPerson>('select account_id as "accountId", part, title, about from demonstration order by seq'),
      tx.send('commit'),
    ])
    return people
  })
}
