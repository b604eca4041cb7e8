/** Joined demands and the people who have them: leave, return, new leaders, joining and separating in any order, also at once. */
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { cast } from '../../cloudfunctions/database/seed/people'
import { leaveDue } from '../../cloudfunctions/organization/leaveDue'
import { outcomeOf } from '../access/table'
import { accounts, chunshen, openCommunity, type Community, type Name } from '../fixtures/community'
import { words, type Matter } from '../fixtures/scene'

let community: Community
beforeAll(async () => {
  community = await openCommunity({ connections: 8 })
  await leaveDue(community.surroundings)
  // A leader who lives in another's block files too, and never gets what he filed.
  await community.rows(`insert into resident (committee_id, id, household_id, block_id, name, relation, account_id)
    select committee_id, gen_random_uuid(), id, block_id, '李强', 'owner', $2 from household where block_id = $1 order by seq limit 1`, [chunshen.block(3), accounts.li])
})
afterAll(() => community.close())
beforeEach(() => { community.later({ minutes: 2 }) })

const { committeeId } = chunshen
const open = async (name: Name, text: string, more: object = {}): Promise<Matter> => {
  const { id } = await community.as(name).demand.file({ committeeId, ...words(text), visibility: 'neighbours', ...more })
  return { committeeId, demandId: id }
}

/** What must be true whoever did what; counted by the rows alone. */
async function wrong(): Promise<string[]> {
  const asked: [string, string][] = [
    ['a joined one that is not with its lead', `select from demand d join demand l on l.committee_id = d.committee_id and l.id = d.lead_id
      where not d.resting and not l.resting and d.owner_id <> l.owner_id and d.filed_by is distinct from l.owner_id and d.kept_from is distinct from l.owner_id`],
    ['an open demand with nobody', `select from demand where not resting and owner_id not in (select account_id from post p where p.committee_id = demand.committee_id and until is null)`],
    ['an open demand with its own filer', 'select from demand where not resting and filed_by = owner_id'],
    ['a count that is not a recount', `
      select from demand l left join demand d on d.committee_id = l.committee_id and d.lead_id = l.id
      group by l.committee_id, l.id having l.followers <> count(d.id) or l.followers_shown <> count(d.id) filter (where d.visibility = 'neighbours')`],
    ['a lead that is joined itself', 'select from demand d join demand l on l.committee_id = d.committee_id and l.id = d.lead_id where l.lead_id is not null'],
    ['merged without a lead', `select from demand where status = 'merged' and lead_id is null`],
  ]
  const found: string[] = []
  for (const [what, sql] of asked) if ((await community.rows(sql)).length > 0) found.push(what)
  return found
}
const openNow = async () => (await community.rows<{ n: number }>('select count(*)::int as n from demand where not resting'))[0]!.n

type Act = 'file' | 'join' | 'separate' | 'withdraw' | 'takeOver' | 'leave' | 'back' | 'timer' | 'leader' | 'leaveWhileJoining'
const act: fc.Arbitrary<{ act: Act; a: number; b: number }> = fc.record({
  act: fc.constantFrom<Act>('file', 'file', 'join', 'join', 'join', 'separate', 'withdraw', 'takeOver', 'leave', 'leave', 'back', 'timer', 'leader', 'leaveWhileJoining', 'leaveWhileJoining'),
  a: fc.nat(1000), b: fc.nat(1000),
})

test('random leave, return, new leaders, joining and separating: what is joined is always with whoever has its lead, and nothing is lost', async () => {
  const done: Partial<Record<Act, number>> = {}
  let together = 0
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 16 }), async (acts) => {
    const matters = [await open('zhou', '电梯停了。'), await open('zhang', '电梯又停。', { visibility: 'committee' }), await open('li', '电梯不动。')]
    const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!
    for (const { act: what, a, b } of acts) {
      community.later({ minutes: 40 })
      const [one, other] = [at(matters, a), at(matters, b)]
      const tang = community.as('tang').organization
      const before = await openNow()
      const join = () => community.answerOf('tang', 'demand/join', { ...one, leadId: other.demandId, reason: '' })
      const { people } = await tang.listLeave({ committeeId })
      const leave = () => {
        const [who, standIn] = [at(people, a).accountId, at(people, b).accountId]
        return community.answerOf('tang', 'organization/takeLeave', { committeeId, accountId: a % 2 ? accounts.wang : who, since: community.now(), until: new Date(Date.parse(community.now()) + (1 + b % 9) * 3_600_000).toISOString(), standInId: b % 4 ? standIn : null })
      }
      const running = async () => (await tang.listLeave({ committeeId })).items.filter(({ state }) => state === 'running')
      const acting: Record<Act, () => Promise<unknown>> = {
        file: async () => { matters.push(await open(at(['zhou', 'lin', 'zheng', 'zhang', 'li'] as const, a), '电梯停着。', { visibility: b % 3 ? 'neighbours' : 'committee', ...(b % 2 ? { joins: other.demandId } : {}) })) },
        join,
        separate: () => community.answerOf('chen', 'demand/separate', one),
        withdraw: async () => community.answerOf(await filerOf(one), 'demand/withdraw', one),
        takeOver: () => community.answerOf(at(['tang', 'chen', 'li', 'wang'] as const, b), 'demand/takeOver', one),
        leave,
        back: async () => {
          const away = await running()
          return away.length === 0 ? undefined : community.answerOf('tang', 'organization/cancelLeave', { committeeId, leaveId: at(away, a).id })
        },
        timer: () => leaveDue(community.surroundings),
        leader: () => community.answerOf('tang', 'organization/appoint', { committeeId, kind: 'leader', blockId: chunshen.block(a % 2 ? 3 : 2), accountId: at([cast.heYu.id, accounts.wang, accounts.li, cast.jiangXin.id], b) }),
        leaveWhileJoining: () => Promise.all([leave(), join()]),
      }
      const answer = await acting[what]()
      const well = [answer].flat().every((each) => typeof each !== 'object' || each === null || !('ok' in each) || outcomeOf(each as never) === 'ok')
      if (well) done[what] = (done[what] ?? 0) + 1
      expect([what, await wrong()]).toEqual([what, []])
      expect([what, await openNow()]).toEqual([what, before + (what === 'file' ? 1 : what === 'withdraw' && well ? -1 : 0)])
    }
    together += (await community.rows(`select from demand where status = 'merged'`)).length
  }), { numRuns: 8, seed: 20261124, endOnFailure: true })
  expect(Object.keys(done).sort()).toEqual(['back', 'file', 'join', 'leader', 'leave', 'leaveWhileJoining', 'separate', 'takeOver', 'timer', 'withdraw'])
  expect(together).toBeGreaterThan(5)
}, 120_000)

