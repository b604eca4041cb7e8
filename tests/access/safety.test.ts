/** Words that wait: who reads them, who lets them go, and that nothing of them reaches the other side before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { holdSafety } from '../../cloudfunctions/runtime/safety'
import { withConnection } from '../../cloudfunctions/database/connection'
import { enter } from '../../cloudfunctions/runtime/enter'
import { absent, accounts, chunshen, openCommunity, paths, plum, promiseOf, type Community, type Name, type Path } from '../fixtures/community'
import { fileAs, openMeeting, takenAs, type Matter } from '../fixtures/scene'
import { bookedAs, type VisitMatter } from '../fixtures/visiting'
import { line, outcomeOf, readTable, type Cell } from './table'

/**
 * wangs: an answer of wang's to zhou · zhous: a word of zhou's to wang · filed: the words of zhou's demand · tangs: an answer of tang's to zhou ·
 * chens: a word of chen's on her own demand · toChen: an answer to it · plums: of 梅园 · toZhou, ofZhou: said in a visit between the two · absent: no such line.
 */
const table = readTable(`
  method  thing     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  list    chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  list    plum      -    -     -     -   -  -    -  -    -    -    -   ok  in
  list    absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  decide  wangs     -    -     -     -   -  no   -  ok   ok   -    -   -   in
  decide  zhous     no   -     -     -   -  no   -  ok   ok   -    -   -   in
  decide  filed     no   -     -     -   -  no   -  ok   ok   -    -   -   in
  decide  tangs     -    -     -     -   -  no   -  ok   no   -    -   -   in
  decide  chens     -    -     -     -   -  -    -  no   ok   -    -   -   in
  decide  toChen    -    -     -     -   -  -    -  -    no   -    -   -   in
  decide  plums     -    -     -     -   -  -    -  -    -    -    no  ok  in
  decide  absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  decideVisit toZhou -   -     -     -   -  no   -  ok   ok   -    -   -   in
  decideVisit ofZhou no  -     -     -   -  no   -  ok   ok   -    -   -   in
  decideVisit absent -   -     -     -   -  -    -  -    -    -    -   -   in
`)

/** Stands in every pending word; in those that must never be read, another one. */
const canary = 'KANARI9D1'
const sealed = 'KANARI4E7'
const places: Record<string, Id> = { chunshen: chunshen.committeeId, plum: plum.committeeId, absent }

let community: Community
/** The same people, their words looked at by nobody. */
let holding: Community
beforeAll(async () => {
  community = await openCommunity()
  community.setClock('2026-11-20T06:00:00.000Z')
  holding = community.with({ safety: holdSafety })
})
afterAll(() => community.close())

type Held = Matter & { entryId: Id }
const heldOf = async (matter: Matter, step: string): Promise<Matter & { entryId: Id }> => {
  const [row] = await community.rows<{ id: Id }>(`select id from demand_entry where demand_id = $1 and step = $2 and safety = 'pending' order by at desc limit 1`, [matter.demandId, step])
  return { ...matter, entryId: row!.id }
}

const makers: Record<string, () => Promise<Held>> = {
  wangs: async () => {
    const matter = await fileAs(community, 'zhou')
    await holding.as('wang').demand.answer({ ...matter, text: `${canary} 灯换好了。` })
    return heldOf(matter, 'answer')
  },
  zhous: async () => {
    const matter = await fileAs(community, 'zhou')
    await holding.as('zhou').demand.add({ ...matter, text: `${canary} 还有三楼。` })
    return heldOf(matter, 'add')
  },
  filed: async () => heldOf(await fileAs(holding, 'zhou', `${canary} 楼道灯不亮`), 'file'),
  tangs: async () => {
    const matter = await fileAs(community, 'zhou')
    await holding.as('tang').demand.reply({ ...matter, text: `${canary} 我来过问。` })
    return heldOf(matter, 'reply')
  },
  chens: async () => {
    const matter = await fileAs(community, 'chen')
    await holding.as('chen').demand.add({ ...matter, text: `${canary} 还有一件。` })
    return heldOf(matter, 'add')
  },
  toChen: async () => {
    const matter = await fileAs(community, 'chen')
    await holding.as('tang').demand.reply({ ...matter, text: `${canary} 我来办。` })
    return heldOf(matter, 'reply')
  },
  plums: async () => {
    const matter = await fileAs(community, 'shen')
    await holding.as('zhu').demand.reply({ ...matter, text: `${canary} 明天去看。` })
    return heldOf(matter, 'reply')
  },
  absent: async () => ({ ...(await fileAs(community, 'zhou')), entryId: absent }),
}
const inVisits: Record<string, () => Promise<VisitMatter & { entryId: Id }>> = {
  absent: async () => ({ ...(await bookedAs(community, 'zhou')), entryId: absent }),
  toZhou: async () => saidAs('wang'),
  ofZhou: async () => saidAs('zhou'),
}

