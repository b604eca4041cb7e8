/** What a resident says of a closure: once, in their own hand; read by director and secretary; kept from the one it speaks of, by both walls. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Demand } from '../../contract/demand/demand'
import { accounts, chunshen, openCommunity, type Community, type Name } from '../fixtures/community'
import { fileAs, words, type Matter } from '../fixtures/scene'
import { outcomeOf } from './table'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

const low = { value: 1, reasons: ['passedOn', 'unkind'], words: '打了三次都说不归他管。' }

/** zhou's, answered by wang, and said to be solved. */
async function closed(): Promise<Matter> {
  const matter = await fileAs(community, 'zhou')
  await community.as('wang').demand.answer({ ...matter, text: '灯换好了，您看看。' })
  await community.as('zhou').demand.confirm(matter)
  return matter
}
beforeEach(async () => { await community.rows('update demand set kept_from = null where kept_from is not null') })

const rateAs = (name: Name, matter: Matter, said: Record<string, unknown> = low, walls = community) => walls.answerOf(name, 'demand/rate', { ...matter, ...said })
const read = (name: Name, { committeeId, demandId }: Matter, walls = community) => walls.as(name).demand.get({ committeeId, demandId })
const told = async (matter: Matter) => (await community.rows<{ to_id: string }>(`select to_id from notice where subject_id = $1 and about = 'ratedLow'`, [matter.demandId])).map((row) => row.to_id)

describe('said once', () => {
  test('its filer rates a closure, in a value, reasons and words, and reads it again', async () => {
    const matter = await closed()
    const answer = await rateAs('zhou', matter, { value: 5, reasons: ['fast', 'kind'], words: '' })
    expect(answer).toMatchObject({ ok: true, output: { rating: { value: 5, solved: true, reasons: ['答复快', '态度好'], words: null }, status: 'closed' } })
    expect((await read('zhou', matter)).thread.at(-1)).toMatchObject({ step: 'rate', mine: true, text: null })
    expect((await read('zhou', matter)).steps).not.toContain('rate')
    expect(outcomeOf(await rateAs('zhou', matter))).toBe('NotAllowed')
    expect(await told(matter)).toEqual([])
  })

  test('another closure of the same demand is another matter', async () => {
    const matter = await fileAs(community, 'zhou')
    await community.as('wang').demand.answer({ ...matter, text: '好了。' })
    // Closed by nobody's word: what was not said is not said to be solved.
    await community.rows(`update demand set status = 'closed', closed_how = 'silent', closed_at = now() where id = $1`, [matter.demandId])
    expect(await rateAs('zhou', matter, { value: 3, reasons: ['slow'], words: '' })).toMatchObject({ ok: true, output: { rating: { value: 3, solved: null } } })
    await community.as('zhou').demand.notSolved({ ...matter, text: '又坏了。' })
    await community.as('wang').demand.answer({ ...matter, text: '换了新的。' })
    await community.as('zhou').demand.confirm(matter)
    expect(await rateAs('zhou', matter, { value: 4, reasons: [], words: '' })).toMatchObject({ ok: true, output: { rating: { value: 4, solved: true } } })
    expect(await community.rows('select closure, value from demand_rating where demand_id = $1 order by closure', [matter.demandId])).toEqual([{ closure: 0, value: 3 }, { closure: 1, value: 4 }])
  })

  test.each([
    ['a reason of the other end', { value: 5, reasons: ['slow'], words: '' }], ['a reason nobody offered', { value: 1, reasons: ['drop table'], words: '' }], ['a reason twice', { value: 1, reasons: ['slow', 'slow'], words: '' }],
    ['nought', { value: 0, reasons: [], words: '' }], ['six', { value: 6, reasons: [], words: '' }], ['a half', { value: 1.5, reasons: [], words: '' }], ['words without end', { value: 1, reasons: [], words: '长'.repeat(501) }],
  ])('%s is refused, and nothing is kept', async (_what, said) => {
    const matter = await closed()
    expect(outcomeOf(await rateAs('zhou', matter, said))).toBe('BadInput')
    expect(await community.rows('select from demand_rating where demand_id = $1', [matter.demandId])).toEqual([])
  })

  test('what is not over is not rated', async () => {
    expect(outcomeOf(await rateAs('zhou', await fileAs(community, 'zhou')))).toBe('WrongStep')
  })
})

