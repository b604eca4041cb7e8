/** Many at once on the same time, leave of whoever hosts, and what the timer does about visits. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cast } from '../../cloudfunctions/database/seed/people'
import { visitDue } from '../../cloudfunctions/visit/visitDue'
import { exportVisit } from '../../cloudfunctions/visit/calendar'
import type { Id, Instant } from '../../contract/values'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { askedAs, bookedAs, morning, homeOf, slotOf, type VisitMatter } from '../fixtures/visiting'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 16 }) })
afterAll(() => community.close())
beforeEach(async () => {
  community.setClock(opening)
  await community.rows('delete from leave where account_id = any ($1)', [[accounts.wang, accounts.li, cast.liuJia.id]])
})

const { committeeId } = chunshen
const after = (at: Instant, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString()
const rowOf = async ({ visitId }: VisitMatter) => (await community.rows<{ state: string; host_id: Id; starts_at: Date | null; slot_id: Id | null; moves: number }>('select state, host_id, starts_at, slot_id, moves from visit where id = $1', [visitId]))[0]!
const told = async ({ visitId }: VisitMatter, about: string) => (await community.rows<{ to_id: Id }>('select to_id from notice where subject_id = $1 and about = $2 order by at, id', [visitId, about])).map((row) => row.to_id)

/** No two visits of one host that are agreed on meet, and a slot and its visit know each other. */
async function sound(): Promise<void> {
  expect(await community.rows(`select a.id from visit a join visit b on b.host_id = a.host_id and b.id > a.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at where a.state = 'booked' and b.state = 'booked' and a.mode = 'online' and b.mode = 'online'`)).toEqual([])
  expect(await community.rows(`select v.id from visit v left join visit_slot s on s.visit_id = v.id where v.slot_id is distinct from s.id`)).toEqual([])
}

/** Three households of 3块. */
async function manyAskers(): Promise<{ name: 'zhou' | 'zheng' | 'lin'; home: { committeeId: Id; householdId: Id } }[]> {
  return Promise.all((['zhou', 'zheng', 'lin'] as const).map(async (name) => ({ name, home: await homeOf(community, name) })))
}

describe('sixteen at once', () => {
  test('on one published time: one has it, the others hear that it is gone', async () => {
    const slotId = await slotOf(community)
    const askers = await manyAskers()
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => {
      const { name, home } = askers[n % askers.length]!
      return community.answerOf(name, 'visit/ask', { ...home, about: 'leader', purpose: '', channel: 'app', slotId }, { key: randomUUID() })
    }))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [(answer as { refusal?: string }).refusal])))).toEqual(new Set(['SlotTaken']))
    await sound()
  })

  test('on times of their own that meet: one is agreed on', async () => {
    const at = morning(community)
    const asked: VisitMatter[] = []
    for (let n = 0; n < 16; n += 1) asked.push(await askedAs(community, (['zhou', 'zheng', 'lin'] as const)[n % 3]!, [after(at, n)]))
    const answers = await Promise.all(asked.map((matter, n) => community.answerOf('wang', 'visit/accept', { ...matter, startsAt: after(at, n) })))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.every((answer) => answer.ok || (answer as { refusal?: string }).refusal === 'SlotTaken')).toBe(true)
    await sound()
  })

  test('moving to and fro, cancelling and asking again: nobody is booked twice and no time is lost', async () => {
    const slots = await Promise.all(Array.from({ length: 4 }, () => slotOf(community)))
    const visits = [await bookedAs(community, 'zhou'), await bookedAs(community, 'zheng'), await bookedAs(community, 'lin')]
    const names = ['zhou', 'zheng', 'lin'] as const
    const answers = await Promise.all(Array.from({ length: 48 }, (_, n) => {
      const who = n % 3
      if (n % 12 === 11) return community.answerOf(names[who]!, 'visit/cancel', { ...visits[who]!, reason: '不巧' })
      return community.answerOf(names[who]!, 'visit/move', { ...visits[who]!, slotId: slots[n % 4]! })
    }))
    expect(answers.filter((answer) => !answer.ok && !('refusal' in answer))).toEqual([])
    await sound()
    const taken = await community.rows<{ count: number }>('select count(*)::int as count from visit_slot where id = any ($1) and visit_id is not null', [slots])
    const kept = await community.rows<{ count: number }>(`select count(*)::int as count from visit where id = any ($1) and state = 'booked' and slot_id = any ($2)`, [visits.map((one) => one.visitId), slots])
    expect(taken).toEqual(kept)
  })

  test('the database stands where a method did not: two talks of one host at one time', async () => {
    const first = await bookedAs(community, 'zhou')
    const { starts_at: at } = await rowOf(first)
    const other = await askedAs(community, 'zheng')
    await expect(community.rows(`update visit set state = 'booked', offers = '[]', starts_at = $2, ends_at = $2::timestamptz + interval '5 minutes' where id = $1`, [other.visitId, at])).rejects.toThrow('talks with another household')
  })
})

