/** Sixteen at once on the same ten demands: one winner a claim, nothing lost, and a deadlock is tried again. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import { serve } from '../../cloudfunctions/runtime/serve'
import { accounts, chunshen, openCommunity, type Community, type Name } from '../fixtures/community'
import { crowd } from './crowd'
import { askAs, doors, fileAs, words, type Matter } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 16 }) })
afterAll(() => community.close())

const ten = () => Promise.all(Array.from({ length: 10 }, () => fileAs(community, 'zhou')))
const outcomes = (answers: Answer[]) => answers.map((answer) => (answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault'))
const entries = (matter: Matter, step: string) => community.rows<{ by_id: Id; text: string | null }>('select by_id, text from demand_entry where demand_id = $1 and step = $2 order by at, id', [matter.demandId, step])
const byName = (name: keyof typeof accounts) => accounts[name]

test('sixteen answer the same ten: one is heard, the others learn that it has moved on', async () => {
  const matters = await ten()
  const servers: (keyof typeof accounts)[] = ['wang', 'chen', 'tang']
  await Promise.all(matters.map(async (matter) => {
    const answers = await Promise.all(Array.from({ length: 16 }, (_, client) => community.answerOf(servers[client % 3]!, 'demand/answer', { ...matter, text: `第${client}个答复` })))
    expect(outcomes(answers).sort()).toEqual([...Array.from({ length: 15 }, () => 'WrongStep'), 'ok'])
    const said = await entries(matter, 'answer')
    const winner = answers.findIndex((answer) => answer.ok)
    expect(said).toEqual([{ by_id: byName(servers[winner % 3]!), text: `第${winner}个答复` }])
  }))
})

test('sixteen take over the same ten: each taking is one change of owner, and the last to take it has it', async () => {
  const matters = await ten()
  await Promise.all(matters.map(async (matter) => {
    const clients: (keyof typeof accounts)[] = Array.from({ length: 16 }, (_, client) => (client % 2 ? 'chen' : 'tang'))
    const answers = await Promise.all(clients.map((name) => community.answerOf(name, 'demand/takeOver', matter)))
    expect(outcomes(answers).filter((outcome) => !['ok', 'NotAllowed'].includes(outcome))).toEqual([])
    const [row] = await community.rows<{ owner_id: Id; first_receiver_id: Id }>('select owner_id, first_receiver_id from demand where id = $1', [matter.demandId])
    expect([byName('chen'), byName('tang')]).toContain(row!.owner_id)
    expect(row!.first_receiver_id).toBe(byName('wang'))
    const taken = await entries(matter, 'takeOver')
    expect(taken).toHaveLength(outcomes(answers).filter((outcome) => outcome === 'ok').length)
    // Nobody takes what they have: no two takings by the same person follow each other. All bear the same moment, so only the numbers can tell.
    const mine = (name: keyof typeof accounts) => taken.filter((entry) => entry.by_id === byName(name)).length
    expect(Math.abs(mine('chen') - mine('tang'))).toBeLessThanOrEqual(1)
    expect(mine(row!.owner_id === byName('chen') ? 'chen' : 'tang')).toBeGreaterThanOrEqual(mine(row!.owner_id === byName('chen') ? 'tang' : 'chen'))
  }))
})

test('one offer, taken once', async () => {
  const matters = await ten()
  for (const matter of matters) await community.as('wang').demand.handOver({ ...matter, to: { accountId: accounts.li }, reason: '' })
  await Promise.all(matters.map(async (matter) => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => community.answerOf('li', 'demand/takeOver', matter)))
    expect(outcomes(answers).sort()).toEqual([...Array.from({ length: 15 }, () => 'NotAllowed'), 'ok'])
    expect(await entries(matter, 'takeOver')).toHaveLength(1)
  }))
})

test('the resident withdraws while the leader answers: one of the two happened', async () => {
  const matters = await ten()
  await Promise.all(matters.map(async (matter) => {
    const answers = await Promise.all([community.answerOf('wang', 'demand/answer', { ...matter, text: '好了。' }), community.answerOf('zhou', 'demand/withdraw', matter)])
    expect(outcomes(answers).sort()).toEqual(['WrongStep', 'ok'])
    const [row] = await community.rows('select status, closed_at is not null as closed, answered_at is not null as answered from demand where id = $1', [matter.demandId])
    expect(row).toEqual(answers[0]!.ok ? { status: 'answered', closed: false, answered: true } : { status: 'withdrawn', closed: true, answered: false })
  }))
})

test('words of sixteen at once are all in the thread', async () => {
  const matter = await fileAs(community, 'zhou')
  const people: Name[] = ['zhou', 'wang', 'chen', 'tang']
  const answers = await Promise.all(Array.from({ length: 16 }, (_, client) => {
    const name = people[client % 4]!
    return community.answerOf(name, name === 'zhou' ? 'demand/add' : 'demand/reply', { ...matter, text: `第${client}句` })
  }))
  expect(new Set(outcomes(answers))).toEqual(new Set(['ok']))
  const { thread } = await community.as('zhou').demand.get(matter)
  expect(thread.flatMap((entry) => (entry.text === null ? [] : [entry.text])).sort()).toEqual(Array.from({ length: 16 }, (_, client) => `第${client}句`).sort())
})

test('two who decide one request: one does, the household gains one member', async () => {
  const requestId = await askAs(community, 'xu', 'block3')
  const answers = await Promise.all(Array.from({ length: 16 }, (_, client) =>
    community.answerOf((['wang', 'chen', 'tang'] as const)[client % 3]!, 'household/decideRequest', { requestId, decision: client % 2 ? 'refuse' : 'confirm', reason: '核对过了' })))
  expect(outcomes(answers).sort()).toEqual([...Array.from({ length: 15 }, () => 'WrongStep'), 'ok'])
  const won = answers.findIndex((answer) => answer.ok)
  expect(await community.rows('select from resident where account_id = $1', [accounts.xu])).toHaveLength(won % 2 ? 0 : 1)
})

test('sixteen requests of one person at one door: one waits', async () => {
  const answers = await Promise.all(Array.from({ length: 16 }, () => community.answerOf('shen', 'household/askToJoin', { ...doors.block2, name: '沈洁', relation: 'tenant', message: '' })))
  expect(outcomes(answers).sort()).toEqual([...Array.from({ length: 15 }, () => 'AlreadyAsked'), 'ok'])
})

test('two thousand steps of sixteen clients on the same ten: nothing is lost, torn or done twice', async () => {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const { outcomes: seen, wrong } = await crowd(community, 2_000, random)
  expect([seen.fault, wrong]).toEqual([undefined, []])
  expect(seen.ok).toBeGreaterThan(400)
}, 120_000)

test('numbers are given once each', async () => {
  const filed = await Promise.all(Array.from({ length: 48 }, (_, client) => community.as((['zhou', 'zhang', 'xu', 'shen'] as const)[client % 4]!).demand.file({ committeeId: chunshen.committeeId, ...words() })))
  expect(new Set(filed.map((demand) => demand.number)).size).toBe(48)
})

test('sixteen first calls of one openid make one person; a look at the notice board makes none', async () => {
  const people = async () => (await community.rows('select from account')).length
  const before = await people()
  const ask = (value: string, path: string) => serve({ surroundings: community.surroundings, credential: { kind: 'weapp', value } }, path, {})
  expect(await ask('o-onlooker', 'account/home')).toMatchObject({ ok: true, output: { me: null } })
  expect(await people()).toBe(before)
  const answers = await Promise.all(Array.from({ length: 16 }, () => ask('o-newcomer', 'account/me')))
  expect(new Set(answers.map((answer) => (answer.ok ? (answer.output as { accountId: Id }).accountId : JSON.stringify(answer)))).size).toBe(1)
  expect(await people()).toBe(before + 1)
})

test('a deadlock is tried again, and nobody sees it', async () => {
  const matter = await fileAs(community, 'zhou')
  const key = '0199d000-0000-7000-8000-000000000001'
  // The other side holds the demand and then wants the receipt; ours holds the receipt and wants the demand.
  const rival = new pg.Client({ connectionString: community.database.adminUrl })
  await rival.connect()
  try {
    // Ours looks for a deadlock first, and is the one that gives way.
    await rival.query(`begin; set local deadlock_timeout = '20s'; set local role zx_owner`)
    await rival.query('select from demand where id = $1 for update', [matter.demandId])
    const ours = community.answerOf('wang', 'demand/reply', { ...matter, text: '我下午去看。' }, { key })
    for (;;) {
      const waiting = await community.rows(`select from pg_locks where not granted`)
      if (waiting.length > 0) break
    }
    const theirs = rival.query(`insert into receipt (account_id, key, method, fingerprint, at) values ($1, $2, 'other', 'other', now())`, [accounts.wang, key])
    await Promise.allSettled([theirs])
    await rival.query('rollback')
    expect(await ours).toMatchObject({ ok: true })
    expect(await entries(matter, 'reply')).toHaveLength(1)
  } finally {
    await rival.end()
  }
})
