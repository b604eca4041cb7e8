/** S1: a burst pipe on National Day, in a home that wants no visits, while the block leader and his stand-in are on leave. */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { accounts, chunshen, type Community } from '../fixtures/community'
import { jpeg, sendPhoto } from '../fixtures/pictures'
import { words, type Matter } from '../fixtures/scene'
import { openTown, opening, type Town } from './town'

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const { committeeId } = chunshen
const pipe = '厨房水管爆了，水往楼下漏，阀门拧不动。'

let town: Town
let community: Community
/** 12-602's, and 12-502's below it. */
let upstairs: Matter
let downstairs: Matter

beforeAll(async () => {
  town = await openTown()
  community = town.community
  // In this story it is 郑先生 who lives at 12-502.
  await community.rows('update resident set account_id = null where account_id = $1', [accounts.zheng])
  await community.rows('update resident set account_id = $1 where account_id = $2', [accounts.zheng, cast.heJun.id])
  community.setClock(at('2026-09-28 09:00'))
  await community.as('wang').organization.takeLeave({ committeeId, since: at('2026-10-01 00:00'), until: at('2026-10-06 00:00'), standInId: accounts.li })
  await community.as('li').organization.takeLeave({ committeeId, since: at('2026-10-02 00:00'), until: at('2026-10-04 00:00'), standInId: null })
  await community.as('tang').organization.setDuty({ committeeId, day: '2026-10-02', accountId: accounts.chen, untilMinute: 22 * 60 })
  community.setClock(at('2026-10-02 21:10'))
  await town.tick()
}, opening)
afterAll(() => town?.close())

test('three taps on one bar of signal file one demand, and 陈敏 has it at once, with the chain and its reasons', async () => {
  const key = randomUUID()
  const input = { committeeId, ...words(pipe, 'danger'), kind: 'hazard' as const, visibility: 'neighbours' as const }
  const [first, ...again] = await Promise.all([1, 2, 3].map(() => community.as('lin').demand.file(input, { key })))
  expect(again.map(({ id, number }) => [id, number])).toEqual([[first!.id, first!.number], [first!.id, first!.number]])
  upstairs = { committeeId, demandId: first!.id }
  expect(await community.rows('select from demand where filed_by = $1 and filed_at = $2', [accounts.lin, at('2026-10-02 21:10')])).toHaveLength(1)

  const { owner, firstReceiver, route, contactDueAt, wordDueAt, dueAt } = await community.as('lin').demand.get(upstairs)
  expect([owner.name, firstReceiver.name]).toEqual(['陈敏', '陈敏'])
  expect(route.slice(0, 3).map(({ staff, reason, outcome }) => [staff?.name, reason, outcome])).toEqual([['王芳', 'onLeave', 'told'], ['李强', 'onLeave', 'told'], ['陈敏', 'dutyToday', 'took']])
  // The emergency clock runs day and night; the office deadline stands beside it.
  expect([contactDueAt, wordDueAt, dueAt]).toEqual([at('2026-10-02 22:10'), at('2026-10-02 23:10'), at('2026-10-08 14:30')])

  // The photo comes after the words, in pieces.
  const { photoId } = await sendPhoto(community, 'lin', jpeg({ gps: true }))
  await community.as('lin').photo.attach({ committeeId, saidWith: key, photoIds: [photoId] })
})

test('林女士 reads who has it and why, by when, at a quarter past nine in the evening', async () => {
  const lin = await town.as('lin')
  await lin.opens('resident/demand', { committeeId, demandId: upstairs.demandId })
  await lin.sees('厨房水管爆了', '陈敏')
  await lin.seesInOrder('王芳（3块 块长）', '李强（2块 块长）', '今天接待，接下了', '唐敏芝（主任）')
  await lin.sees('请假，10月8日')
})

test('陈敏 is told at once, though it is night; she reads how this home is to be reached, and the phone list does not hold it', async () => {
  await town.tick()
  const told = await community.rows<{ about: string; urgent: boolean; state: string }>('select about, urgent, state from notice where subject_id = $1 and to_id = $2', [upstairs.demandId, accounts.chen])
  expect(told).toEqual([{ about: 'dangerFiled', urgent: true, state: 'kept' }])
  const chen = await town.as('chen')
  await chen.opens('leader/demand', { committeeId, demandId: upstairs.demandId })
  await chen.sees('这户请不要上门', '12号楼 602室 林女士')
  const { wish } = await community.as('chen').demand.get(upstairs)
  expect([wish?.noHomeVisits, wish?.never]).toEqual([true, expect.arrayContaining(['phone', 'door'])])
  expect(JSON.stringify(await community.as('chen').notice.phoneList({}))).not.toContain(upstairs.demandId)
})