describe('who reads it', () => {
  test('director and secretary, with words; nobody else who serves, and never the one it speaks of, by both walls and by one', async () => {
    const matter = await closed()
    await rateAs('zhou', matter)
    for (const walls of [community, community.withoutFirstWall()]) {
      const ratings: Partial<Record<Name, Demand['rating']>> = {}
      const lines: Partial<Record<Name, number>> = {}
      for (const name of ['zhou', 'wang', 'chen', 'tang'] as const) {
        const { rating, thread } = await read(name, matter, walls)
        ratings[name] = rating
        lines[name] = thread.filter(({ step }) => step === 'rate').length
      }
      expect(ratings).toMatchObject({ zhou: { value: 1 }, tang: { value: 1, reasons: ['推来推去', '态度不好'], words: low.words }, wang: null, chen: null })
      expect(lines).toEqual({ zhou: 1, tang: 1, wang: 0, chen: 0 })
    }
    const list = await community.as('tang').demand.listRatings({ ...chunshen, low: true })
    expect(list.items[0]).toMatchObject({ id: matter.demandId, rating: { value: 1, words: low.words } })
    expect(list.counts.find(({ value }) => value === 1)!.count).toBeGreaterThan(0)
    // Of whom it speaks is nowhere.
    expect(JSON.stringify(list)).not.toContain(accounts.wang)
    expect(JSON.stringify(list)).not.toContain('王芳')
  })

  test('what speaks of the director the secretary follows, and the director does not read', async () => {
    const matter = await fileAs(community, 'zhou')
    await community.as('tang').demand.takeOver(matter)
    await community.as('tang').demand.answer({ ...matter, text: '好了。' })
    await community.as('zhou').demand.confirm(matter)
    await rateAs('zhou', matter)
    const [secretary] = await community.rows<{ account_id: string }>(`select account_id from post where committee_id = $1 and kind = 'secretary' and until is null`, [chunshen.committeeId])
    expect(await told(matter)).toEqual(secretary ? [secretary.account_id] : [])
    for (const walls of [community, community.withoutFirstWall()]) {
      expect((await read('tang', matter, walls)).rating).toBeNull()
      expect((await walls.as('tang').demand.listRatings(chunshen)).items.filter(({ id }) => id === matter.demandId)).toEqual([])
    }
  })

  test('nobody writes one for another, by row security alone', async () => {
    const matter = await closed()
    const alone = community.withoutFirstWall()
    for (const name of ['wang', 'chen', 'tang', 'zheng', 'shen'] as const) expect(outcomeOf(await rateAs(name, matter, low, alone))).not.toBe('ok')
    expect(await community.rows('select from demand_rating where demand_id = $1', [matter.demandId])).toEqual([])
    community.logged.length = 0
  })
})

