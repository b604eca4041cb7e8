/** A committee's meetings as they go: what comes up, what is decided about it, who hears of it, and what the next one begins with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarWith } from '../../cloudfunctions/organization/rules/calendar'
import { cast } from '../../cloudfunctions/database/seed/people'
import { moveMissed } from '../../cloudfunctions/meeting/moveMissed'
import type { InputOf } from '../../src/api/client'
import type { Answer } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { endMeeting, fileAs, openMeeting, takenAs, type Matter } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 16 }) })
afterAll(() => community.close())

const { committeeId } = chunshen
type Decision = Omit<InputOf<['meeting', 'resolve']>, 'committeeId' | 'meetingId' | 'facts'>
const decide = async (decision: Decision, by: 'tang' = 'tang') => community.as(by).meeting.resolve({ ...(await openMeeting(community)), facts: '', ...decision })
const rowOf = async ({ demandId }: Matter) => (await community.rows<{ status: string; owner_id: Id; offered_to: Id | null; meeting_on: string; due_at: Date }>('select status, owner_id, offered_to, meeting_on::text, due_at from demand where id = $1', [demandId]))[0]!
const told = async ({ demandId }: Matter, name: keyof typeof accounts) => (await community.rows<{ about: string }>('select about from notice where subject_id = $1 and to_id = $2 order by at, id', [demandId, accounts[name]])).map((row) => row.about)
/** About what belongs to no demand. */
const toldOf = (resolutionId: Id) => community.rows<{ to_id: Id; about: string }>('select n.to_id, n.about from notice n join resolution r on r.meeting_id = n.subject_id where r.id = $1 order by n.at desc, n.id desc limit 1', [resolutionId])
const outcomes = (answers: Answer[]) => answers.map((answer) => (answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault'))

describe('taken to the meeting', () => {
  test('its resident reads the day and why, and the deadline stays', async () => {
    const matter = await fileAs(community, 'zhou')
    const before = await rowOf(matter)
    await community.as('wang').demand.takeToMeeting({ ...matter, reason: '要和物业一起定，一个人答不了。' })
    const demand = await community.as('zhou').demand.get(matter)
    expect([demand.status, demand.meetingOn, demand.thread.at(-1)]).toMatchObject(['atMeeting', '2026-11-26', { step: 'takeToMeeting', text: '要和物业一起定，一个人答不了。', to: '2026-11-26' }])
    expect((await rowOf(matter)).due_at).toEqual(before.due_at)
    expect(await told(matter, 'zhou')).toContain('demandToMeeting')
  })

  test('on a closing day of the committee it is the next working day; while a meeting is open it is that one', async () => {
    await community.rows(`insert into closing_day (committee_id, day, working, name, made_by, made_at) values ($1, '2026-11-26', false, '盘点', $2, $3)`, [committeeId, accounts.tang, opening])
    const matter = await takenAs(community)
    expect((await rowOf(matter)).meeting_on).toBe('2026-11-27')
    await community.rows(`delete from closing_day where committee_id = $1`, [committeeId])
    expect(calendarWith([]).isWorkingDay('2026-11-26')).toBe(true)
    await openMeeting(community)
    expect((await rowOf(await takenAs(community))).meeting_on).toBe('2026-11-20')
  })
})

test('who comes later is put down, and counts as there; who was put down by mistake is taken away, but never the chair; the minutes say so', async () => {
  const held = await openMeeting(community)
  const set = (came: Id[], notThere: Id[]) => community.answerOf('tang', 'meeting/setPresent', { ...held, came, notThere })
  community.later({ minutes: 20 })
  const at = community.now()
  // Two correct it in the same moment.
  expect(outcomes(await Promise.all([set([accounts.li], [accounts.chen]), set([cast.sunMei.id], [])]))).toEqual(['ok', 'ok'])
  const { present, cameLater, steps } = await community.as('tang').meeting.next({ committeeId })
  expect([present.map(({ name }) => name).sort(), steps.includes('setPresent')]).toEqual([['唐敏芝', '王芳', '李强', '孙梅'].sort(), true])
  expect(cameLater.map((one) => one.at)).toEqual([at, at])
  const matter = await takenAs(community)
  await decide({ demandId: matter.demandId, outcome: 'assign', words: '李强去办。', ownerId: accounts.li, dueOn: '2026-11-25' })
  expect(await rowOf(matter)).toMatchObject({ owner_id: accounts.li, offered_to: null })
  expect(outcomes([await set([], [accounts.tang]), await set([accounts.zhou], []), await set([accounts.li], [accounts.li])])).toEqual(['BadInput', 'BadInput', 'BadInput'])
  await set([accounts.chen], [cast.sunMei.id])
  await endMeeting(community)
  expect(outcomes([await set([accounts.chen], [])])).toEqual(['WrongStep'])
  const minutes = await community.as('tang').meeting.minutes(held)
  expect([minutes.present, minutes.cameLater]).toEqual([['唐敏芝', '王芳', '李强', '陈敏'], [{ name: '李强', at }, { name: '陈敏', at }]])
})

describe('a decision moves the demand in the same moment', () => {
  test('answer: the resident is asked whether it is solved', async () => {
    const matter = await takenAs(community)
    await decide({ demandId: matter.demandId, outcome: 'answer', words: '物业周五来换。' })
    const demand = await community.as('zhou').demand.get(matter)
    expect([demand.status, demand.thread.at(-1)]).toMatchObject(['answered', { type: 'answer', text: '物业周五来换。', by: null, meetingDay: '2026-11-20' }])
    expect([demand.contactDueAt, await told(matter, 'zhou')]).toEqual([null, expect.arrayContaining(['demandAnswered'])])
    expect(await told(matter, 'wang')).toContain('demandDecided')
  })

  test('assign: who was there has it at once, anybody else is offered it and the owner stays', async () => {
    const [there, away] = [await takenAs(community), await takenAs(community)]
    await decide({ demandId: there.demandId, outcome: 'assign', words: '陈敏去办。', ownerId: accounts.chen, dueOn: '2026-11-25' })
    expect(await rowOf(there)).toMatchObject({ status: 'accepted', owner_id: accounts.chen, offered_to: null })
    expect(await told(there, 'chen')).toEqual(['resolutionMine'])
    await decide({ demandId: away.demandId, outcome: 'assign', words: '李强那边熟。', ownerId: accounts.li, dueOn: '2026-11-25' })
    expect(await rowOf(away)).toMatchObject({ status: 'accepted', owner_id: accounts.wang, offered_to: accounts.li })
    expect((await community.as('li').demand.get(away)).steps).toContain('takeOver')
  })

  test('transfer, note and an idea for the fund', async () => {
    const [outside, onward, idea] = [await takenAs(community), await takenAs(community), await takenAs(community)]
    await decide({ demandId: outside.demandId, outcome: 'transfer', words: '归市政管，已经报了。', to: { kind: 'hotline', name: '12345', number: 'SH-77' } })
    expect(await community.as('zhou').demand.get(outside)).toMatchObject({ status: 'transferred', outside: { name: '12345', number: 'SH-77' } })
    await decide({ demandId: onward.demandId, outcome: 'note', words: '王芳接着跟物业谈。' })
    expect(await rowOf(onward)).toMatchObject({ status: 'accepted', owner_id: accounts.wang })
    // One nobody had touched is heard of for the first time.
    const untouched = await fileAs(community, 'zhou')
    await decide({ demandId: untouched.demandId, outcome: 'note', words: '王芳去看。' })
    expect((await community.as('zhou').demand.get(untouched)).contactDueAt).toBe(null)
    const { id } = await decide({ demandId: idea.demandId, outcome: 'fund', words: '列入自治金备选。' })
    expect(await rowOf(idea)).toMatchObject({ status: 'answered' })
    expect(await community.rows('select demand_id, words from fund_idea where resolution_id = $1', [id])).toEqual([{ demand_id: idea.demandId, words: '列入自治金备选。' }])
  })

  test('decline: with the reasons; and the resident may still say that it is not solved', async () => {
    const matter = await takenAs(community)
    await decide({ demandId: matter.demandId, outcome: 'decline', words: '今年没有预算，明年春天再议。' })
    const demand = await community.as('zhou').demand.get(matter)
    expect([demand.status, demand.resolutions.at(-1), demand.steps.includes('notSolved')]).toMatchObject(['declined', { outcome: 'decline', words: '今年没有预算，明年春天再议。' }, true])
    expect(await told(matter, 'zhou')).toContain('demandDeclined')
    await community.as('zhou').demand.notSolved({ ...matter, text: '夜里看不见。' })
    expect((await rowOf(matter)).status).toBe('reopened')
  })

  test.each<[string, Decision]>([
    ['somebody without a day', { outcome: 'assign', words: '去办。', ownerId: accounts.chen }],
    ['nobody', { outcome: 'assign', words: '去办。' }],
    ['a day that is past', { outcome: 'assign', words: '去办。', ownerId: accounts.chen, dueOn: '2026-11-19' }],
    ['the one who filed it', { outcome: 'assign', words: '去办。', ownerId: accounts.zhou, dueOn: '2026-11-25' }],
    ['one who may not read it', { outcome: 'note', words: '去看看。', ownerId: accounts.li, dueOn: '2026-11-25' }],
    ['no outside party', { outcome: 'transfer', words: '转出去。' }],
  ])('%s: nothing is decided', async (_what, decision) => {
    const matter = await takenAs(community)
    const before = await rowOf(matter)
    const answer = await community.answerOf('tang', 'meeting/resolve', { ...(await openMeeting(community)), facts: '', demandId: matter.demandId, ...decision })
    expect(['BadInput', 'NobodyThere']).toContain(outcomes([answer])[0])
    expect(await rowOf(matter)).toEqual(before)
  })

  test('an item without a demand needs a title, and declines nobody', async () => {
    const held = await openMeeting(community)
    for (const decision of [{ outcome: 'note', words: '知道了。' }, { title: '消防演练', outcome: 'decline', words: '不办。' }]) {
      expect(await community.answerOf('tang', 'meeting/resolve', { ...held, facts: '', ...decision })).toMatchObject({ refusal: 'BadInput' })
    }
  })
})

test('sixteen decide the same item at once: one wins, the others learn that it is decided', async () => {
  const held = await openMeeting(community)
  const matter = await takenAs(community)
  await community.rows(`update post set kind = 'secretary' where account_id = $1 and kind = 'officer'`, [accounts.chen])
  const answers = await Promise.all(Array.from({ length: 16 }, (_, client) => community.answerOf(client % 2 ? 'chen' : 'tang', 'meeting/resolve',
    { ...held, demandId: matter.demandId, facts: '', ...(client % 3 ? { outcome: 'assign', words: `第${client}个`, ownerId: accounts.chen, dueOn: '2026-11-25' } : { outcome: 'decline', words: `第${client}个` }) })))
  await community.rows(`update post set kind = 'officer' where account_id = $1 and kind = 'secretary'`, [accounts.chen])
  expect(outcomes(answers).sort()).toEqual([...Array.from({ length: 15 }, () => 'WrongStep'), 'ok'])
  const winner = answers.findIndex((answer) => answer.ok)
  expect(await community.rows('select words from resolution where demand_id = $1', [matter.demandId])).toEqual([{ words: `第${winner}个` }])
  expect((await rowOf(matter)).status).toBe(winner % 3 ? 'accepted' : 'declined')
})

test('sixteen decide different items at once: each has its own place in the minutes', async () => {
  const held = await openMeeting(community)
  const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => community.answerOf('tang', 'meeting/resolve', { ...held, title: `第${n}件`, facts: '', outcome: 'note', words: '知道了。' })))
  expect(new Set(outcomes(answers))).toEqual(new Set(['ok']))
  const { resolutions } = await community.as('tang').meeting.get(held)
  expect(resolutions.map((one) => one.seq)).toEqual(resolutions.map((_, index) => index + 1))
})