describe('leave of whoever hosts', () => {
  const leaveOf = (account: Id, since: Instant, until: Instant, standIn: Id | null) =>
    community.rows('insert into leave (committee_id, id, account_id, since, until, stand_in_id) values ($1, gen_random_uuid(), $2, $3, $4, $5)', [committeeId, account, since, until, standIn])

  test('its times vanish, and a visit goes to who stands in, at the same time; both sides are told', async () => {
    const matter = await bookedAs(community, 'zhou')
    const { starts_at } = await rowOf(matter)
    const at = starts_at!.toISOString()
    const free = await slotOf(community, after(at, 40))
    await leaveOf(accounts.wang, after(at, -600), after(at, 600), accounts.li)
    const { days } = await community.as('zhou').visit.slots(await homeOf(community, 'zhou'))
    expect(days.flatMap((day) => day.slots.map((slot) => slot.id))).not.toContain(free)
    expect((await community.as('wang').visit.mySlots({ committeeId })).items.find((slot) => slot.id === free)).toMatchObject({ away: true })
    await visitDue(community.surroundings)
    expect(await rowOf(matter)).toMatchObject({ state: 'booked', host_id: accounts.li, starts_at, slot_id: null, moves: 0 })
    expect((await told(matter, 'visitStandIn')).sort()).toEqual([accounts.zhou, accounts.li].sort())
    const seen = await community.as('zhou').visit.get(matter)
    expect([seen.host.name, seen.thread.at(-1)]).toMatchObject(['李强', { step: 'standIn', by: null, from: 'system' }])
    // Who stands in, from another block, can do all of it, and knows how the household wishes to be reached.
    const summed = await community.as('li').visit.summarise({ ...matter, summary: '聊了楼道的灯。', needs: [{ kind: 'request', text: '二楼楼道灯不亮。' }], helpers: [] })
    expect([summed.state, summed.needs, summed.wish !== null]).toMatchObject(['summarised', [{ title: '二楼楼道灯不亮' }], true])
    await visitDue(community.surroundings)
    await sound()
  })

  test('with nobody free it is to be agreed on anew, and the household is told', async () => {
    const matter = await bookedAs(community, 'zhou')
    const { starts_at } = await rowOf(matter)
    const at = starts_at!.toISOString()
    await community.rows('insert into leave (committee_id, id, account_id, since, until) select $1, gen_random_uuid(), account_id, $2, $3 from post where committee_id = $1 and until is null group by account_id', [committeeId, after(at, -60), after(at, 60)])
    await visitDue(community.surroundings)
    expect(await rowOf(matter)).toMatchObject({ state: 'proposed', host_id: accounts.wang, starts_at: null, slot_id: null, moves: 1 })
    expect(await told(matter, 'visitStandIn')).toContain(accounts.zhou)
    await community.rows('delete from leave where since = $1', [after(at, -60)])
    const slotId = await slotOf(community)
    expect((await community.as('zhou').visit.move({ ...matter, slotId })).state).toBe('booked')
    await sound()
  })

  test('what waits for an answer goes to who stands in once the leave runs', async () => {
    const matter = await askedAs(community, 'zhou')
    await leaveOf(accounts.wang, after(opening, -60), after(opening, 600), accounts.li)
    await visitDue(community.surroundings)
    expect(await rowOf(matter)).toMatchObject({ state: 'asked', host_id: accounts.li })
  })

  test('two runs at once do it once', async () => {
    const matter = await bookedAs(community, 'zhou')
    const at = (await rowOf(matter)).starts_at!.toISOString()
    await leaveOf(accounts.wang, after(at, -600), after(at, 600), accounts.li)
    await Promise.all(Array.from({ length: 5 }, () => visitDue(community.surroundings)))
    expect(await community.rows(`select step from visit_entry where visit_id = $1 and step = 'standIn'`, [matter.visitId])).toHaveLength(1)
  })
})