/** What joining may not change for good. Of the status only that it was waiting for a first word, of the deadline of a lead only that it came nearer. */
const kept = ({ demandId }: Matter) => community.rows(`
  select owner_id, first_receiver_id, filed_by, block_id, household_id, kind, title, text, visibility, category, urgency, case status when 'submitted' then 'accepted' else status end as status,
    due_from::text, due_days, due_at::text, provisional, contacted_at, reopened, lead_id, joined_at, joined_from, followers, followers_shown, lent_from, offered_to, asked_at
  from demand where id = $1`, [demandId])

test('whatever is joined and separated again is as it was, once who had it takes it back; the lead too, but for a nearer deadline', async () => {
  let nearer = 0
  await fc.assert(fc.asyncProperty(fc.record({
    who: fc.constantFrom<Name>('zhou', 'zheng', 'zhang'), kind: fc.constantFrom('request', 'suggestion', 'consultation'), visibility: fc.constantFrom('neighbours', 'committee'),
    asked: fc.boolean(), said: fc.boolean(), by: fc.constantFrom<Name>('tang', 'chen'), hours: fc.constantFrom(0, 20, 50),
  }), async ({ who, kind, visibility, asked, said, by, hours }) => {
    community.later({ minutes: 20 })
    const lead = await open('lin', '门禁坏了。')
    community.later({ hours })
    const one = await open(who, '大门打不开。', { kind, visibility })
    // A question that waits ends with joining, as it does when somebody goes on without an answer.
    if (asked) await community.as('tang').demand.ask({ ...one, text: '哪一扇门？' })
    if (said) await community.as('tang').demand.reply({ ...one, text: '在看了。' })
    if (asked) await community.as('tang').demand.resume(one)
    const [[before], [leadBefore]] = [await kept(one), await kept(lead)]
    await community.as(by).demand.join({ ...one, leadId: lead.demandId, reason: '' })
    expect(await wrong()).toEqual([])
    const shown = (await community.rows<{ followers: number; followers_shown: number }>('select followers, followers_shown from demand where id = $1', [lead.demandId]))[0]
    expect(shown).toEqual({ followers: 1, followers_shown: visibility === 'neighbours' ? 1 : 0 })
    await community.as('chen').demand.separate(one)
    const owner = (Object.entries(accounts) as [Name, Id][]).find(([, id]) => id === before!.owner_id)![0]
    if (before!.owner_id !== (await kept(one))[0]!.owner_id) await community.as(owner).demand.takeOver(one)
    const [[after], [leadAfter]] = [await kept(one), await kept(lead)]
    expect(after).toEqual(before)
    const { due_at: due, due_from: _from, due_days: _days, ...rest } = leadAfter!
    const { due_at: dueBefore, due_from: _oldFrom, due_days: _oldDays, ...restBefore } = leadBefore!
    expect(rest).toEqual(restBefore)
    expect(due).toBe([dueBefore, before!.due_at].sort()[0])
    if (due !== dueBefore) nearer += 1
  }), { numRuns: 10, seed: 4, endOnFailure: true })
  expect(nearer).toBeGreaterThan(0)
})

test('sixteen who join one lead at the same moment are sixteen, and the private ones among them are not counted for neighbours', async () => {
  const lead = await open('lin', '水压很小。')
  const many: Matter[] = []
  for (let n = 0; n < 16; n += 1) {
    if (n % 5 === 0) community.later({ minutes: 2 })
    many.push(await open(n % 2 ? 'zhou' : 'zhang', `水压小，第${n}家。`, { visibility: n % 4 ? 'neighbours' : 'committee' }))
  }
  const answers = await Promise.all(many.map((one, n) => community.answerOf(n % 2 ? 'tang' : 'chen', 'demand/join', { ...one, leadId: lead.demandId, reason: '' })))
  expect(answers.map((answer) => outcomeOf(answer))).toEqual(many.map(() => 'ok'))
  expect((await community.rows('select followers, followers_shown from demand where id = $1', [lead.demandId]))[0]).toEqual({ followers: 16, followers_shown: 12 })
  expect((await community.as('lin').demand.get(lead)).followers).toBe(12)
  expect(await wrong()).toEqual([])
})

async function filerOf({ demandId }: Matter): Promise<Name> {
  const [row] = await community.rows<{ filed_by: Id }>('select filed_by from demand where id = $1', [demandId])
  return (Object.entries(accounts) as [Name, Id][]).find(([, id]) => id === row!.filed_by)![0]
}