async function saidAs(name: 'wang' | 'zhou'): Promise<VisitMatter & { entryId: Id }> {
  const visit = await bookedAs(community, 'zhou')
  await holding.as(name).visit.say({ ...visit, text: `${canary} 到时候见。` })
  const [row] = await community.rows<{ id: Id }>(`select id from visit_entry where visit_id = $1 and safety = 'pending'`, [visit.visitId])
  return { ...visit, entryId: row!.id }
}

const inputOf = async (cell: Cell) => (cell.method === 'list' ? { committeeId: places[cell.thing] } : { ...(await (cell.method === 'decide' ? makers : inVisits)[cell.thing]!()), decision: 'release', reason: '' })
const ask = async (walls: Community, cell: Cell) => walls.answerOf(cell.name, `safety/${cell.method}` as Path, await inputOf(cell))
const decided = (entryId: Id) => community.rows<{ safety: string; by: Id | null }>('select safety, decided_by as by from demand_entry where id = $1', [entryId])

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map((cell) => cell.method))].sort()).toEqual(Object.keys(contract.safety).sort())
})

describe('who may let words go', () => {
  test.each([true, false])('each person may do what the table says (first wall: %s)', async (firstWall) => {
    const walls = firstWall ? community : community.withoutFirstWall()
    // Without the first wall a list is empty instead of absent.
    const cells = table.filter((cell) => firstWall || (cell.method !== 'list' && cell.expected !== 'NotAllowed'))
    const seen: string[] = []
    for (const cell of cells) seen.push(line(cell, outcomeOf(await ask(walls, cell))))
    expect(seen).toEqual(cells.map((cell) => line(cell, cell.expected)))
  }, 120_000)

  test('what is refused changes nothing', async () => {
    for (const cell of table.filter(({ method, expected, thing }) => method === 'decide' && expected !== 'ok' && thing !== 'absent' && ['wangs', 'toChen', 'zhous'].includes(thing))) {
      const held = await makers[cell.thing]!()
      for (const walls of [community, community.withoutFirstWall()]) await walls.answerOf(cell.name, 'safety/decide', { ...held, decision: 'release', reason: '' })
      expect([line(cell, 'after'), await decided(held.entryId)]).toEqual([line(cell, 'after'), [{ safety: 'pending', by: null }]])
    }
  }, 120_000)

  test('by row security alone the list holds no word of a committee one does not serve whole, nor one on one’s own demand', async () => {
    await makers.wangs!()
    await makers.toChen!()
    for (const name of Object.keys(accounts) as Exclude<Name, 'visitor'>[]) {
      for (const committeeId of [chunshen.committeeId, plum.committeeId]) {
        const answer = await community.withoutFirstWall().answerOf(name, 'safety/list', { committeeId })
        const items = answer.ok ? (answer.output as { items: { demandId: Id | null; visitId: Id | null; text: string }[] }).items : []
        const own = await community.rows<{ id: Id }>('select id from demand where filed_by = $1', [accounts[name]])
        expect([name, items.filter((item) => own.some(({ id }) => id === item.demandId))]).toEqual([name, []])
        const readable = await Promise.all(items.map(({ demandId, visitId }) => (visitId ? community.answerOf(name, 'visit/get', { committeeId, visitId }) : community.answerOf(name, 'demand/get', { committeeId, demandId }))))
        expect([name, readable.filter(({ ok }) => !ok)]).toEqual([name, []])
      }
    }
    const { items } = await community.as('tang').safety.list(chunshen)
    expect(items.length).toBeGreaterThan(1)
    // What residents wait for comes first.
    expect(items.map((item) => item.from)).toEqual(items.map((item) => item.from).sort().reverse())
  })

  test('words are decided about once', async () => {
    const held = await makers.wangs!()
    expect(await community.as('tang').safety.decide({ ...held, decision: 'release', reason: '' })).toEqual({ entryId: held.entryId, safety: 'passed' })
    for (const decision of ['release', 'reject'] as const) {
      expect(await community.answerOf('chen', 'safety/decide', { ...held, decision, reason: '重复了' })).toMatchObject({ refusal: 'WrongStep' })
    }
  })

  test('two who decide at once: one decides', async () => {
    const held = await makers.wangs!()
    const both = await Promise.all([
      community.answerOf('tang', 'safety/decide', { ...held, decision: 'release', reason: '' }),
      community.answerOf('chen', 'safety/decide', { ...held, decision: 'reject', reason: '语气重了' }),
    ])
    expect(both.map(outcomeOf).sort()).toEqual(['WrongStep', 'ok'])
    expect(await community.rows(`select from demand_entry where demand_id = $1 and step in ('release', 'reject')`, [held.demandId])).toHaveLength(1)
  })

  test('a rejection needs its reason', async () => {
    const held = await makers.wangs!()
    expect(await community.answerOf('tang', 'safety/decide', { ...held, decision: 'reject', reason: '' })).toMatchObject({ refusal: 'BadInput', data: { issues: [{ path: ['reason'] }] } })
  })
})