test('two open the meeting at once: one is open', async () => {
  await endMeeting(community)
  const answers = await Promise.all(Array.from({ length: 8 }, () => community.answerOf('tang', 'meeting/open', { committeeId, chairId: accounts.tang, present: [] })))
  expect(outcomes(answers).sort()).toEqual([...Array.from({ length: 7 }, () => 'WrongStep'), 'ok'])
})

describe('from one meeting to the next', () => {
  let undecided: Matter
  let asked: Id

  test('what it did not come to goes to the next one by itself, and its resident is told', async () => {
    await endMeeting(community)
    await openMeeting(community)
    undecided = await takenAs(community)
    asked = (await decide({ title: '岁末消防演练', outcome: 'assign', words: '定时间，通知到楼。', ownerId: accounts.wang, dueOn: '2026-11-24' })).id
    expect(await toldOf(asked)).toEqual([{ to_id: accounts.wang, about: 'resolutionMine' }])
    const meetingId = (await openMeeting(community)).meetingId
    const before = (await told(undecided, 'zhou')).length
    const wangs = (await told(undecided, 'wang')).length
    const tangsOwn = await takenAs(community)
    await community.rows('update demand set owner_id = $2 where id = $1', [tangsOwn.demandId, accounts.tang])
    const closed = await community.as('tang').meeting.close({ committeeId, meetingId })
    expect(closed).toMatchObject({ day: '2026-11-26' })
    expect(closed.carried).toBeGreaterThan(0)
    expect(await rowOf(undecided)).toMatchObject({ status: 'atMeeting', meeting_on: '2026-11-26' })
    expect((await told(undecided, 'zhou')).slice(before)).toEqual(['demandToMeeting'])
    // So is who has it, and not who moves it.
    expect([(await told(undecided, 'wang')).slice(wangs), await told(tangsOwn, 'tang')]).toEqual([['demandToMeeting'], []])
    expect((await community.as('tang').meeting.get({ committeeId, meetingId })).carried.map((one) => one.demandId)).toContain(undecided.demandId)
    expect((await community.as('chen').meeting.minutes({ committeeId, meetingId })).carried.length).toBe(closed.carried)
    // Closed is closed.
    for (const path of ['meeting/close', 'meeting/resolve'] as const) {
      expect(await community.answerOf('tang', path, { committeeId, meetingId, title: '再加一件', facts: '', outcome: 'note', words: '知道了。' })).toMatchObject({ refusal: 'WrongStep' })
    }
  })

  test('the next one begins with what was given to somebody, late first, then what was taken there', async () => {
    community.setClock('2026-11-26T06:00:00.000Z')
    const { agenda } = await community.as('tang').meeting.next({ committeeId })
    const places = agenda.map((item) => item.reasons[0])
    expect(agenda[0]!.follows[0]!.dueOn! <= '2026-11-24').toBe(true)
    expect(agenda.flatMap((item) => item.follows.map((follow) => follow.id))).toContain(asked)
    expect(places.lastIndexOf('followUp')).toBeLessThan(places.indexOf('taken'))
    expect(agenda.filter((item) => item.id === undecided.demandId)).toHaveLength(1)
    expect(new Set(agenda.map((item) => item.id)).size).toBe(agenda.length)
  })

  test('every open demand that is taken, late or given back is on it once, by a count of its own', async () => {
    const back = await fileAs(community, 'zhou')
    await community.as('wang').demand.handOver({ ...back, to: { accountId: accounts.li }, reason: '' })
    await community.as('li').demand.bounce({ ...back, reason: '不在我这块。' })
    const { agenda } = await community.as('tang').meeting.next({ committeeId })
    expect(agenda.find((item) => item.id === back.demandId)).toMatchObject({ reasons: ['bounced'], words: '不在我这块。' })
    const rows = await community.rows<{ id: Id }>(`
      select id from demand where committee_id = $1 and (status = 'atMeeting' or (status in ('submitted', 'accepted', 'reopened', 'transferred') and due_at < $2) or (status = 'asked' and asked_at > due_at))`, [committeeId, community.now()])
    expect(rows.length).toBeGreaterThan(4)
    const listed = agenda.flatMap((item) => (item.demand && item.reasons.some((reason) => reason !== 'followUp') ? [item.id] : []))
    expect(listed.sort()).toEqual([...new Set([...rows.map((row) => row.id), back.demandId])].sort())
    // Taken by another since, it has found its hands.
    await community.as('chen').demand.takeOver(back)
    expect((await community.as('tang').meeting.next({ committeeId })).agenda.map((item) => item.id)).not.toContain(back.demandId)
  })

  test('not seen to: at the open meeting, with the reason and a new day, and the next one asks again', async () => {
    const later = { committeeId, resolutionId: asked, done: false, words: '消防队排不开。', dueOn: '2026-12-02' }
    expect(await community.answerOf('tang', 'meeting/settle', later)).toMatchObject({ refusal: 'WrongStep' })
    await openMeeting(community)
    for (const wrong of [{ words: '' }, { dueOn: community.now().slice(0, 10) }, { dueOn: undefined }]) expect(await community.answerOf('tang', 'meeting/settle', { ...later, ...wrong })).toMatchObject({ refusal: 'BadInput' })
    const onward = await community.as('tang').meeting.settle(later)
    expect(await toldOf(onward.id)).toEqual([{ to_id: accounts.wang, about: 'resolutionMine' }])
    expect(onward).toMatchObject({ title: '岁末消防演练', dueOn: '2026-12-02', owner: { name: '王芳' }, settled: null })
    expect(await community.answerOf('tang', 'meeting/settle', later)).toMatchObject({ refusal: 'WrongStep' })
    await endMeeting(community)
    community.setClock('2026-12-03T06:00:00.000Z')
    const follows = async () => (await community.as('tang').meeting.next({ committeeId })).agenda.flatMap((item) => item.follows.map((follow) => follow.id))
    expect(await follows()).toContain(onward.id)
    expect(await follows()).not.toContain(asked)
    await community.as('wang').meeting.settle({ committeeId, resolutionId: onward.id, done: true, words: '演练做完了。' })
    expect(await follows()).not.toContain(onward.id)
  })

  test('a leader reads of the agenda what concerns demands she may see, and her own follow-ups', async () => {
    const { agenda } = await community.as('li').meeting.next({ committeeId })
    for (const item of agenda) {
      if (item.demand) expect([item.title, outcomes([await community.answerOf('li', 'demand/get', { committeeId, demandId: item.id })])]).toEqual([item.title, ['ok']])
      else expect(item.follows.map((follow) => follow.owner!.name)).toEqual(['李强'])
    }
    expect(agenda.length).toBeLessThan((await community.as('tang').meeting.next({ committeeId })).agenda.length)
  })
})