describe('very dissatisfied', () => {
  test('the director is told and follows it up; the one it speaks of has nothing to say to them any more, by both walls', async () => {
    const matter = await closed()
    await rateAs('zhou', matter)
    expect(await told(matter)).toEqual([accounts.tang])
    expect((await read('tang', matter)).steps).toContain('reply')
    const followed = await community.as('tang').demand.reply({ ...matter, text: '我是主任，这件事我来跟。' })
    expect(followed.thread.at(-1)).toMatchObject({ step: 'reply', by: { name: '唐敏芝' } })

    // Opened again, it would be the owner's turn to speak.
    await community.rows(`update demand set status = 'reopened', closed_at = null, closed_how = null, reopened = 1 where id = $1`, [matter.demandId])
    const { steps } = await read('wang', matter)
    expect(steps).toContain('handOver')
    expect(steps.filter((step) => ['reply', 'ask', 'answer'].includes(step))).toEqual([])
    for (const step of ['reply', 'ask', 'answer'] as const) {
      expect(outcomeOf(await community.answerOf('wang', `demand/${step}`, { ...matter, text: '您听我说。' }))).toBe('NotAllowed')
      expect(outcomeOf(await community.withoutFirstWall().answerOf('wang', `demand/${step}`, { ...matter, text: '您听我说。' }))).not.toBe('ok')
      expect(outcomeOf(await community.answerOf('tang', `demand/${step}`, { ...matter, text: '我来跟。' }))).toBe('ok')
      if (step !== 'answer') continue
    }
    expect(await community.rows(`select from demand_entry where demand_id = $1 and by_id = $2 and at > $3 and step in ('reply', 'ask')`, [matter.demandId, accounts.wang, community.now()])).toEqual([])
    community.logged.length = 0
  })

  test('“not solved” of it goes to the director at once', async () => {
    const matter = await fileAs(community, 'zhou')
    await community.as('wang').demand.answer({ ...matter, text: '好了。' })
    await community.rows(`update demand set status = 'closed', closed_how = 'silent', closed_at = now() where id = $1`, [matter.demandId])
    await rateAs('zhou', matter)
    expect(await community.as('zhou').demand.notSolved({ ...matter, text: '根本没来。' })).toMatchObject({ status: 'reopened', offeredTo: { name: '唐敏芝' }, owner: { name: '王芳' } })
  })

  test('what they say next goes to somebody else, whoever writes it down; to the same only when nobody else is there', async () => {
    await rateAs('zhou', await closed())
    expect((await community.as('zhou').demand.foresee({ ...chunshen, kind: 'request', urgency: 'ordinary' })).owner.staff.name).not.toBe('王芳')
    const next = await community.as('zhou').demand.file({ ...chunshen, ...words('三楼的灯也不亮。') })
    expect(next.owner.name).not.toBe('王芳')
    expect(next.route[0]).toMatchObject({ staff: { name: '王芳' }, reason: 'askedForAnother', outcome: 'passed' })
    // Who was passed over reads no line of it, and nor does anybody's neighbour come into it.
    expect((await read('wang', { ...chunshen, demandId: next.id })).route.map(({ reason }) => reason)).not.toContain('askedForAnother')
    expect((await community.as('zheng').demand.file({ ...chunshen, ...words('二楼窗关不上。') })).owner.name).toBe('王芳')

    const [door] = (await community.as('chen').household.findDoors({ ...chunshen, door: '11-201' })).items
    const zhou = door!.residents.find(({ name }) => name === '周岚')!
    const entered = await community.as('tang').demand.enter({ ...chunshen, ...words('还是灯的事。'), channel: 'phone', who: { householdId: door!.householdId, residentId: zhou.id, name: '周女士', phone: null } })
    expect(entered.owner.name).not.toBe('王芳')

    const danger = await community.as('zhou').demand.file({ ...chunshen, ...words('有焦味。', 'danger') })
    expect([danger.owner.name === '王芳', (await read('wang', { ...chunshen, demandId: danger.id })).id]).toEqual([false, danger.id])
  })

  test('after a year it is as before', async () => {
    await rateAs('zhou', await closed())
    await community.rows(`update demand set closed_at = closed_at - interval '366 days' where kept_from is not null`)
    expect((await community.as('zhou').demand.foresee({ ...chunshen, kind: 'request', urgency: 'ordinary' })).owner.staff.name).toBe('王芳')
  })

  test('nobody who serves can take the wish back, by SQL either', async () => {
    const matter = await closed()
    await rateAs('zhou', matter)
    const client = await community.pool.connect()
    try {
      for (const name of ['wang', 'chen', 'tang'] as const) {
        const { kind, value } = community.credentialOf(name)
        await client.query('begin; set local role zx_app')
        await client.query('select app.enter($1, $2, $3, null, null, $4, null)', [kind, value, community.now(), 'demand/rate'])
        await expect(client.query('update demand set kept_from = null where id = $1', [matter.demandId])).rejects.toThrow('only its filer')
        await client.query('rollback')
      }
    } finally { client.release() }
  })
})
