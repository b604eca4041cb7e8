/** A committee closes on a day, or works on one: all open clocks are counted again in the same transaction, and whoever waits is told. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day, Id, Instant } from '../../contract/values'
import { deadlinesOf, dueOf } from '../../cloudfunctions/demand/rules/deadline'
import type { DemandStatus } from '../../contract/demand/life'
import type { DemandKind, Urgency } from '../../contract/demand/said'
import { calendarWith, dayAfter, dayOf, officialCalendar } from '../../cloudfunctions/organization/rules/calendar'
import { accounts, chunshen, openCommunity, plum, type Community } from '../fixtures/community'
import { fileAs, words } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())
const { committeeId } = chunshen
const tang = () => community.as('tang').organization

interface Clock { id: Id; kind: DemandKind; urgency: Urgency; status: DemandStatus; filed_at: Date; due_from: Date; due_days: number | null; pauses: [Instant, Instant][]; due_at: Date; contact_due_at: Date; provisional: boolean }
const iso = (at: Date) => at.toISOString()

/** Deadlines as they stand beside those counted anew from their parts and the days that are set. */
async function recount(): Promise<[stored: string[], counted: string[]]> {
  const days = await community.rows<{ day: string; working: boolean }>(`select to_char(day, 'YYYY-MM-DD') as day, working from closing_day where committee_id = $1`, [committeeId])
  const calendar = calendarWith(days)
  const open = await community.rows<Clock>(`select * from demand where committee_id = $1 and status not in ('closed', 'withdrawn', 'declined', 'answered') order by id`, [committeeId])
  const line = (id: Id, due: string, contact: string, provisional: boolean) => `${id} ${due} ${contact} ${provisional}`
  return [
    open.map((row) => line(row.id, iso(row.due_at), iso(row.contact_due_at), row.provisional)),
    open.map((row) => {
      const due = dueOf(calendar, { from: iso(row.due_from), days: row.due_days, pauses: row.pauses })
      return line(row.id, due, deadlinesOf(calendar, { kind: row.kind, urgency: row.urgency, filedAt: iso(row.filed_at) }).contactDueAt, calendar.isProvisional(dayOf(due)))
    }),
  ]
}

test('closed on Wednesday, what was due on Friday is due on Monday; the resident is told, and it stands in the history', async () => {
  const [matter, hers] = [await fileAs(community, 'zhou'), await fileAs(community, 'tang', '我家楼下的灯也不亮')]
  const foreseen = await tang().foreseeDay({ committeeId, day: '2026-11-25', to: 'closed' })
  community.later({ minutes: 1 })
  const effect = await tang().setClosingDay({ committeeId, day: '2026-11-25', working: false, name: '搬迁盘点' })
  expect([effect, effect.later > 1, effect.earlier]).toEqual([foreseen, true, 0])
  const { dueAt, thread } = await community.as('zhou').demand.get(matter)
  expect(dueAt).toBe('2026-11-30T09:00:00.000Z')
  expect(thread.at(-1)).toMatchObject({ step: 'due', by: null, text: '11月25日 不上班：搬迁盘点', due: { old: '2026-11-27T09:00:00.000Z', new: '2026-11-30T09:00:00.000Z' } })
  expect(await community.rows('select to_id from notice where subject_id = $1 and about = $2', [matter.demandId, 'demandDueMoved'])).toEqual([{ to_id: accounts.zhou }])
  // Who closes the day knows.
  expect((await community.as('tang').demand.get(hers)).dueAt).toBe('2026-11-30T09:00:00.000Z')
  expect(await community.rows('select from notice where subject_id = $1 and about = $2', [hers.demandId, 'demandDueMoved'])).toEqual([])
  const [stored, counted] = await recount()
  expect(stored).toEqual(counted)
  // What is filed now is counted by the new calendar, what 梅园 has is not.
  expect((await community.as('zhou').demand.foresee({ committeeId, kind: 'request', urgency: 'ordinary' })).dueAt).toBe('2026-11-30T09:00:00.000Z')
  expect((await community.as('shen').demand.foresee({ ...plum, kind: 'request', urgency: 'ordinary' })).dueAt).toBe('2026-11-27T09:00:00.000Z')
})

test('a Saturday worked brings the day nearer, and taking it back puts it where it was', async () => {
  const before = await recount()
  const { earlier } = await tang().setClosingDay({ committeeId, day: '2026-11-28', working: true, name: '补班' })
  expect(earlier).toBeGreaterThan(0)
  const [stored, counted] = await recount()
  expect(stored).toEqual(counted)
  const { later } = await tang().removeClosingDay({ committeeId, day: '2026-11-28' })
  expect([later, await recount()]).toEqual([earlier, before])
})

