/** S1: a burst pipe on National Day, in a home that wants no visits, while the block leader and his stand-in are on leave. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
