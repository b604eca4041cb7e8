/** One run of the outbox in a process of its own, killed before or after its n-th statement. What WeChat took stands in a file, a line each. */
import { appendFileSync } from 'node:fs'
import pg from 'pg'
import { openPool } from '../../cloudfunctions/database/connection'
import { deliverDue } from '../../cloudfunctions/notice/deliverDue'
import { surroundingsOf } from '../../cloudfunctions/runtime/surroundings'
import { seals } from '../fixtures/seals'

export interface TimerJob {
  appUrl: string
  now: string
  sent: string
  /** Statement at which it dies, from 1; 0 lives. */
  statement: number
  when: 'before' | 'after'
}

const die = () => process.kill(process.pid, 'SIGKILL')
let statements = 0

type Query = (...call: unknown[]) => unknown
function watch({ statement, when }: TimerJob): void {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const send = prototype.query
  prototype.query = function (this: unknown, ...call) {
    statements += 1
    const mine = statements === statement
    if (mine && when === 'before') die()
    const answered = send.apply(this, call)
    if (mine) (answered as Promise<unknown>).then(die, die)
    return answered
  }
}

process.on('message', async (job: TimerJob) => {
  watch(job)
  const about = { operator: '', supportUnit: '', filingNumber: '', phone: '', version: 'test', demonstration: true }
  await deliverDue(surroundingsOf({
    pool: openPool(job.appUrl, 1), seals, about, now: () => job.now, log: () => undefined, templates: { answered: { id: 'template-answered' } },
    wechat: { live: true, send: async ({ noticeId }) => { appendFileSync(job.sent, `${noticeId}\n`); return 'sent' } },
  }))
  process.send!(statements, undefined, undefined, () => process.exit(0))
})
process.send!('ready')
