/** Demands worked on together: what reaches whom, what leaves alone, and that the counters always equal a recount. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../contract/values'
import { chunshen, openCommunity, type Community, type Name } from '../fixtures/community'
import { words, type Matter } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity() })
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