describe('a meeting nobody held', () => {
  test('what waited for it goes to the next, its thread says so, and its resident is told; once', async () => {
    community.setClock('2026-12-04T02:00:00.000Z')
    const matter = await takenAs(community)
    expect((await rowOf(matter)).meeting_on).toBe('2026-12-10')
    community.setClock('2026-12-10T08:00:00.000Z')
    await moveMissed(community.surroundings)
    expect((await rowOf(matter)).meeting_on).toBe('2026-12-10')
    community.setClock('2026-12-10T09:01:00.000Z')
    await Promise.all([moveMissed(community.surroundings), moveMissed(community.surroundings)])
    expect((await rowOf(matter)).meeting_on).toBe('2026-12-17')
    const { thread } = await community.as('zhou').demand.get(matter)
    expect(thread.filter((entry) => entry.step === 'takeToMeeting').map((entry) => [entry.by?.name ?? null, entry.to, entry.text])).toEqual([['王芳', '2026-12-10', '要和物业一起定，一个人答不了。'], [null, '2026-12-17', '那天的例会没有开']])
    expect((await told(matter, 'zhou')).filter((about) => about === 'demandToMeeting')).toHaveLength(2)
  })

  test('another weekday moves it as well', async () => {
    const matter = await takenAs(community)
    expect(await community.as('tang').meeting.setTime({ committeeId, weekday: 2, minute: 9 * 60 })).toEqual({ day: '2026-12-15' })
    expect((await rowOf(matter)).meeting_on).toBe('2026-12-15')
    // By hand it was told at once; the timer finds what a calendar moved since.
    await community.rows(`insert into closing_day (committee_id, day, working, name, made_by, made_at) values ($1, '2026-12-15', false, '盘点', $2, $3)`, [committeeId, accounts.tang, community.now()])
    await moveMissed(community.surroundings)
    expect((await community.as('zhou').demand.get(matter)).thread.at(-1)).toMatchObject({ step: 'takeToMeeting', by: null, text: '例会改了日子' })
    await community.rows(`delete from closing_day where committee_id = $1`, [committeeId])
    await moveMissed(community.surroundings)
    expect((await community.as('li').meeting.next({ committeeId })).day).toBe('2026-12-15')
  })
})