describe('an answer that waits', () => {
  test('stops no clock and moves nothing; the reviewer is told, the resident not', async () => {
    const matter = await fileAs(community, 'zhou')
    const before = await community.as('zhou').demand.get(matter)
    const seen = await holding.as('wang').demand.answer({ ...matter, text: `${canary} 换好了。` })
    expect([seen.status, seen.dueAt, seen.contactDueAt, seen.lastLine]).toEqual(['submitted', before.dueAt, before.contactDueAt, before.lastLine])
    expect(seen.thread.at(-1)).toMatchObject({ step: 'answer', mine: true, safety: 'pending', text: `${canary} 换好了。` })
    expect(seen.steps).toContain('answer')
    expect(await community.as('zhou').demand.get(matter)).toEqual(before)
    expect(await community.rows('select to_id as to, about from notice where subject_id = $1 and about <> $2', [matter.demandId, 'demandFiled'])).toEqual([{ to: accounts.chen, about: 'wordsHeld' }])
  })

  test('does what it says when it is let go: from then on the resident reads it, in the name of who wrote it', async () => {
    const held = await makers.wangs!()
    community.later({ hours: 1 })
    await community.as('chen').safety.decide({ ...held, decision: 'release', reason: '' })
    const read = await community.as('zhou').demand.get(held)
    expect([read.status, read.turn, read.lastLine, read.lastAt, read.unread > 0]).toEqual(['answered', 'mine', `${canary} 灯换好了。`, community.now(), true])
    expect(read.thread.filter((entry) => entry.text?.includes(canary)).map(({ type, by, safety }) => [type, by?.name, safety])).toEqual([['answer', '王芳', 'passed']])
    expect(read.thread.at(-1)).toMatchObject({ step: 'release', by: { name: '陈敏' } })
    const told = await community.rows('select to_id as to, about, from_name as from from notice where subject_id = $1 and at = $2 order by about', [held.demandId, community.now()])
    expect(told).toEqual([{ to: accounts.zhou, about: 'demandAnswered', from: '王芳' }, { to: accounts.wang, about: 'wordsReleased', from: '陈敏' }])
    await community.as('zhou').demand.confirm(held)
  })

  test('let go after the resident took the matter back, it is a word and no more', async () => {
    const held = await makers.wangs!()
    await community.as('zhou').demand.withdraw(held)
    await community.as('chen').safety.decide({ ...held, decision: 'release', reason: '' })
    const read = await community.as('zhou').demand.get(held)
    expect([read.status, read.thread.some((entry) => entry.text?.includes(canary))]).toEqual(['withdrawn', true])
  })

  test('a question stops the clock from when the resident has it, not before', async () => {
    const matter = await fileAs(community, 'zhou')
    await holding.as('wang').demand.ask({ ...matter, text: '几单元？' })
    community.later({ hours: 1 })
    expect((await community.as('wang').demand.get(matter)).status).toBe('submitted')
    await community.as('tang').safety.decide({ ...(await heldOf(matter, 'ask')), decision: 'release', reason: '' })
    const [row] = await community.rows<{ status: string; asked: Date }>('select status, asked_at as asked from demand where id = $1', [matter.demandId])
    expect([row!.status, row!.asked.toISOString()]).toEqual(['asked', community.now()])
  })

  test('rejected, it stays with author and those who serve, with the reason; the resident learns nothing', async () => {
    const held = await makers.wangs!()
    const before = await community.as('zhou').demand.get(held)
    await community.as('tang').safety.decide({ ...held, decision: 'reject', reason: '写了别家的门牌，删掉再发' })
    for (const walls of [community, community.withoutFirstWall()]) expect(await walls.as('zhou').demand.get(held)).toEqual(before)
    const read = await community.as('wang').demand.get(held)
    expect(read.thread.find((entry) => entry.id === held.entryId)).toMatchObject({ safety: 'rejected', rejectedFor: '写了别家的门牌，删掉再发', mine: true })
    expect(read.thread.at(-1)).toMatchObject({ step: 'reject', by: { name: '唐敏芝' } })
    const told = await community.rows(`select to_id as to, about from notice where subject_id = $1 and about like 'words%' order by about`, [held.demandId])
    expect(told).toEqual([{ to: accounts.chen, about: 'wordsHeld' }, { to: accounts.wang, about: 'wordsRejected' }])
    // Nothing more to decide.
    expect((await community.as('tang').safety.list(chunshen)).items.map((item) => item.id)).not.toContain(held.entryId)
  })
})

