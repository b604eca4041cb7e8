/** One's own information: each sees their own, director and secretary what their committee was asked; both walls stand in the same place. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RightKind } from '../../contract/rightRequest'
import { consentVersions } from '../../contract/consent'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { deliverDue } from '../../cloudfunctions/notice/deliverDue'
import { remindLate } from '../../cloudfunctions/rights/remindLate'
import { absent, accounts, chunshen, openCommunity, opening, plum, type Community, type Name, type Path } from '../fixtures/community'
import { fileAs } from '../fixtures/scene'
import { outcomeOf, readTable, type Cell } from './table'
import { isEmpty, walkBothWalls } from './walls'

/** mine: what zhou asked 春申里 · plums: what shen asked 梅园 · foreign: shen's under 春申里's name · absent: an id nothing has. */
const table = readTable(`
  method    thing     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  mine      own       ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  copy      own       ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  consent   own       ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  ask       chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  ask       absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  takeBack  mine      ok   -     -     -   -  -    -  -    -    -    -   -   in
  takeBack  plums     -    -     -     -   -  -    -  -    -    ok   -   -   in
  takeBack  foreign   -    -     -     -   -  -    -  -    -    -    -   -   in
  takeBack  absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  list      chunshen  -    -     -     -   -  -    -  -    ok   -    -   -   in
  list      plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  list      absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  decide    mine      -    -     -     -   -  -    -  -    ok   -    -   -   in
  decide    plums     -    -     -     -   -  -    -  -    -    -    -   ok  in
  decide    foreign   -    -     -     -   -  -    -  -    -    -    -   -   in
  decide    absent    -    -     -     -   -  -    -  -    -    -    -   -   in
`)

let community: Community
let mine: Id
let plums: Id
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

const askAs = (name: Name, kind: RightKind = 'correct', words = '室号写错了。') => community.as(name).rights.ask({ ...(name === 'shen' ? plum : chunshen), kind, words })

async function freshly(): Promise<void> {
  await community.rows(`delete from rights_request where kind <> 'restrict'`)
  mine = (await askAs('zhou')).id
  plums = (await askAs('shen')).id
}

const inputs: Record<string, (thing: string) => object> = {
  mine: () => ({}),
  copy: () => ({}),
  consent: () => ({ layer: 'contact', version: consentVersions.contact, given: true }),
  ask: (thing) => ({ committeeId: thing === 'absent' ? absent : chunshen.committeeId, kind: 'complain', words: '有人在群里说我家的事。' }),
  takeBack: (thing) => one(thing),
  list: (thing) => ({ committeeId: { chunshen: chunshen.committeeId, plum: plum.committeeId, absent }[thing] }),
  decide: (thing) => ({ ...one(thing), done: true, reply: '改好了。' }),
}
const one = (thing: string) => ({ committeeId: thing === 'plums' ? plum.committeeId : chunshen.committeeId, requestId: { mine, plums, foreign: plums, absent }[thing] })
const ask = (walls: Community, { name, method, thing }: Cell) => walls.answerOf(name, `rights/${method}` as Path, inputs[method]!(thing))

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual(Object.keys(contract.rights).sort())
})

walkBothWalls({ table, community: () => community, freshly, ask, stopped: ({ expected }, answer) => expected === 'NotFound' && (outcomeOf(answer) === 'fault' || isEmpty(answer)) })