test('days that have begun can not be changed: what is late stays late', async () => {
  for (const day of ['2026-11-20', '2026-11-19', '2026-10-01']) {
    expect(await community.answerOf('tang', 'organization/setClosingDay', { committeeId, day, working: false, name: '补记' })).toMatchObject({ refusal: 'DayBegun' })
    expect(await tang().foreseeDay({ committeeId, day, to: 'closed' })).toEqual({ moved: 0, later: 0, earlier: 0 })
  }
  expect(await community.answerOf('tang', 'organization/removeClosingDay', { committeeId, day: '2026-12-25' })).toMatchObject({ refusal: 'NotFound' })
})

test('a question stops the clock across a changed calendar too', async () => {
  const matter = await fileAs(community, 'zhou', '要换哪种灯')
  await community.as('wang').demand.ask({ ...matter, text: '哪一层？' })
  community.later({ days: 3 })
  await community.as('zhou').demand.add({ ...matter, text: '二楼。' })
  await tang().setClosingDay({ committeeId, day: '2026-12-01', working: false, name: '停电' })
  const [stored, counted] = await recount()
  expect(stored).toEqual(counted)
})

test('any days set and taken back in any order: deadlines equal a recount, and what is late is as late as it was', async () => {
  const kinds = ['request', 'consultation', 'suggestion', 'hazard'] as const
  const change = fc.record({ ahead: fc.integer({ min: 1, max: 20 }), to: fc.constantFrom('closed', 'working', 'official'), file: fc.option(fc.constantFrom(...kinds)), danger: fc.boolean(), hours: fc.integer({ min: 0, max: 30 }) })
  let moved = 0
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
    // A session lasts 30 days, these changes longer.
    for (const name of ['tang', 'zhou'] as const) await community.signInAgain(name)
    for (const { ahead, to, file, danger, hours } of changes) {
      community.later({ hours })
      if (file) await community.as('zhou').demand.file({ committeeId, ...words('又有一件', danger ? 'danger' : 'ordinary'), kind: file })
      const late = await community.rows('select id, due_at from demand where committee_id = $1 and due_at < $2 order by id', [committeeId, community.now()])
      const day: Day = dayAfter(dayOf(community.now()), ahead)
      const answer = to === 'official'
        ? await community.answerOf('tang', 'organization/removeClosingDay', { committeeId, day })
        : await community.answerOf('tang', 'organization/setClosingDay', { committeeId, day, working: to === 'working', name: '有事' })
      expect(answer.ok || ('refusal' in answer && answer.refusal === 'NotFound')).toBe(true)
      if (answer.ok) moved += (answer.output as { moved: number }).moved
      expect(await community.rows('select id, due_at from demand where committee_id = $1 and due_at < $2 order by id', [committeeId, community.now()])).toEqual(late)
      const [stored, counted] = await recount()
      expect(stored).toEqual(counted)
    }
  }), { numRuns: 40, endOnFailure: true, seed: Number(process.env.SEED ?? 20261120) })
  expect(moved).toBeGreaterThan(20)
}, 120_000)

test('the year is shown with its holidays, make-up workdays and own days; a year nobody announced is provisional', async () => {
  await community.signInAgain('tang')
  const own = dayAfter(dayOf(community.now()), 41)
  await tang().setClosingDay({ committeeId, day: own, working: false, name: '搬迁盘点' })
  const year = await tang().listCalendar({ committeeId, year: '2026' })
  const of = (day: Day, days = year.days) => days.find((one) => one.day === day)
  expect([of('2026-10-01'), of('2026-10-10'), of('2026-10-12')]).toMatchObject([{ working: false, kind: 'holiday', name: '国庆节' }, { working: true, kind: 'makeUp', name: '国庆节' }, undefined])
  const later = (await tang().listCalendar({ committeeId, year: own.slice(0, 4) })).days
  expect(of(own, later)).toMatchObject({ working: false, kind: 'own', name: '搬迁盘点', by: '唐敏芝', mayChange: true })
  expect([year.provisional, (await tang().listCalendar({ committeeId, year: '2027' })).provisional]).toEqual([false, true])
  // What is listed, laid over weekends, is the calendar itself.
  const shown = new Map(year.days.map((one) => [one.day, one.working]))
  const days = await community.rows<{ day: string; working: boolean }>(`select to_char(day, 'YYYY-MM-DD') as day, working from closing_day where committee_id = $1`, [committeeId])
  const calendar = calendarWith(days)
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = dayAfter(day)) {
    const weekday = ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    expect([day, shown.get(day) ?? weekday]).toEqual([day, calendar.isWorkingDay(day)])
  }
  expect(officialCalendar.isWorkingDay('2026-11-25')).toBe(true)
})
