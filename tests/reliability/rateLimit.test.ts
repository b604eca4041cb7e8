/** How often one person may call a method within a minute. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chunshen, openCommunity, opening, paths, promiseOf, type Community } from '../fixtures/community'
import { doors, fileAs, words } from '../fixtures/scene'
import { expire } from '../../cloudfunctions/runtime/expire'
import { serve } from '../../cloudfunctions/runtime/serve'
import { tokenHash } from '../../cloudfunctions/runtime/session'

let community: Community
beforeEach(async () => { community = await openCommunity({ rateLimits: true }) })
afterEach(() => community.close())

const file = (name: 'zhou' | 'zhang', key = randomUUID()) => community.answerOf(name, 'demand/file', { committeeId: chunshen.committeeId, ...words() }, { key })

test('the limits the contract states', () => {
  const stated = Object.fromEntries(paths.map((path) => [path, promiseOf(path).meta.perMinute]))
  expect(stated).toMatchObject({ 'demand/file': expect.any(Number), 'household/askToJoin': 5, 'demand/markRead': 120, 'notice/markRead': 60, 'account/home': 120 })
  expect(Object.values(stated).filter((limit) => limit < 1 || limit > 120)).toEqual([])
})

test('up to the limit all is done; beyond it one waits out the minute, and only for this method', async () => {
  const limit = promiseOf('demand/file').meta.perMinute
  community.later({ minutes: 1 })
  for (let call = 0; call < limit; call += 1) expect(await file('zhou')).toMatchObject({ ok: true })
  expect(await file('zhou')).toMatchObject({ ok: false, refusal: 'TooMany', data: { retryAfter: 60 } })
  expect(await community.answerOf('zhou', 'demand/listMine', {})).toMatchObject({ ok: true })
  expect(await file('zhang')).toMatchObject({ ok: true })
  community.later({ minutes: 1 })
  expect(await file('zhou')).toMatchObject({ ok: true })
})

test('the seconds to wait are those left of the minute', async () => {
  community.setClock('2026-11-20T05:00:48.500Z')
  for (let call = 0; call < 5; call += 1) await community.answerOf('xu', 'household/askToJoin', { ...doors.block3, room: `${call}`, name: '小许', relation: 'tenant', message: '' })
  expect(await community.answerOf('xu', 'household/askToJoin', { ...doors.block3, name: '小许', relation: 'tenant', message: '' })).toMatchObject({ refusal: 'TooMany', data: { retryAfter: 12 } })
})

test('refused and failed calls count too, so nobody tries doors one after the other', async () => {
  const ask = (room: string) => community.answerOf('xu', 'household/askToJoin', { ...doors.block3, room, name: '小许', relation: 'tenant', message: '' })
  const outcomes = []
  for (let room = 9901; room < 9907; room += 1) {
    const answer = await ask(String(room))
    outcomes.push(answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault')
  }
  expect(outcomes).toEqual(['NoSuchHousehold', 'NoSuchHousehold', 'NoSuchHousehold', 'NoSuchHousehold', 'NoSuchHousehold', 'TooMany'])
})

test('what was refused for haste left nothing behind and may be sent again with its key', async () => {
  const limit = promiseOf('demand/file').meta.perMinute
  for (let call = 0; call < limit; call += 1) await file('zhou')
  const key = randomUUID()
  const filed = async () => (await community.rows('select from demand')).length
  const before = await filed()
  expect(await file('zhou', key)).toMatchObject({ refusal: 'TooMany' })
  expect(await filed()).toBe(before)
  expect(await community.rows('select from receipt where key = $1', [key])).toEqual([])
  community.later({ minutes: 1 })
  expect(await file('zhou', key)).toMatchObject({ ok: true })
  expect(await filed()).toBe(before + 1)
})

test('sixteen at once are counted one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 16 }, (_, room) => community.answerOf('xu', 'household/askToJoin', { ...doors.block3, room: `x${room}`, name: '小许', relation: 'tenant', message: '' })))
  expect(answers.filter((answer) => !answer.ok && 'refusal' in answer && answer.refusal === 'TooMany')).toHaveLength(11)
})

test('inventing a session for each call buys nothing: all count under the address', async () => {
  const calls = ['a', 'b', 'c'].map((token) => serve({ surroundings: community.surroundings, credential: { kind: 'session', value: tokenHash(token), address: tokenHash('203.0.113.9') } }, 'account/about', {}))
  expect(await Promise.all(calls)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  expect(await community.rows(`select person, calls from rate where person = $1`, [`visitor:${tokenHash('203.0.113.9')}`])).toEqual([{ person: `visitor:${tokenHash('203.0.113.9')}`, calls: 3 }])
})

test('visitors behind one address share a limit twenty times as wide', async () => {
  await community.rows(`insert into rate (person, method, minute, calls) select 'visitor:' || $1, 'account/home', $2, 2399`, [community.credentialOf('visitor').value, opening])
  expect(await community.answerOf('visitor', 'account/home', {})).toMatchObject({ ok: true })
  expect(await community.answerOf('visitor', 'account/home', {})).toMatchObject({ refusal: 'TooMany' })
  expect(await community.answerOf('zhou', 'account/home', {})).toMatchObject({ ok: true })
})

test('counters of past minutes are forgotten', async () => {
  await fileAs(community, 'zhou')
  expect((await community.rows('select from rate')).length).toBeGreaterThan(0)
  community.later({ minutes: 11 })
  await expire(community.surroundings)
  expect(await community.rows('select from rate')).toEqual([])
})