describe('a request', () => {
  beforeEach(async () => {
    await community.rows('delete from rights_request')
    community.setClock(opening)
  })

  test('runs 15 working days, goes to the director, and its answer comes back to who asked', async () => {
    const asked = await askAs('zhou')
    // Friday 20 November and 15 working days.
    expect(asked).toMatchObject({ state: 'open', dueAt: '2026-12-11T09:00:00.000Z', late: false, steps: ['takeBack'], name: '周女士' })
    expect(await community.rows('select to_id, about from notice where subject_id = $1', [asked.id])).toEqual([{ to_id: accounts.tang, about: 'rightAsked' }])
    const { items: [seen] } = await community.as('tang').rights.list({ committeeId: chunshen.committeeId })
    expect(seen).toMatchObject({ id: asked.id, steps: ['finish', 'refuse'], words: '室号写错了。' })
    await community.as('tang').rights.decide({ ...chunshen, requestId: asked.id, done: false, reply: '没有写错，是 201。' })
    const { requests: [answered] } = await community.as('zhou').rights.mine({})
    expect(answered).toMatchObject({ state: 'refused', reply: '没有写错，是 201。', decidedBy: '唐敏芝', steps: [] })
    const { items: notices } = await community.as('zhou').notice.list({})
    expect(notices.find(({ subjectId }) => subjectId === asked.id)).toMatchObject({ about: 'rightAnswered', reader: 'filer', subject: 'right' })
    for (const done of [true, false]) expect(await community.answerOf('tang', 'rights/decide', { ...chunshen, requestId: asked.id, done, reply: '再改。' })).toMatchObject({ refusal: 'WrongStep' })
  })

  test('of one kind one is open at a time, by sixteen taps too; a copy is done at once and never the second', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => community.answerOf('zhou', 'rights/ask', { ...chunshen, kind: 'explain', words: '为什么？' })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => !answer.ok).map((answer) => 'refusal' in answer && answer.refusal))).toEqual(new Set(['AlreadyAsked']))
    for (const _ of [1, 2]) expect(await askAs('zhou', 'copy', '')).toMatchObject({ state: 'done', steps: [], decidedBy: null })
  })

  test('nobody decides about their own, by either wall', async () => {
    const { id } = await community.as('tang').rights.ask({ ...chunshen, kind: 'explain', words: '记了我什么？' })
    for (const walls of [community, community.withoutFirstWall()]) {
      expect(await walls.answerOf('tang', 'rights/decide', { ...chunshen, requestId: id, done: true, reply: '没什么。' })).not.toMatchObject({ ok: true })
    }
    expect((await community.rows<{ state: string }>('select state from rights_request where id = $1', [id]))[0]!.state).toBe('open')
  })

  test('late, director and secretary are told once, however many timers run', async () => {
    const { id } = await askAs('zhou')
    community.setClock('2026-12-11T09:00:00.000Z')
    expect(await remindLate(community.surroundings)).toBe(0)
    community.setClock('2026-12-11T09:00:01.000Z')
    const counts = await Promise.all([1, 2, 3].map(() => remindLate(community.surroundings)))
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    const told = await community.rows<{ to_id: Id }>(`select to_id from notice where subject_id = $1 and about = 'rightLate' order by 1`, [id])
    expect(told.map(({ to_id }) => to_id)).toContain(accounts.tang)
    expect(await remindLate(community.surroundings)).toBe(0)
    await deliverDue(community.surroundings)
  })
})

describe('deleting', () => {
  test('waits until nothing of the person is open, then forgets who it was and keeps what was said', async () => {
    community.setClock(opening)
    const matter = await fileAs(community, 'zheng', '二楼的灯不亮')
    await community.rows(`insert into identity (kind, subject, account_id, made_at) values ('weapp', 'openid-zheng', $1, $2)`, [accounts.zheng, community.now()])
    await community.as('zheng').notice.grant({ answers: { answered: 'reject' } })
    const { id } = await askAs('zheng', 'delete', '')
    const decide = () => community.answerOf('tang', 'rights/decide', { ...chunshen, requestId: id, done: true, reply: '办好了，保重。' })
    expect(await decide()).toMatchObject({ refusal: 'StillOpen' })
    await community.rows(`update demand set status = 'withdrawn', closed_at = now() where filed_by = $1 and not resting`, [accounts.zheng])
    await community.rows(`update visit set state = 'cancelled' where asked_by = $1 and state in ('asked', 'proposed', 'booked')`, [accounts.zheng])
    expect(await decide()).toMatchObject({ ok: true, output: { state: 'done', name: '已注销' } })
    expect(await community.answerOf('zheng', 'account/me', {})).toMatchObject({ refusal: 'NotSignedIn' })
    const [left] = await community.rows<Record<string, unknown>>(`
      select a.name, (select count(*)::int from resident where account_id = a.id) as homes, (select count(*)::int from identity where account_id = a.id) as identities, (select count(*)::int from receipt where account_id = a.id) as receipts,
        (select count(*)::int from notice where to_id = a.id) as notices, (select count(*)::int from notice_ask where account_id = a.id) as asked, d.filer_name as filer, d.text as said from account a join demand d on d.id = $2 where a.id = $1`, [accounts.zheng, matter.demandId])
    expect(left).toEqual({ name: '已注销', homes: 0, identities: 0, receipts: 0, notices: 0, asked: 0, filer: '已注销', said: '二楼的灯不亮' })
    // Of the neighbour nothing is touched.
    expect((await community.as('zhou').account.me({})).memberships).not.toEqual([])
  })

  test('does nothing for one who asks the database directly', async () => {
    const { id } = await askAs('lin', 'delete', '')
    for (const name of ['lin', 'wang', 'chen', 'qin'] as const) expect(await closedBy(name, id)).toBe('nothing')
    expect((await community.rows<{ name: string }>('select name from account where id = $1', [accounts.lin]))[0]!.name).toBe('林女士')
  })
})