describe('the timer', () => {
  test('reminds a day and an hour before, both sides once; what is missed shows, and can be made good', async () => {
    const matter = await bookedAs(community, 'zhou')
    const at = (await rowOf(matter)).starts_at!.toISOString()
    for (const [minutes, about, count] of [[-1440, 'visitTomorrow', 2], [-1439, 'visitTomorrow', 2], [-60, 'visitSoon', 2], [0, 'visitSoon', 2], [85, 'visitMissed', 2]] as const) {
      community.setClock(after(at, minutes))
      await visitDue(community.surroundings)
      expect([about, (await told(matter, about)).length]).toEqual([about, count])
    }
    expect((await rowOf(matter)).state).toBe('missed')
    expect((await community.as('wang').visit.listHosted({})).items.find((one) => one.id === matter.visitId)).toMatchObject({ state: 'missed', turn: 'mine' })
    expect((await community.as('wang').visit.summarise({ ...matter, summary: '晚了一会儿，聊过了。', needs: [], helpers: [] })).state).toBe('summarised')
  })

  test('a reminder in quiet hours waits for the morning, which is still before', async () => {
    // Agreed on for tomorrow 08:30 in Shanghai; an hour before is 07:30.
    const slotId = await slotOf(community, '2026-11-24T00:30:00.000Z')
    const { id: visitId } = await community.as('zhou').visit.ask({ ...(await homeOf(community, 'zhou')), about: 'leader', purpose: '', channel: 'app', slotId })
    community.setClock('2026-11-23T23:30:00.000Z')
    await visitDue(community.surroundings)
    expect(await community.rows(`select next_at from notice where subject_id = $1 and about = 'visitSoon'`, [visitId])).toEqual(Array.from({ length: 2 }, () => ({ next_at: new Date('2026-11-24T00:00:00.000Z') })))
  })

  test('a wish nobody answered comes before its host again', async () => {
    const matter = await askedAs(community, 'zhou')
    expect(await told(matter, 'visitAsked')).toEqual([accounts.wang])
    community.setClock(after(opening, 1441))
    await visitDue(community.surroundings)
    expect(await told(matter, 'visitAsked')).toEqual([accounts.wang, accounts.wang])
  })
})

describe('what was learned for the archive', () => {
  test('is proposed with its visit, sealed where it belongs, and about nobody of another household', async () => {
    const matter = await bookedAs(community, 'zhou')
    const [own, other] = await Promise.all([accounts.zhou, accounts.zheng].map(async (id) => (await community.rows<{ id: Id }>('select id from resident where account_id = $1', [id]))[0]!.id))
    const said = { ...matter, summary: '换了电话。', needs: [], helpers: [] }
    expect(await community.answerOf('wang', 'visit/summarise', { ...said, facts: [{ field: 'phone', residentId: other, value: '13800000009' }] })).toMatchObject({ ok: false, refusal: 'BadInput' })
    await community.as('wang').visit.summarise({ ...said, facts: [{ field: 'phone', residentId: own!, value: '13800000009' }] })
    const rows = await community.rows<{ state: string; source: string; new_sealed: string }>('select state, source, new, new_sealed from archive_change where visit_id = $1', [matter.visitId])
    expect(rows).toMatchObject([{ state: 'proposed', source: 'visit', new: null }])
    expect(rows[0]!.new_sealed).not.toContain('13800000009')
  })
})

describe('the calendar file', () => {
  const fileOf = (name: 'zhou' | 'zheng', matter: VisitMatter) => exportVisit({ surroundings: community.surroundings, credential: community.credentialOf(name) }, matter)
  const textOf = (made: Awaited<ReturnType<typeof fileOf>>) => (made.ok ? new TextDecoder().decode(made.output.bytes) : made.refusal)

  test('grows its SEQUENCE on a move, and takes the visit out when it is called off; a neighbour gets none', async () => {
    const matter = await bookedAs(community, 'zhou')
    const first = textOf(await fileOf('zhou', matter))
    expect(first).toContain('SEQUENCE:0\r\n')
    expect(first).not.toMatch(/周|王芳|11号楼|聊聊/)
    await community.as('zhou').visit.move({ ...matter, slotId: await slotOf(community) })
    expect(textOf(await fileOf('zhou', matter))).toContain('SEQUENCE:1\r\n')
    await community.as('zhou').visit.cancel({ ...matter, reason: '出差' })
    expect(textOf(await fileOf('zhou', matter))).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/)
    expect(textOf(await fileOf('zheng', matter))).toBe('NotFound')
    expect(textOf(await fileOf('zhou', await askedAs(community, 'zhou')))).toBe('NotFound')
  })
})
