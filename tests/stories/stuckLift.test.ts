/** S4: lift 3 is stuck. Many report one fault, one of them in private, one in the wrong committee. */
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Demand } from '../../contract/demand/demand'
import type { LookAlike } from '../../contract/demand/together'
import type { Id } from '../../contract/values'
import { serve } from '../../cloudfunctions/runtime/serve'
import { tokenHash } from '../../cloudfunctions/runtime/session'
import { accounts, chunshen, openCommunity, plum, type Community, type Path } from '../fixtures/community'
import { words, type Matter } from '../fixtures/scene'

const { committeeId } = chunshen
const fault = '3号电梯停了，里面没有人，老人下不来。'
const illness = '3号电梯停了，我每周三次透析，下不了楼。'

interface Neighbour { id: Id; token: string }
let community: Community
/** Twenty-two with accounts, beside the first. */
let neighbours: Neighbour[]
let lead: Matter
const joined: { who: Neighbour; matter: Matter }[] = []
let hidden: { who: Neighbour; matter: Matter }
let strayed: Matter

beforeAll(async () => {
  community = await openCommunity()
  const cast = Object.values(accounts)
  const people = await community.rows<{ id: Id }>(`
    select distinct account_id as id from resident where committee_id = $1 and account_id is not null and account_id <> all($2::uuid[]) order by 1 limit 22`, [committeeId, cast])
  neighbours = people.map(({ id }) => ({ id, token: tokenHash(randomBytes(16).toString('hex')) }))
  expect(neighbours).toHaveLength(22)
  for (const { id, token } of neighbours) {
    await community.rows(`insert into session (token_hash, account_id, opened_at, expires_at) values ($1, $2, now() - interval '1 day', now() + interval '400 days')`, [token, id])
  }
  community.setClock('2026-11-20T10:05:00.000Z')
})
afterAll(() => community?.close())

async function as<T>(who: Neighbour, path: Path, input: unknown): Promise<T> {
  const answer = await serve({ surroundings: community.surroundings, credential: { kind: 'session', value: who.token, address: tokenHash('127.0.0.1') }, key: randomUUID() }, path, input)
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer.output as T
}
const said = (text: string, visibility: 'neighbours' | 'committee' = 'neighbours') => ({ committeeId, ...words(text), place: '3号电梯', visibility })

test('the second person is offered to wait together, and so are all the others', async () => {
  const first = await community.as('zhou').demand.file(said(fault))
  lead = { committeeId, demandId: first.id }
  for (const who of neighbours.slice(0, 21)) {
    community.later({ minutes: 1 })
    const { items } = await as<{ items: LookAlike[] }>(who, 'demand/lookAlikes', { committeeId, text: fault, place: '3号电梯' })
    expect(items[0]?.demandId).toBe(lead.demandId)
    const own = await as<Demand>(who, 'demand/file', { ...said(fault), joins: lead.demandId })
    expect([own.status, own.owner.accountId]).toEqual(['merged', accounts.wang])
    joined.push({ who, matter: { committeeId, demandId: own.id } })
  }
})

test('one of them in private, with a reason that is nobody’s business: joined by who serves, neither shown nor counted', async () => {
  const who = neighbours[21]!
  const own = await as<Demand>(who, 'demand/file', said(illness, 'committee'))
  hidden = { who, matter: { committeeId, demandId: own.id } }
  await community.as('tang').demand.join({ ...hidden.matter, leadId: lead.demandId, reason: '同一部电梯。' })
  expect((await community.as('wang').demand.get(lead)).followers).toBe(22)
  expect((await community.as('zhou').demand.get(lead)).followers).toBe(21)
  const seen = [await community.as('zhou').demand.get(lead), await as(joined[0]!.who, 'demand/get', joined[0]!.matter), await community.as('zheng').demand.lookAlikes({ committeeId, text: fault, place: '3号电梯' })]
  expect(JSON.stringify(seen)).not.toContain('透析')
  const [row] = await community.rows<{ all: number; shown: number }>(`select count(*)::int as all, (count(*) filter (where visibility = 'neighbours'))::int as shown from demand where lead_id = $1`, [lead.demandId])
  expect(row).toEqual({ all: 22, shown: 21 })
})

test('the one who meant 梅园 is moved there with a note, and 春申里 can no longer read it', async () => {
  const { id, number } = await community.as('shen').demand.file(said('梅园2号楼电梯停了。', 'committee'))
  strayed = { committeeId, demandId: id }
  expect((await community.as('tang').demand.get(strayed)).number).toBe(number)
  await community.as('tang').demand.move({ ...strayed, toCommitteeId: plum.committeeId, reason: '说的是梅园的电梯。' })
  for (const name of ['tang', 'chen', 'wang'] as const) expect(await community.answerOf(name, 'demand/get', strayed)).toMatchObject({ refusal: 'NotFound' })
  const there = await community.as('qin').demand.get({ committeeId: plum.committeeId, demandId: id })
  expect([there.number, there.committeeId]).toEqual([number, plum.committeeId])
  expect((await community.as('shen').demand.get(strayed)).committeeId).toBe(plum.committeeId)
})

test('the answer reaches all twenty-three, each in a thread of their own; three say it is not solved, and only theirs reopen', async () => {
  community.later({ minutes: 30 })
  await community.as('wang').demand.answer({ ...lead, text: '电梯修好了，试了十趟。' })
  const all = [...joined, hidden]
  for (const { who, matter } of all) {
    const own = await as<Demand>(who, 'demand/get', matter)
    expect([own.status, own.thread.at(-1)!.text]).toEqual(['answered', '电梯修好了，试了十趟。'])
  }
  const told = await community.rows<{ to_id: Id; title: string }>(`select to_id, title from notice where about = 'demandAnswered' and at = $1`, [community.now()])
  expect(new Set(told.map((one) => one.to_id))).toEqual(new Set([accounts.zhou, ...neighbours.map(({ id }) => id)]))
  for (const { who, matter } of joined.slice(0, 3)) await as(who, 'demand/notSolved', { ...matter, text: '又停了。' })
  const rows = await community.rows<{ status: string; n: number }>(`select status, count(*)::int as n from demand where id = any($1) group by 1 order by 1`, [[lead.demandId, ...all.map(({ matter }) => matter.demandId)]])
  expect(rows).toEqual([{ status: 'answered', n: 20 }, { status: 'reopened', n: 3 }])
  expect(await community.rows('select from demand where id = any($1) and (lead_id is not null or owner_id is null)', [joined.slice(0, 3).map(({ matter }) => matter.demandId)])).toEqual([])
})