/** What the database answers to the function itself, called as that person by the login that serves. */
async function closedBy(name: 'lin' | 'wang' | 'chen' | 'qin', requestId: Id): Promise<string | null> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: community.database.appUrl })
  await client.connect()
  try {
    const committees = { lin: '{}', wang: '{}', chen: `{${chunshen.committeeId}}`, qin: `{${plum.committeeId}}` }[name]
    await client.query(`begin`)
    await client.query(`select set_config('role', 'zx_app', true), set_config('app.account', $1, true), set_config('app.committees', $2, true)`, [accounts[name], committees])
    const { rows } = await client.query<{ found: string | null }>('select app.close_account($1, $2, now()) as found', [chunshen.committeeId, requestId])
    return rows[0]!.found
  } finally {
    await client.end()
  }
}

describe('consent', () => {
  test('is said layer by layer, kept with its day, and taken back at any time', async () => {
    community.setClock(opening)
    const layer = (asked: string) => community.as('zhou').rights.mine({}).then(({ consents }) => consents.find((consent) => consent.layer === asked))
    expect(await layer('talent')).toMatchObject({ state: 'asked', at: null })
    await community.as('zhou').rights.consent({ layer: 'talent', version: consentVersions.talent, given: true })
    expect(await layer('talent')).toMatchObject({ state: 'given', askAgainAt: null })
    community.later({ minutes: 1 })
    await community.as('zhou').rights.consent({ layer: 'talent', version: '2026-01-01', given: false })
    expect(await layer('talent')).toMatchObject({ state: 'withdrawn', askAgainAt: '2027-02-18T05:01:00.000Z' })
  })

  test('to an older text is refused, since nobody agreed to what they were not shown; a yes to it is asked again', async () => {
    expect(await community.answerOf('zhou', 'rights/consent', { layer: 'sensitive', version: '2026-01-01', given: true })).toMatchObject({ refusal: 'WrongStep' })
    await community.rows(`insert into consent (account_id, layer, at, version, given) values ($1, 'minor', now(), '2026-01-01', true)`, [accounts.zhou])
    expect((await community.as('zhou').rights.mine({})).consents.find(({ layer }) => layer === 'minor')).toMatchObject({ state: 'outdated' })
  })

  test('taken back for reminders empties what WeChat may still send, and of nobody else', async () => {
    for (const name of ['zhou', 'lin'] as const) await community.as(name).notice.grant({ answers: { taken: 'accept', answered: 'accept' } })
    const left = async (name: 'zhou' | 'lin') => (await community.rows<{ balance: number }>(`select distinct on (template) balance from notice_credit where account_id = $1 order by template, seq desc`, [accounts[name]])).map(({ balance }) => Number(balance))
    expect((await left('zhou')).some((balance) => balance > 0)).toBe(true)
    await community.as('zhou').rights.consent({ layer: 'messages', version: consentVersions.messages, given: false })
    expect(await left('zhou')).toEqual((await left('zhou')).map(() => 0))
    expect((await left('lin')).some((balance) => balance > 0)).toBe(true)
  })
})

test('the copy holds all one said and was told, nothing inner, and of others only who answered', async () => {
  community.setClock(opening)
  const matter = await fileAs(community, 'zhou', '三楼的窗坏了')
  await community.as('wang').demand.note({ ...matter, text: '内部：先问物业。' })
  await community.as('wang').demand.reply({ ...matter, text: '我下午去看。' })
  await community.as('lin').demand.file({ ...chunshen, kind: 'request', text: '林家的事', place: '', urgency: 'ordinary', visibility: 'committee' })
  const copy = await community.as('zhou').rights.copy({})
  const said = copy.demands.find(({ text }) => text === '三楼的窗坏了')!
  expect(said.thread.map(({ by, text }) => [by, text])).toEqual([['周女士', null], ['王芳', '我下午去看。']])
  expect(copy.households.map(({ label }) => label)).toEqual(['11号楼 201室'])
  const whole = JSON.stringify(copy)
  expect([whole.includes('内部'), whole.includes('林家的事'), whole.includes('林静')]).toEqual([false, false, false])
})

test('who opened something of one’s home stands in 我的信息, with the reason; of other homes nothing does', async () => {
  const { items: [home] } = await community.as('zhou').household.mine({})
  const { committeeId, householdId } = home!.membership
  const openings = async (name: Name) => (await community.as(name).rights.mine({})).openings
  await community.as('wang').household.open({ committeeId, householdId, what: ['contact'], why: '约个时间看看窗' })
  expect((await openings('zhou'))[0]).toMatchObject({ by: '王芳', what: ['contact'], why: '约个时间看看窗', label: '11号楼 201室' })
  for (const name of ['wang', 'lin', 'tang'] as const) expect((await openings(name)).filter(({ why }) => why === '约个时间看看窗')).toEqual([])
})
