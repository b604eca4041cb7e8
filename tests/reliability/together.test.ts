/** Demands worked on together: what reaches whom, what leaves alone, and that the counters always equal a recount. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, type Community, type Name } from '../fixtures/community'
import { openMeeting, words, type Matter } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity({ connections: 16 }) })
afterAll(() => community.close())

const open = async (name: Name, text: string, visibility: 'neighbours' | 'committee' = 'neighbours', more: object = {}): Promise<Matter> => {
  const { id, committeeId } = await community.as(name).demand.file({ committeeId: chunshen.committeeId, ...words(text), visibility, ...more })
  return { committeeId, demandId: id }
}
const read = (name: Name, matter: Matter) => community.as(name).demand.get(matter)

/** Every counter against a count of the rows. */
async function miscounted(): Promise<Id[]> {
  const rows = await community.rows<{ id: Id }>(`
    select l.id from demand l where l.followers <> (select count(*) from demand d where d.committee_id = l.committee_id and d.lead_id = l.id)
      or l.followers_shown <> (select count(*) from demand d where d.committee_id = l.committee_id and d.lead_id = l.id and d.visibility = 'neighbours')`)
  return rows.map((row) => row.id)
}

describe('one lift, three who say so', () => {
  let lead: Matter
  let second: Matter
  let hidden: Matter

  test('who is about to say the same is shown it, without who said it, and joins by filing', async () => {
    lead = await open('zhou', '3号电梯停了，老人下不来。')
    const { items } = await community.as('lin').demand.lookAlikes({ committeeId: chunshen.committeeId, text: '三号电梯又停了', place: '' })
    expect(items).toEqual([{ demandId: lead.demandId, title: '3号电梯停了，老人下不来', place: '', filedAt: expect.any(String), neighbours: 1, dueAt: '2026-11-27T09:00:00.000Z', provisional: false }])
    second = await open('lin', '三号电梯又停了', 'neighbours', { joins: items[0]!.demandId })
    const own = await read('lin', second)
    expect([own.status, own.joined, own.followers, own.lead, own.dueAt, own.owner.name]).toEqual(['merged', true, 1, null, '2026-11-27T09:00:00.000Z', '王芳'])
    expect(own.thread.map(({ step, to }) => [step, to])).toEqual([['file', '王芳'], ['join', null]])
    expect((await read('zhou', lead)).followers).toBe(1)
    expect(await miscounted()).toEqual([])
  })

  test('one that is private joins uncounted for neighbours', async () => {
    hidden = await open('zhang', '电梯停了，我透析要出门。', 'committee')
    const joined = await community.as('tang').demand.join({ ...hidden, leadId: second.demandId, reason: '同一部电梯。' })
    expect([joined.status, joined.lead?.id, joined.followers, joined.owner.name]).toEqual(['merged', lead.demandId, 2, '王芳'])
    expect((await read('zhou', lead)).followers).toBe(1)
    expect((await read('wang', lead)).followers).toBe(2)
    expect((await read('zhang', hidden)).followers).toBe(2)
    expect(JSON.stringify(await read('zhou', lead))).not.toContain(hidden.demandId)
    const { items } = await community.as('wang').demand.listJoined(lead)
    expect(items.map(({ id, visibility }) => [id, visibility])).toEqual([[second.demandId, 'neighbours'], [hidden.demandId, 'committee']])
    expect(await miscounted()).toEqual([])
  })

  test('what is said reaches all, a question and an internal note do not', async () => {
    await community.as('wang').demand.reply({ ...lead, text: '维保在路上。' })
    await community.as('wang').demand.note({ ...lead, text: '内部：催维保。' })
    await community.as('wang').demand.ask({ ...lead, text: '您那层还能开门吗？' })
    await community.as('zhou').demand.add({ ...lead, text: '不能。' })
    for (const [name, matter] of [['lin', second], ['zhang', hidden]] as const) {
      const { thread, status } = await read(name, matter)
      expect([name, status, thread.slice(2).map(({ step, text, by }) => [step, text, by?.name])]).toEqual([name, 'merged', [['reply', '维保在路上。', '王芳']]])
    }
  })

  test('whoever said it is told what the lead is told, each of their own, and of a question or an internal note nothing', async () => {
    const told = (name: 'lin' | 'zhang', { demandId }: Matter) => community.rows<{ about: string }>(`select about from notice where to_id = $1 and subject_id = $2 and about in ('demandReplied', 'demandAsked')`, [accounts[name], demandId])
    expect([await told('lin', second), await told('zhang', hidden)]).toEqual([[{ about: 'demandReplied' }], [{ about: 'demandReplied' }]])
    expect(await community.rows('select from notice where to_id = any($1) and subject_id = $2', [[accounts.lin, accounts.zhang], lead.demandId])).toEqual([])
  })

  test('the answer is each one’s to confirm, and “not solved” reopens one’s own alone', async () => {
    await community.as('wang').demand.answer({ ...lead, text: '电梯修好了。' })
    expect((await read('lin', second)).status).toBe('answered')
    await community.as('lin').demand.confirm(second)
    const again = await community.as('zhang').demand.notSolved({ ...hidden, text: '又停了。' })
    expect([again.status, again.joined, again.followers, again.owner.name]).toEqual(['reopened', false, 0, '王芳'])
    expect([(await read('zhou', lead)).status, (await read('lin', second)).status]).toEqual(['answered', 'closed'])
    expect((await read('wang', lead)).followers).toBe(1)
    expect(await miscounted()).toEqual([])
  })
})