test('taken up within the hour, told what happens within two: nobody above has to be called', async () => {
  community.setClock(at('2026-10-02 21:40'))
  await community.as('chen').demand.accept(upstairs)
  expect((await community.as('lin').demand.get(upstairs)).contactDueAt).toBe(null)
  community.setClock(at('2026-10-02 22:30'))
  await community.as('chen').demand.reply({ ...upstairs, text: '总阀在楼道管井里，物业师傅已经关了。师傅要不要上门，您在这里说了算。' })
  community.setClock(at('2026-10-02 23:30'))
  await town.tick()
  expect(await community.rows(`select from notice where subject_id = $1 and about = 'contactLate'`, [upstairs.demandId])).toEqual([])
  // What is said to who wrote in an emergency goes out at night too.
  expect(await community.rows('select from notice where subject_id = $1 and to_id = $2 and not urgent', [upstairs.demandId, accounts.lin])).toEqual([])
})

describe('somebody at the door of a home that wants nobody', () => {
  const master = { who: '赵师傅，水电工', purpose: '换厨房的阀门' }
  const span = { fromAt: at('2026-10-02 21:40'), untilAt: at('2026-10-02 23:40') }
  const standing = () => community.rows(`select state from visit where mode = 'home' and household_id = (select household_id from demand where id = $1)`, [upstairs.demandId])
  let consentId: string

  beforeAll(() => community.setClock(at('2026-10-02 21:35')))
  afterAll(() => community.setClock(at('2026-10-02 23:40')))

  test('陈敏 would send somebody: nothing is planned, in words to her and by the database to a statement', async () => {
    const chen = await town.as('chen')
    await chen.opens('leader/demand', upstairs)
    await chen.taps('一定要有人去，先问这户')
    await chen.sees('这户说过不要上门，直接去不了', '119')
    const { vetoed, door } = await community.as('chen').visit.sendToDoor({ ...upstairs, ...master, ...span })
    expect([vetoed, door.visits, door.attempts.map(({ by, why }) => [by, why])]).toEqual([true, [], [['陈敏', 'none']]])
    // As the application's role, past every check of ours: no row comes back.
    const client = new Client({ connectionString: community.database.appUrl })
    await client.connect()
    await client.query('begin')
    await client.query(`select set_config('role', 'zx_app', true), set_config('app.account', $1, true), set_config('app.committees', $2, true)`, [accounts.chen, `{${committeeId}}`])
    const { rowCount } = await client.query(`
      insert into visit (committee_id, id, household_id, block_id, mode, state, purpose, asked_by, host_id, who, starts_at, ends_at, made_at, last_at)
      select committee_id, gen_random_uuid(), household_id, block_id, 'home', 'booked', '看看', $2, $2, '赵师傅，水电工', $3, $4, $3, $3 from demand where id = $1`, [upstairs.demandId, accounts.chen, span.fromAt, span.untilAt])
    await client.query('commit')
    await client.end()
    expect([rowCount, await standing()]).toEqual([0, []])
  })

  test('it becomes a question to 林女士: who, what for, from when to when, once; at night, because she wrote of the danger', async () => {
    const door = await community.as('chen').visit.askConsent({ ...upstairs, ...master, ...span })
    consentId = door.consents[0]!.id
    expect(await community.rows('select from notice where about = $1 and to_id = $2 and urgent', ['consentAsked', accounts.lin])).toHaveLength(1)
    const lin = await town.as('lin')
    await lin.opens('resident/door')
    await lin.sees('12号楼 602室 说过不要上门', '赵师傅，水电工', '21:40–23:40，只这一次', '陈敏想安排。您家说过不要上门，没有安排')
    await lin.taps('同意赵师傅，水电工这一次')
    await lin.sees('同意这一次')
    expect(await community.rows('select state, answered_by from visit_consent where id = $1', [consentId])).toEqual([{ state: 'given', answered_by: accounts.lin }])
  })

  test('赵师傅 may come once, and nobody else; at 23:40 it is dead', async () => {
    const go = (other: object = {}) => community.as('chen').visit.sendToDoor({ ...upstairs, ...master, ...span, consentId, ...other })
    expect((await go({ who: '钱师傅，水电工' })).vetoed).toBe(true)
    expect((await go({ untilAt: at('2026-10-02 23:41') })).vetoed).toBe(true)
    community.setClock(at('2026-10-02 21:45'))
    const planned = await go()
    expect([planned.vetoed, planned.door.visits.map(({ state }) => state)]).toEqual([false, ['booked']])
    expect((await go()).vetoed).toBe(true)
    community.setClock(at('2026-10-02 23:40'))
    const late = await community.as('chen').visit.endHomeVisit({ committeeId, visitId: planned.door.visits[0]!.id, outcome: 'done', words: '' })
    expect([late.vetoed, await standing()]).toEqual([true, [{ state: 'booked' }]])
    const seen = await community.as('lin').visit.door({ committeeId, householdId: late.door.householdId })
    expect([seen.consents[0]!.over, seen.consents[0]!.steps, seen.attempts.map(({ why }) => why)]).toEqual([true, [], expect.arrayContaining(['none', 'other', 'over', 'used'])])
    await community.as('chen').visit.endHomeVisit({ committeeId, visitId: planned.door.visits[0]!.id, outcome: 'cancel', words: '阀门自己关上了' })
  })
})

