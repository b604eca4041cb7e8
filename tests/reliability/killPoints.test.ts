/** The process is killed before and after every statement of a command: nothing torn, nothing doubled, and the same key makes it good. */
import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commands, openCommunity, opening, type Community, type Path } from '../fixtures/community'
import { arrange, forgetAsking, picture, type Act } from '../fixtures/scene'
import { grown, same, type Picture } from './effect'
import type { Job, Outcome } from './killable'

let community: Community
let folder: string
/** Processes that have loaded everything and wait for their one job, so that nobody waits for Node to start. */
const waiting: Promise<ChildProcess>[] = []
const ahead = 3

function raise(): Promise<ChildProcess> {
  const child = fork(path.join(folder, 'killable.cjs'), { execArgv: [], stdio: 'ignore' })
  return once(child, 'message').then(() => child)
}

beforeAll(async () => {
  community = await openCommunity()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-kill-'))
  buildSync({ entryPoints: ['tests/reliability/killable.ts'], bundle: true, platform: 'node', format: 'cjs', external: ['pg-native', 'pg-cloudflare'], outfile: path.join(folder, 'killable.cjs') })
  for (let count = 0; count < ahead; count += 1) waiting.push(raise())
})
afterAll(async () => {
  for (const child of await Promise.all(waiting)) child.kill('SIGKILL')
  fs.rmSync(folder, { recursive: true, force: true })
  await community.close()
})

/** What the child said before it ended; undefined when it was killed first. */
async function run(act: Act, key: string, statement: number, when: Job['when']): Promise<Outcome | undefined> {
  const child = await waiting.shift()!
  waiting.push(raise())
  let outcome: Outcome | undefined
  child.once('message', (said) => { outcome = said as Outcome })
  child.send({ appUrl: community.database.appUrl, now: community.now(), credential: community.credentialOf(act.name), key, path: act.path, input: act.input, statement, when } satisfies Job)
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect([code, signal]).toEqual(statement === 0 ? [0, null] : [null, 'SIGKILL'])
  return outcome
}

/** Until PostgreSQL has seen that nobody is there any more. */
async function settled(): Promise<void> {
  for (;;) {
    const busy = await community.rows(`select from pg_locks join pg_stat_activity using (pid) where datname = current_database() and locktype = 'virtualxid' and pid <> pg_backend_pid()`)
    if (busy.length === 0) return
  }
}

/** `npm run soak` kills all of them; here the four steps of every demand's life, and the connection of each command is torn at the same points (torn.test.ts). */
const commandsToKill: Path[] = process.env.SOAK ? commands : ['demand/file', 'demand/enter', 'demand/answer', 'demand/confirm']

test.each(commandsToKill)('%s, killed at every statement', async (command) => {
  const prepared = async () => {
    await forgetAsking(community)
    community.setClock(opening)
    const act = await arrange(community, command)
    community.later({ minutes: 1 })
    return { act, key: randomUUID(), before: await picture(community) }
  }
  // The first may find more to do than those that follow it.
  const { act: first } = await prepared()
  expect(await community.answerOf(first.name, first.path, first.input)).toMatchObject({ ok: true })
  const whole = await prepared()
  const { answer, statements } = (await run(whole.act, whole.key, 0, 'before'))!
  expect(answer).toMatchObject({ ok: true })
  // Role, person, one change, receipt, commit: fewer would mean that they pass by unseen.
  expect(statements).toBeGreaterThanOrEqual(5)
  const effect = grown(whole.before, await picture(community))

  const wrong: string[] = []
  const done: string[] = []
  let { act, key, before } = await prepared()
  /** The phone sends it again, because it was never told. */
  const sentAgain = async (where: string, left: Picture | undefined) => {
    const again = await community.answerOf(act.name, act.path, act.input, { key })
    if (!again.ok) wrong.push(`${where}: ${JSON.stringify(again)}`)
    const end = await picture(community)
    if (grown(before, end) !== effect) wrong.push(`${where}: in the end ${grown(before, end)}`)
    if (left && !same(end, left)) wrong.push(`${where}: done twice`)
  }
  for (let statement = 1; statement <= statements; statement += 1) {
    for (const when of ['before', 'after'] as const) {
      const where = `${when} ${statement}`
      await run(act, key, statement, when)
      await settled()
      const left = await picture(community)
      // The whole database is as before: one matter serves until it is done, and each process finds what the first one found.
      if (same(left, before)) continue
      done.push(where)
      if (grown(before, left) !== effect) wrong.push(`${where}: torn, ${grown(before, left)}`)
      await sentAgain(where, left)
      ;({ act, key, before } = await prepared())
    }
    if (statement === statements - 1) {
      await sentAgain('before the last', undefined)
      ;({ act, key, before } = await prepared())
    }
  }
  expect(wrong).toEqual([])
  // Only the statement that commits tells the two apart.
  expect(done.length).toBeGreaterThan(0)
  expect(done.length, done.join()).toBeLessThanOrEqual(2)
}, 120_000)