test('what a meeting declines about the lead is declined for each, with a resolution of its own, once in the minutes', async () => {
  const lead = await open('zhou', '想在花园加一排长椅。')
  const second = await open('lin', '花园里加长椅吧。', 'neighbours', { joins: lead.demandId })
  await community.as('wang').demand.takeToMeeting({ ...lead, reason: '要有钱。' })
  const meeting = await openMeeting(community)
  await community.as('tang').meeting.resolve({ ...meeting, demandId: lead.demandId, facts: '没有预算。', outcome: 'decline', words: '今年没有预算，明年春天再议。', ownerId: accounts.wang, dueOn: '2026-12-31' })
  const own = await read('lin', second)
  expect([own.status, own.resolutions.map(({ words: said, facts }) => [said, facts]), own.thread.at(-1)!.step]).toEqual(['declined', [['今年没有预算，明年春天再议。', '']], 'decline'])
  expect((await community.rows<{ count: number }>('select count(*)::int from resolution where meeting_id = $1 and of_lead is null', [meeting.meetingId]))[0]!.count).toBe(1)
  const again = await community.as('lin').demand.notSolved({ ...second, text: '还是想要。' })
  expect([again.status, again.joined]).toEqual(['reopened', false])
  expect(await miscounted()).toEqual([])
})

test('a lead that is withdrawn leaves another to lead, and nobody is left without', async () => {
  const lead = await open('zhou', '楼下的路灯一直闪。')
  const second = await open('lin', '楼下路灯闪个不停。', 'neighbours', { joins: lead.demandId })
  const third = await open('zheng', '楼下路灯闪得厉害。', 'neighbours', { joins: lead.demandId })
  await community.as('zhou').demand.withdraw(lead)
  const heir = await read('lin', second)
  expect([heir.status, heir.joined, heir.followers, heir.owner.name]).toEqual(['accepted', false, 1, '王芳'])
  expect((await read('wang', third)).lead?.id).toBe(second.demandId)
  expect(await miscounted()).toEqual([])
  // It goes on alone when its neighbours say that theirs is another matter.
  expect((await community.as('zheng').demand.separate(third)).status).toBe('accepted')
  expect((await read('lin', second)).followers).toBe(0)
})

test('joining hides no deadline: the lead takes over an earlier one; whoever had it before is offered it back when it leaves', async () => {
  const urgent = await open('zhang', '楼道里的水管在滴水。')
  await community.rows(`update demand set due_from = due_from - interval '3 days', due_at = due_at - interval '3 days' where id = $1`, [urgent.demandId])
  const lead = await open('zhou', '楼道水管漏了。')
  const [early, late] = [(await read('zhang', urgent)).dueAt, (await read('zhou', lead)).dueAt]
  expect(early! < late!).toBe(true)
  await community.as('tang').demand.join({ ...urgent, leadId: lead.demandId, reason: '' })
  // By the clock that came with it: from Tuesday five working days.
  expect((await read('zhou', lead)).dueAt).toBe('2026-11-24T09:00:00.000Z')
  await community.as('chen').demand.takeOver(lead)
  // Who has the lead answers for all of them, and each reads it.
  const followed = await read('zhang', urgent)
  expect([followed.owner.name, followed.thread.at(-1)]).toMatchObject(['陈敏', { step: 'takeOver', by: { name: '陈敏' } }])
  const alone = await community.as('zhang').demand.separate(urgent)
  expect([alone.status, alone.owner.name, alone.offeredTo?.name]).toEqual(['accepted', '陈敏', '李强'])
})

test('what was to be joined has an answer by then: filed all the same, alone, and its thread says so', async () => {
  const lead = await open('zhou', '三楼窗户关不上。')
  const chosen = () => community.as('lin').demand.lookAlikes({ committeeId: chunshen.committeeId, text: '三楼窗户关不上了。', place: '', joins: lead.demandId })
  expect((await chosen()).gone).toBe(false)
  await community.as('wang').demand.answer({ ...lead, text: '修好了。' })
  expect(await chosen()).toEqual({ items: [], gone: true })
  const own = await read('lin', await open('lin', '三楼窗户关不上了。', 'neighbours', { joins: lead.demandId }))
  expect([own.status, own.joined, own.text, own.thread.map(({ step, by }) => [step, by?.name ?? null])]).toEqual(['submitted', false, '三楼窗户关不上了。', [['file', '林女士'], ['separate', null]]])
})

test('one told about a private lead by filing is not let in, and sixteen who join and separate the same ten end in a true count', async () => {
  const hidden = await open('zhou', '门口积水了。', 'committee')
  expect((await community.as('lin').demand.lookAlikes({ committeeId: chunshen.committeeId, text: '门口积水了。', place: '' })).items).toEqual([])
  expect((await read('lin', await open('lin', '门口积水了。', 'neighbours', { joins: hidden.demandId }))).status).toBe('submitted')
  const ten = await Promise.all(Array.from({ length: 10 }, (_, n) => open('zhou', `第${n}处井盖响。`)))
  const answers: Answer[] = []
  for (let round = 0; round < 5; round += 1) answers.push(...await Promise.all(Array.from({ length: 16 }, (_, client) => {
    const n = round * 16 + client
    const [one, other] = [ten[n % 10]!, ten[(n * 7 + 3) % 10]!]
    return n % 3 === 2 ? community.answerOf('chen', 'demand/separate', one) : community.answerOf(n % 2 ? 'tang' : 'wang', 'demand/join', { ...one, leadId: other.demandId, reason: '' })
  })))
  expect(answers.filter((answer) => !answer.ok && !('refusal' in answer))).toEqual([])
  expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(5)
  expect(await miscounted()).toEqual([])
  const chains = await community.rows(`select from demand d join demand l on l.committee_id = d.committee_id and l.id = d.lead_id where l.lead_id is not null`)
  expect(chains).toEqual([])
})