test('12-502 below reports the same leak, is offered to wait together, and learns nothing of 602', async () => {
  const { items } = await community.as('zheng').demand.lookAlikes({ committeeId, text: '厨房天花板漏水，楼上水管爆了。', place: '' })
  expect(items.map(({ demandId }) => demandId)).toContain(upstairs.demandId)
  expect(JSON.stringify(items)).not.toMatch(/602|林|12号楼/)
  const own = await community.as('zheng').demand.file({ committeeId, ...words('厨房天花板漏水，楼上水管爆了。', 'danger'), kind: 'hazard', visibility: 'neighbours', joins: upstairs.demandId })
  downstairs = { committeeId, demandId: own.id }
  expect([own.status, own.owner.name, own.joined]).toEqual(['merged', '陈敏', true])
  expect(JSON.stringify(own)).not.toMatch(/602|林/)
  expect(JSON.stringify(await community.as('zheng').notice.list({}))).not.toMatch(/602|林/)
  expect((await community.as('lin').demand.get(upstairs)).followers).toBe(1)
  expect(await community.answerOf('zheng', 'demand/get', upstairs)).toMatchObject({ refusal: 'NotFound' })
  // One word reaches both, so nobody waits for a second.
  community.later({ minutes: 10 })
  await community.as('chen').demand.reply({ ...upstairs, text: '总阀关着，今晚不会再漏，明早物业来换管。' })
  expect((await community.as('zheng').demand.get(downstairs)).thread.at(-1)!.text).toBe('总阀关着，今晚不会再漏，明早物业来换管。')
})

test('on the 6th 王芳 is back and has what is hers; the first receiver is 陈敏 everywhere', async () => {
  for (const name of ['wang', 'chen', 'lin', 'zheng', 'tang'] as const) await community.signInAgain(name)
  community.setClock(at('2026-10-06 09:00'))
  await town.tick()
  const seen = await community.as('wang').demand.get(upstairs)
  expect([seen.owner.name, seen.firstReceiver.name, seen.thread.at(-1)!.step]).toEqual(['王芳', '陈敏', 'standIn'])
  expect((await community.as('wang').demand.listInbox({ filter: 'mine' })).items.map((item) => item.id)).toContain(upstairs.demandId)
  const [row] = await community.rows<{ owner_id: string; first_receiver_id: string }>('select owner_id, first_receiver_id from demand where id = $1', [downstairs.demandId])
  expect(row).toEqual({ owner_id: accounts.wang, first_receiver_id: accounts.chen })
  const [leave] = await community.rows<{ moved_back: number }>('select moved_back from leave where account_id = $1 and since = $2', [accounts.wang, at('2026-10-01 00:00')])
  expect(leave!.moved_back).toBeGreaterThanOrEqual(1)
})

test('one answer reaches both homes, and each closes its own', async () => {
  community.setClock(at('2026-10-08 10:00'))
  await community.as('wang').demand.answer({ ...upstairs, text: '水管换好了，楼下的天花板也看过，干了就补。' })
  const both = [await community.as('lin').demand.get(upstairs), await community.as('zheng').demand.get(downstairs)]
  expect(both.map(({ status, thread }) => [status, thread.at(-1)!.text])).toEqual([['answered', '水管换好了，楼下的天花板也看过，干了就补。'], ['answered', '水管换好了，楼下的天花板也看过，干了就补。']])
  await community.as('lin').demand.confirm(upstairs)
  expect((await community.as('zheng').demand.get(downstairs)).status).toBe('answered')
  const again = await community.as('zheng').demand.notSolved({ ...downstairs, text: '天花板还在滴水。' })
  expect([again.status, again.dueAt]).toEqual(['reopened', at('2026-10-12 17:00')])
  expect((await community.as('lin').demand.get(upstairs)).status).toBe('closed')
})
