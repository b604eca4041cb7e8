/** `npm start` is killed while a resident files twenty demands: started again, the phone sends all of them once more, and there are twenty. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import * as os from 'node:os'
import * as path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopOrphan } from '../../cloudfunctions/database/embedded'
import { asOwner, withClient } from '../../cloudfunctions/database/migrate'
import type { Demand } from '../../contract/demand/demand'
import type { Answer } from '../../contract/refusal'
import { accounts, chunshen } from '../fixtures/community'

let dir: string
let server: ChildProcess | undefined

beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'zhangxinhui-server-'))
  fs.chmodSync(dir, 0o755) // the user `postgres` must pass through when we are root
  fs.mkdirSync(path.join(dir, 'h5'))
  fs.writeFileSync(path.join(dir, 'h5/index.html'), '<!doctype html><title>掌心汇</title>')
})
afterAll(async () => {
  await end('SIGTERM')
  await stopOrphan(path.join(dir, 'data'))
  fs.rmSync(dir, { recursive: true, force: true })
}, 60_000)

/** @returns its address */
async function start(): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cloudfunctions/runtime/start.ts'], {
    env: { ...process.env, ZXH_DATA: path.join(dir, 'data'), ZXH_H5: path.join(dir, 'h5'), PORT: '0', DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  server = child
  let errors = ''
  child.stderr.on('data', (said: Buffer) => { errors += said.toString() })
  for await (const line of createInterface(child.stdout)) {
    const address = /开始服务：(http:\S+)/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error(`the server ended before it served: ${errors}`)
}

async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill(signal)
  await once(server, 'exit')
}

/** Nobody files twenty a minute by hand; how often one may is tried elsewhere. */
async function countNobody(): Promise<void> {
  const home = path.join(dir, 'data')
  const { admin } = JSON.parse(fs.readFileSync(path.join(home, 'passwords.json'), 'utf8')) as { admin: string }
  const port = fs.readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  await withClient(`postgres://postgres:${admin}@127.0.0.1:${port}/zhangxinhui`, (client) => asOwner(client, () =>
    client.query(`create or replace function app.admit(credential_kind text, credential text, address text, wanted_method text, per_minute int, at timestamptz) returns int language sql as 'select 0'`)))
}

async function enter(address: string): Promise<string> {
  const page = await (await fetch(`${address}/enter`)).text()
  expect(page).toContain('周女士')
  const entered = await fetch(`${address}/enter`, { method: 'POST', redirect: 'manual', headers: { origin: address }, body: new URLSearchParams({ accountId: accounts.zhou, next: '/#/pages/home/index' }) })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/#/pages/home/index'])
  return entered.headers.get('set-cookie')!.split(';')[0]!
}

/** The answer, or null when the server was gone before it gave one. */
async function call<T>(address: string, cookie: string, method: string, input: object, key?: string): Promise<T | null> {
  try {
    const response = await fetch(`${address}/rpc/${method}`, { method: 'POST', headers: { cookie, 'x-zxh': '1', 'content-type': 'application/json' }, body: JSON.stringify({ input, key }) })
    const answer = (await response.json()) as Answer
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.output as T
  } catch (error) {
    if (error instanceof TypeError || (error as { code?: string }).code === 'UND_ERR_SOCKET') return null
    throw error
  }
}

test('twenty demands, a kill in the middle, and all keys once more', async () => {
  const first = await start()
  const cookie = await enter(first)
  await countNobody()
  const wanted = Array.from({ length: 20 }, (_, n) => ({ key: randomUUID(), text: `第${n + 1}件：楼道灯不亮` }))
  const input = (text: string) => ({ committeeId: chunshen.committeeId, kind: 'request', text, place: '', urgency: 'ordinary', visibility: 'committee' })
  const acknowledged = new Map<string, string>()

  // Two at a time, until eight are acknowledged and two are under way.
  const line = [...wanted]
  const send = async () => {
    for (let next = line.shift(); next; next = line.shift()) {
      const filed = await call<Demand>(first, cookie, 'demand/file', input(next.text), next.key)
      if (filed === null) return
      acknowledged.set(next.key, filed.number)
      if (acknowledged.size === 8) server!.kill('SIGKILL')
    }
  }
  const killed = once(server!, 'exit')
  await Promise.all([send(), send()])
  expect(await killed).toEqual([null, 'SIGKILL'])
  expect(acknowledged.size).toBeGreaterThanOrEqual(8)
  expect(acknowledged.size).toBeLessThan(20)

  const second = await start()
  const again = new Map<string, string>()
  for (const { key, text } of wanted) again.set(key, (await call<Demand>(second, cookie, 'demand/file', input(text), key))!.number)
  for (const [key, number] of acknowledged) expect(again.get(key)).toBe(number)
  expect(new Set(again.values()).size).toBe(20)

  const mine: { title: string; number: string }[] = []
  let cursor: string | undefined
  do {
    const page: { items: { title: string; number: string }[]; next: string | null } = (await call(second, cookie, 'demand/listMine', { cursor }))!
    mine.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  const filed = mine.filter((demand) => wanted.some(({ text }) => text === demand.title))
  expect(filed.map((demand) => demand.number).sort()).toEqual([...again.values()].sort())
}, 180_000)

test('asked to stop, it stops by itself, and the next start finds everything', async () => {
  await end('SIGTERM')
  expect(server!.exitCode).toBe(0)
  const third = await start()
  const cookie = await enter(third)
  const { openDemands } = (await call<{ openDemands: number }>(third, cookie, 'account/home', {}))!
  expect(openDemands).toBeGreaterThanOrEqual(20)
}, 120_000)
