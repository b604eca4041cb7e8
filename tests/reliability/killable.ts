/** One request in a process of its own, which is killed before or after its n-th statement. Gets one job over the channel to its parent; says what it answered. */
import pg from 'pg'
import { openPool } from '../../cloudfunctions/database/connection'
import type { Credential } from '../../cloudfunctions/runtime/enter'
import { serve } from '../../cloudfunctions/runtime/serve'
import { surroundingsOf } from '../../cloudfunctions/runtime/surroundings'
import { noWeChat } from '../../cloudfunctions/runtime/wechat'
import { seals } from '../fixtures/seals'

export interface Job {
  appUrl: string
  now: string
  credential: Credential
  key: string
  path: string
  input: unknown
  /** Statement at which it dies, from 1; 0 lives. */
  statement: number
  when: 'before' | 'after'
}

export interface Outcome { answer: unknown; statements: number }

const die = () => process.kill(process.pid, 'SIGKILL')
let sent = 0

type Query = (...call: unknown[]) => unknown
/** Only here, never in the product: every statement passes by. */
function watch({ statement, when }: Job): void {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const send = prototype.query
  prototype.query = function (this: unknown, ...call) {
    sent += 1
    const mine = sent === statement
    if (mine && when === 'before') die()
    const answered = send.apply(this, call)
    if (mine) (answered as Promise<unknown>).then(die, die)
    return answered
  }
}

process.on('message', async (job: Job) => {
  watch(job)
  const pool = openPool(job.appUrl, 1)
  const about = { operator: '', supportUnit: '', filingNumber: '', phone: '', version: 'test', demonstration: true }
  const surroundings = surroundingsOf({ pool, wechat: noWeChat, seals, about, now: () => job.now, log: () => undefined, rateLimits: false })
  const answer = await serve({ surroundings, credential: job.credential, key: job.key }, job.path, job.input)
  process.send!({ answer, statements: sent } satisfies Outcome, undefined, undefined, () => process.exit(0))
})
process.send!('ready')