describe('what a resident says and waits', () => {
  test('is read at once by those who serve it, and does its work', async () => {
    const held = await makers.filed!()
    const read = await community.as('wang').demand.get(held)
    expect([read.text, read.safety, read.status]).toEqual([`${canary} 楼道灯不亮`, 'pending', 'submitted'])
    expect((await community.as('zhou').demand.get(held)).safety).toBe('pending')
    await community.as('wang').demand.accept(held)
    await community.as('tang').safety.decide({ ...held, decision: 'release', reason: '' })
    expect((await community.as('zhou').demand.get(held)).safety).toBe('passed')
    // The mark is gone; that is all a resident needs to know.
    expect(await community.rows(`select from notice where subject_id = $1 and to_id = $2 and about like 'words%'`, [held.demandId, accounts.zhou])).toEqual([])
  })

  test('rejected, the resident reads why and what to do, and the matter goes on', async () => {
    const held = await makers.filed!()
    await community.as('tang').safety.decide({ ...held, decision: 'reject', reason: '写了邻居的电话，邻居看不到这件，事情照办' })
    const read = await community.as('zhou').demand.get(held)
    expect([read.safety, read.rejectedFor, read.status, read.text]).toEqual(['rejected', '写了邻居的电话，邻居看不到这件，事情照办', 'submitted', `${canary} 楼道灯不亮`])
    expect(await community.rows(`select about from notice where subject_id = $1 and to_id = $2`, [held.demandId, accounts.zhou])).toEqual([{ about: 'wordsRejected' }])
    expect((await community.as('wang').demand.get(held)).safety).toBe('rejected')
  })

  test('a filer cannot let the own demand go by any statement', async () => {
    const held = await makers.filed!()
    const attempts = [
      [`update demand set safety = 'passed' where id = '${held.demandId}'`, /let go by those who serve/],
      [`update demand_entry set safety = 'passed', decided_by = '${accounts.zhou}', decided_at = now() where id = '${held.entryId}'`, null],
      [`insert into demand_entry (committee_id, id, demand_id, at, by_id, step, status) values ('${held.committeeId}', gen_random_uuid(), '${held.demandId}', now(), '${accounts.zhou}', 'release', 'submitted')`, /row-level security/],
    ] as const
    for (const [statement, complaint] of attempts) {
      const said = await withConnection(community.pool, async (tx) => {
        await enter(tx, { credential: community.credentialOf('zhou'), method: 'x', now: community.now(), perMinute: null, newcomer: null, claim: null })
        return tx.send(statement)
      }).then((rows) => rows.length, (error: Error) => error.message)
      if (complaint) expect(said).toMatch(complaint)
    }
    expect(await decided(held.entryId)).toEqual([{ safety: 'pending', by: null }])
    expect(await community.rows('select safety from demand where id = $1', [held.demandId])).toEqual([{ safety: 'pending' }])
  })
})

