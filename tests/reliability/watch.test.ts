/** What the timer does about demands that wait too long: once, whoever runs it and however often. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { watchDue } from '../../cloudfunctions/demand/watchDue'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, type Community } from '../fixtures/community'
import { fileAs, words, type Matter } from '../fixtures/scene'

let community: Community
beforeEach(async () => { community = await openCommunity() })
afterEach(() => community.close())

const shanghai = (words_: string) => new Date(`${words_.replace(' ', 'T')}:00+08:00`).toISOString()
const toldOf = (matter: Matter) => community.rows<{ about: string; to_id: string }>(`select about, to_id from notice where subject_id = $1 and from_name is null order by at, about, to_id`, [matter.demandId])
async function toldAt(at: string, matter: Matter): Promise<string[]> {
  community.setClock(shanghai(at))
  await watchDue(community.surroundings)
  const nameOf = new Map(Object.values(cast).map((one) => [one.id, one.name]))
  return (await toldOf(matter)).map(({ about, to_id }) => `${about} ${nameOf.get(to_id)}`)
}

test('a request nobody touches is carried up: warned, then the director, the section, the division head; each told once', async () => {
  const matter = await fileAs(community, 'zhou')
  await community.as('wang').demand.reply({ ...matter, text: '我下午去看。' })
  expect(await toldAt('2026-11-27 13:59', matter)).toEqual([])
  expect(await toldAt('2026-11-27 14:00', matter)).toEqual(['demandDueSoon 王芳'])
  const late = await toldAt('2026-11-27 17:00', matter)
  expect(late.slice(1)).toEqual(expect.arrayContaining(['demandLate 王芳', 'demandLate 唐敏芝']))
  expect(await toldAt('2026-11-30 16:59', matter)).toEqual(late)
  expect((await toldAt('2026-11-30 17:00', matter)).length).toBe(late.length + 2)
  const { thread, late: lateness, dueAt } = await community.as('zhou').demand.get(matter)
  expect([lateness, dueAt]).toEqual(['late', shanghai('2026-11-27 17:00')])
  expect(thread.filter((entry) => entry.step === 'escalate').map((entry) => entry.to)).toHaveLength(2)
})

test('who filed it is told nothing of what colleagues are told, though they serve themselves', async () => {
  const matter = await fileAs(community, 'tang', '我家楼下的灯不亮。')
  const late = await toldAt('2026-11-30 17:00', matter)
  expect(late.filter((line) => line.startsWith('demandLate'))).not.toEqual([])
  expect(late.filter((line) => line.endsWith(cast.tangHui.name))).toEqual([])
})

test('whoever it was carried up to may read it, and nobody else of the street', async () => {
  const matter = await fileAs(community, 'zhou')
  await toldAt('2026-11-30 17:00', matter)
  const [row] = await community.rows<{ told: string[] }>('select told from demand where id = $1', [matter.demandId])
  expect(row!.told).toContain(accounts.tang)
  expect(row!.told).toHaveLength(2)
  expect(await community.answerOf('li', 'demand/get', matter)).toMatchObject({ refusal: 'NotFound' })
})

test('overdue is hidden by no step: neither question, meeting, outside party nor hand-over turns it back', async () => {
  const matter = await fileAs(community, 'zhou')
  community.setClock(shanghai('2026-11-30 10:00'))
  const lateness = async () => (await community.as('zhou').demand.get(matter)).late
  expect(await lateness()).toBe('late')
  await community.as('wang').demand.handOver({ ...matter, to: { accountId: accounts.li }, reason: '' })
  await community.as('li').demand.bounce({ ...matter, reason: '不在我这块。' })
  expect(await lateness()).toBe('late')
  await community.as('wang').demand.transfer({ ...matter, to: { kind: 'property', name: '物业公司', number: null }, reason: '' })
  expect(await lateness()).toBe('late')
  await community.as('wang').demand.ask({ ...matter, text: '是几单元？' })
  expect(await lateness()).toBe('late')
  community.later({ days: 1 })
  await community.as('zhou').demand.add({ ...matter, text: '二单元。' })
  expect(await lateness()).toBe('late')
  expect((await community.as('wang').demand.listInbox({ filter: 'late' })).items.map((item) => item.id)).toContain(matter.demandId)
})

test('a question in time puts the day off, and the history keeps both days', async () => {
  const matter = await fileAs(community, 'zhou')
  community.setClock(shanghai('2026-11-24 10:00'))
  await community.as('wang').demand.ask({ ...matter, text: '是几单元？' })
  expect((await community.as('zhou').demand.get(matter)).dueAt).toBe(null)
  community.setClock(shanghai('2026-11-25 10:00'))
  const { dueAt, status, thread } = await community.as('zhou').demand.add({ ...matter, text: '二单元。' })
  expect([status, dueAt, thread.at(-1)!.due]).toEqual(['accepted', shanghai('2026-11-30 17:00'), { old: shanghai('2026-11-27 17:00'), new: shanghai('2026-11-30 17:00') }])
})

test('more time is granted by another, told to the resident with the reason, and counted from the filing', async () => {
  const matter = await fileAs(community, 'zhou')
  await community.as('wang').demand.askMoreTime({ ...matter, reason: '要和物业、业委会一起商量。' })
  expect((await community.as('zhou').demand.get(matter)).thread.map((entry) => entry.step)).not.toContain('askMoreTime')
  await community.as('tang').demand.grantMoreTime({ ...matter, reason: '线路要重排，多用几天。' })
  const { dueAt, thread } = await community.as('zhou').demand.get(matter)
  expect(dueAt).toBe(shanghai('2026-12-11 17:00'))
  expect(thread.at(-1)).toMatchObject({ step: 'grantMoreTime', text: '线路要重排，多用几天。', due: { old: shanghai('2026-11-27 17:00'), new: dueAt } })
})

test('fifteen days of silence close it as unrated, never as solved; the resident may still speak', async () => {
  const matter = await fileAs(community, 'zhou')
  await community.as('wang').demand.answer({ ...matter, text: '换好了，您看看。' })
  community.later({ days: 15, minutes: -1 })
  await watchDue(community.surroundings)
  await community.signInAgain('zhou')
  expect((await community.as('zhou').demand.get(matter)).status).toBe('answered')
  community.later({ minutes: 2 })
  await watchDue(community.surroundings)
  const closed = await community.as('zhou').demand.get(matter)
  expect([closed.status, closed.closedHow, closed.thread.at(-1)!.step]).toEqual(['closed', 'silent', 'closeSilent'])
  // The last word is the system's, at the moment it closed: lists are in that order, and nobody is shown as who spoke last.
  const [row] = await community.rows<{ last_at: Date; last_by: Id | null }>('select last_at, last_by from demand where id = $1', [matter.demandId])
  expect(row).toEqual({ last_at: new Date(community.now()), last_by: null })
  const spoken = await community.as('zhou').demand.notSolved({ ...matter, text: '还是不亮。' })
  expect([spoken.status, spoken.closedHow, spoken.reopened]).toEqual(['reopened', null, 1])
})

test('two timers at once do what one does', async () => {
  const matters: Matter[] = []
  for (let n = 0; n < 12; n += 1) matters.push(await fileAs(community, 'zhou'))
  community.setClock(shanghai('2026-11-30 17:00'))
  await Promise.all([watchDue(community.surroundings), watchDue(community.surroundings), watchDue(community.surroundings)])
  const counts = await Promise.all(matters.map(async (matter) => (await toldOf(matter)).length))
  expect(new Set(counts).size).toBe(1)
  const before = counts[0]!
  await Promise.all([watchDue(community.surroundings), watchDue(community.surroundings)])
  expect((await toldOf(matters[0]!)).length).toBe(before)
})

test('danger at night: taken up within the hour or the division head knows, told what happens within two', async () => {
  community.setClock(shanghai('2026-11-20 21:10'))
  const { id } = await community.as('zhou').demand.file({ committeeId: chunshen.committeeId, ...words('楼道有煤气味。', 'danger'), kind: 'hazard' })
  const matter = { committeeId: chunshen.committeeId, demandId: id }
  const owner = (await community.as('zhou').demand.get(matter)).owner
  expect(await toldAt('2026-11-20 22:09', matter)).toEqual([])
  const late = await toldAt('2026-11-20 22:10', matter)
  expect(late.filter((line) => line.startsWith('contactLate'))).toHaveLength(3)
  expect(late).toContain(`contactLate ${owner.name}`)
  expect((await toldAt('2026-11-20 23:10', matter)).filter((line) => line.startsWith('contactLate')).length).toBeGreaterThan(3)
})