describe('the canary', () => {
  test.each([true, false])('words of those who serve that wait or were rejected are in no answer to the resident (first wall: %s)', async (firstWall) => {
    const walls = firstWall ? community : community.withoutFirstWall()
    // What zhou filed and said in earlier tests is zhou's own.
    const lin = await fileAs(community, 'lin', '水管漏水')
    const rejected = await (async () => {
      await holding.as('wang').demand.reply({ ...lin, text: `${sealed} 甲` })
      return heldOf(lin, 'reply')
    })()
    await community.as('tang').safety.decide({ ...rejected, decision: 'reject', reason: `${sealed} 乙` })
    for (const step of ['reply', 'ask', 'answer'] as const) await holding.as('wang').demand[step]({ ...lin, text: `${sealed} ${step}` })
    await holding.as('chen').demand.transfer({ ...lin, to: { kind: 'property', name: '海明物业', number: null }, reason: `${sealed} 丙` })
    expect(JSON.stringify(await community.as('chen').demand.get(lin)).split(sealed).length).toBeGreaterThan(5)

    const seen: string[] = []
    let asked = 0
    for (const name of ['lin', 'zheng', 'zhang', 'shen', 'visitor'] as const) {
      for (const path of paths.filter((one) => promiseOf(one).meta.kind === 'query')) {
        for (const input of [{}, chunshen, lin, { ...chunshen, search: sealed }, { ...chunshen, kind: 'request', urgency: 'ordinary' }]) {
          const answer = await walls.answerOf(name, path, input)
          if (answer.ok) asked += 1
          if (JSON.stringify(answer).includes(sealed)) seen.push(`${name} ${path}`)
        }
      }
    }
    expect(asked).toBeGreaterThan(40)
    expect(seen).toEqual([])
    const more = await walls.as('lin').demand.add({ ...lin, text: '谢谢' })
    expect(JSON.stringify(more)).not.toContain(sealed)
    expect(JSON.stringify(community.logged)).not.toContain(sealed)
    expect(await community.rows(`select from notice where title like '%${sealed}%' and to_id = $1`, [accounts.lin])).toEqual([])
  })

  test('what a meeting decided moves the demand; its words reach the resident when another has read them', async () => {
    const matter = await takenAs(community)
    await holding.as('tang').meeting.resolve({ ...(await openMeeting(community)), demandId: matter.demandId, facts: `${sealed} 丁`, outcome: 'decline', words: `${sealed} 戊` })
    for (const walls of [community, community.withoutFirstWall()]) {
      const read = await walls.as('zhou').demand.get(matter)
      expect([read.status, read.resolutions, JSON.stringify(read).includes(sealed)]).toEqual(['declined', [], false])
    }
    expect((await community.as('wang').demand.get(matter)).resolutions).toMatchObject([{ words: `${sealed} 戊` }])
    await community.as('chen').safety.decide({ ...(await heldOf(matter, 'decline')), decision: 'release', reason: '' })
    for (const walls of [community, community.withoutFirstWall()]) expect((await walls.as('zhou').demand.get(matter)).resolutions).toMatchObject([{ facts: `${sealed} 丁`, words: `${sealed} 戊` }])
  })

  test('what waits on a demand others are joined to waits for each of them, and each is let go', async () => {
    const lead = await fileAs(community, 'lin', '三楼的水管漏水')
    const follower = await fileAs(community, 'zhou', '楼上漏水漏到我家')
    await community.as('chen').demand.join({ ...follower, leadId: lead.demandId, reason: '同一根管子。' })
    await holding.as('wang').demand.reply({ ...lead, text: `${sealed} 己` })
    await holding.as('wang').demand.transfer({ ...lead, to: { kind: 'property', name: '海明物业', number: null }, reason: `${sealed} 庚` })
    for (const walls of [community, community.withoutFirstWall()]) {
      expect(JSON.stringify(await walls.as('zhou').demand.get(follower))).not.toContain(sealed)
      expect(JSON.stringify(await walls.as('zhou').demand.listMine({}))).not.toContain(sealed)
      expect(JSON.stringify(await walls.as('lin').demand.get(lead))).not.toContain(sealed)
    }
    await community.as('tang').safety.decide({ ...(await heldOf(lead, 'reply')), decision: 'release', reason: '' })
    expect(JSON.stringify(await community.as('zhou').demand.get(follower))).toContain(`${sealed} 己`)
    await community.as('tang').safety.decide({ ...(await heldOf(follower, 'transfer')), decision: 'release', reason: '' })
    expect(JSON.stringify(await community.as('zhou').demand.get(follower))).toContain(`${sealed} 庚`)
    expect(JSON.stringify(await community.as('lin').demand.get(lead))).not.toContain(`${sealed} 庚`)
  })

  test('what those who serve write among themselves waits for nobody', async () => {
    const matter = await fileAs(community, 'zhou')
    await holding.as('wang').demand.note({ ...matter, text: '先问物业' })
    await holding.as('wang').demand.handOver({ ...matter, to: { accountId: accounts.li }, reason: '您熟' })
    const { thread } = await community.as('li').demand.get(matter)
    expect(thread.map(({ step, safety, text }) => [step, safety, text])).toEqual([['file', 'passed', null], ['note', 'passed', '先问物业'], ['handOver', 'passed', '您熟']])
  })
})
