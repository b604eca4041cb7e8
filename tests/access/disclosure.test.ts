/** Public affairs: read by everybody once let out, written by those who serve the committee whole, let out by director and secretary alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disclosure as promises } from '../../contract/disclosure'
import type { Id } from '../../contract/values'
import { withConnection } from '../../cloudfunctions/database/connection'
import { enter } from '../../cloudfunctions/runtime/enter'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Name, type Path } from '../fixtures/community'
import { draftOf, publicOf, rewriting, saidTo, writing } from '../fixtures/disclosing'
import { line, outcomeOf, readTable, type Cell } from './table'

/** draft, public: of 春申里, made anew for each · foreign: of it, named under 梅园 · absent: an id nothing has. */
const table = readTable(`
  method            thing     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  list              chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  list              absent    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  get               public    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  get               draft     -    -     -     -   -  -    -  ok   ok   -    -   -   -
  get               foreign   -    -     -     -   -  -    -  -    -    -    -   -   -
  get               absent    -    -     -     -   -  -    -  -    -    -    -   -   -
  listEdited        chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  listEdited        absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  listHeldComments  chunshen  -    -     -     -   -  -    -  ok   ok   -    -   -   in
  listHeldComments  absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  save              new       -    -     -     -   -  no   no ok   ok   -    -   -   in
  save              draft     -    -     -     -   -  no   no ok   ok   -    -   -   in
  save              foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  save              absent    -    -     -     -   -  no   no -    -    -    -   -   in
  publish           draft     -    -     -     -   -  no   no no   ok   -    -   -   in
  publish           foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  publish           absent    -    -     -     -   -  no   no no   -    -    -   -   in
  correct           public    -    -     -     -   -  no   no no   ok   -    -   -   in
  correct           foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  correct           absent    -    -     -     -   -  no   no no   -    -    -   -   in
  withdraw          public    -    -     -     -   -  no   no no   ok   -    -   -   in
  withdraw          foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  withdraw          absent    -    -     -     -   -  no   no no   -    -    -   -   in
  setBoardDate      public    -    -     -     -   -  no   no no   ok   -    -   -   in
  setBoardDate      foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  setBoardDate      absent    -    -     -     -   -  no   no no   -    -    -   -   in
  comment           public    ok   ok    ok    ok  -  -    -  -    -    -    -   -   in
  comment           draft     -    -     -     -   -  -    -  -    -    -    -   -   in
  comment           foreign   -    -     -     -   -  -    -  -    -    -    -   -   in
  comment           absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  releaseComment    held      -    -     -     -   -  no   no ok   ok   -    -   -   in
  releaseComment    absent    -    -     -     -   -  no   no -    -    -    -   -   in
  rejectComment     held      -    -     -     -   -  no   no ok   ok   -    -   -   in
  rejectComment     absent    -    -     -     -   -  no   no -    -    -    -   -   in
`)

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

const extra: Record<string, object> = {
  save: { revision: 1, ...writing }, publish: { revision: 1 }, correct: { revision: 1, ...rewriting, reason: '数错了' }, withdraw: { reason: '还要再议' }, setBoardDate: { boardOn: '2026-11-20' }, comment: { text: '看到了，谢谢。' },
  rejectComment: { reason: '写了别人家的门牌' },
}

async function inputOf({ method, thing }: Cell): Promise<object> {
  const more = extra[method] ?? {}
  if (method.startsWith('list')) return { committeeId: thing === 'absent' ? absent : chunshen.committeeId }
  if (method.endsWith('Comment')) return { committeeId: chunshen.committeeId, commentId: thing === 'absent' ? absent : (await saidTo(community)).commentId, ...more }
  if (thing === 'new') return { committeeId: chunshen.committeeId, disclosureId: null, ...more, revision: null }
  if (thing === 'absent') return { committeeId: chunshen.committeeId, disclosureId: absent, ...more }
  const named = await (thing === 'draft' || (thing === 'foreign' && ['save', 'publish'].includes(method)) ? draftOf(community) : publicOf(community))
  return { ...named, ...(thing === 'foreign' ? plum : {}), committeeId: thing === 'foreign' ? plum.committeeId : named.committeeId, ...more }
}
const stored = () => community.rows(`select (select coalesce(sum(hashtextextended(t::text, 0)), 0) from disclosure t) as d, (select coalesce(sum(hashtextextended(t::text, 0)), 0) from disclosure_revision t) as r, (select coalesce(sum(hashtextextended(t::text, 0)), 0) from disclosure_comment t) as c`)

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map(({ method }) => method))].sort()).toEqual(Object.keys(promises).sort())
})

test('each may do what the table says', async () => {
  const seen: string[] = []
  for (const cell of table) seen.push(line(cell, outcomeOf(await community.answerOf(cell.name, `disclosure/${cell.method}` as Path, await inputOf(cell)))))
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

test('by row security alone those it does not concern read no draft and no waiting word, and change nothing; those it concerns do what they may', async () => {
  const alone = community.withoutFirstWall()
  for (const cell of table.filter(({ name, thing }) => name !== 'visitor' && thing !== 'absent')) {
    const input = await inputOf(cell)
    const before = await stored()
    const answer = await alone.answerOf(cell.name, `disclosure/${cell.method}` as Path, input)
    if (cell.expected === 'ok') expect(line(cell, outcomeOf(answer))).toBe(line(cell, 'ok'))
    else {
      // Of the list of those who write, what is public is everybody's.
      if (answer.ok && cell.method === 'listEdited') expect((answer.output as { items: { state: string }[] }).items.filter(({ state }) => state === 'draft')).toEqual([])
      else if (answer.ok) {
        const own = cell.method === 'listHeldComments' ? await community.rows<{ id: Id }>('select id from disclosure_comment where account_id = $1', [accounts[cell.name as 'zhou']]) : []
        expect([line(cell, 'found'), (answer.output as { items: { id: Id }[] }).items.filter(({ id }) => !own.some((one) => one.id === id))]).toEqual([line(cell, 'found'), []])
      }
      expect([line(cell, 'changed'), await stored()]).toEqual([line(cell, 'changed'), before])
    }
  }
})

describe('what was read once stays readable', () => {
  test('a correction tells who, when and why, and the former text; a second on top of the same revision is refused', async () => {
    const named = await publicOf(community)
    const correct = (text: string, revision: number) => community.answerOf('tang', 'disclosure/correct', { ...named, ...rewriting, text, revision, reason: '数错了一处' })
    expect(await correct('包好了四十五处，还差一处。', 1)).toMatchObject({ ok: true, output: { revision: 2, state: 'published' } })
    expect(await correct('包好了四十四处，还差两处。', 1)).toMatchObject({ refusal: 'WrongStep' })
    for (const name of ['visitor', 'shen', 'tang'] as const) {
      expect(await community.as(name).disclosure.get(named)).toMatchObject({ text: '包好了四十五处，还差一处。', history: [{ revision: 1, text: rewriting.text, by: '唐敏芝', at: community.now(), why: '数错了一处' }] })
    }
    expect(await community.answerOf('tang', 'disclosure/correct', { ...named, ...rewriting, revision: 2, reason: '' })).toMatchObject({ refusal: 'BadInput' })
  })

  test('what is taken in says so with its reason and no text, neither the former ones; those who serve still read them', async () => {
    const named = await publicOf(community)
    await community.as('tang').disclosure.withdraw({ ...named, reason: '里面写了不该写的' })
    for (const walls of [community, community.withoutFirstWall()]) {
      for (const name of ['visitor', 'zhou', 'wang'] as const) expect(await walls.as(name).disclosure.get(named)).toMatchObject({ state: 'withdrawn', reason: '里面写了不该写的', text: '', history: [], steps: [] })
    }
    expect((await community.as('zhou').disclosure.list(chunshen)).items.find(({ id }) => id === named.disclosureId)).toMatchObject({ state: 'withdrawn', reason: '里面写了不该写的' })
    expect((await community.as('chen').disclosure.get(named)).history).toMatchObject([{ text: rewriting.text }])
    for (const [method, more] of Object.entries(extra).filter(([name]) => ['publish', 'correct', 'withdraw', 'setBoardDate'].includes(name))) {
      expect([method, outcomeOf(await community.answerOf('tang', `disclosure/${method}` as Path, { ...named, ...more, ...('revision' in more ? { revision: 2 } : {}) }))]).toEqual([method, 'WrongStep'])
    }
  })

  test('the date on the board is set, and taken off', async () => {
    const named = await publicOf(community)
    expect(await community.as('tang').disclosure.setBoardDate({ ...named, boardOn: '2026-11-20' })).toMatchObject({ boardOn: '2026-11-20' })
    expect(await community.as('visitor').disclosure.get(named)).toMatchObject({ boardOn: '2026-11-20' })
    expect(await community.as('tang').disclosure.setBoardDate({ ...named, boardOn: null })).toMatchObject({ boardOn: null })
  })
})

describe('drafts', () => {
  test('two who write on the same one are told', async () => {
    const named = await draftOf(community)
    const save = (name: Name) => community.answerOf(name, 'disclosure/save', { ...named, ...writing, revision: 1 })
    expect([outcomeOf(await save('chen')), outcomeOf(await save('tang'))]).toEqual(['ok', 'WrongStep'])
    expect(await community.answerOf('tang', 'disclosure/publish', { ...named, revision: 1 })).toMatchObject({ refusal: 'WrongStep' })
    await community.as('tang').disclosure.publish({ ...named, revision: 2 })
    expect(outcomeOf(await community.answerOf('tang', 'disclosure/save', { ...named, ...writing, revision: 2 }))).toBe('WrongStep')
  })

  test('of relief a flat or a number is refused by name, in the draft and in the correction', async () => {
    const of = { class: 'relief', text: '发给 12号楼602室一袋米，一桶油。' } as const
    expect(await community.answerOf('chen', 'disclosure/save', { ...chunshen, disclosureId: null, revision: null, ...writing, ...of })).toMatchObject({ refusal: 'BadInput', data: { issues: [{ path: ['text'], code: 'names_a_home' }] } })
    const named = await publicOf(community, 'tang', { class: 'relief' })
    expect(await community.answerOf('tang', 'disclosure/correct', { ...named, ...rewriting, revision: 1, reason: '补一句', text: '要领的打 138 1234 5678，找小王。' })).toMatchObject({ refusal: 'BadInput' })
    expect(await community.as('visitor').disclosure.get(named)).toMatchObject({ text: rewriting.text, history: [] })
  })
})

describe('what residents say', () => {
  test('waits, and only its author and those who serve read it; let out, nobody learns whose it is', async () => {
    const { commentId, ...named } = await saidTo(community)
    expect(await community.as('zhou').disclosure.get(named)).toMatchObject({ comments: [], own: [{ id: commentId, state: 'held' }], steps: ['comment'] })
    for (const name of ['zheng', 'wang', 'visitor'] as const) expect(await community.as(name).disclosure.get(named)).toMatchObject({ comments: [], own: [] })
    expect((await community.as('chen').disclosure.listHeldComments(chunshen)).items.find(({ id }) => id === commentId)).toMatchObject({ name: expect.stringContaining('周'), title: rewriting.title })
    await community.as('chen').disclosure.releaseComment({ committeeId: named.committeeId, commentId })
    for (const name of ['zheng', 'shen', 'visitor'] as const) {
      const read = await community.as(name).disclosure.get(named)
      expect(read.comments).toEqual([{ id: commentId, text: '我们楼北面有一处没包。', at: expect.any(String) }])
      expect(JSON.stringify(read)).not.toMatch(new RegExp(`周|${accounts.zhou}`))
    }
    expect((await community.as('chen').disclosure.listHeldComments(chunshen)).items.some(({ id }) => id === commentId)).toBe(false)
    expect(await community.answerOf('tang', 'disclosure/rejectComment', { committeeId: named.committeeId, commentId, reason: '晚了' })).toMatchObject({ refusal: 'NotFound' })
  })

  test('not let out, its author alone reads why', async () => {
    const { commentId, ...named } = await saidTo(community)
    await community.as('chen').disclosure.rejectComment({ committeeId: named.committeeId, commentId, reason: '写了别人家的门牌' })
    expect(await community.as('zhou').disclosure.get(named)).toMatchObject({ comments: [], own: [{ state: 'rejected', reason: '写了别人家的门牌' }] })
    expect(await community.as('zheng').disclosure.get(named)).toMatchObject({ comments: [], own: [] })
  })

  test('as the application’s own role nobody speaks in another’s name or lets out their own word, and neighbours read no row of it', async () => {
    const { commentId, ...named } = await saidTo(community)
    const as = (name: Exclude<Name, 'visitor'>, sql: string, values: unknown[]) => withConnection(community.pool, async (tx) => {
      await enter(tx, { credential: community.credentialOf(name), method: 'x', now: community.now(), perMinute: null, newcomer: null, claim: null })
      const done = await tx.send(sql, values).then((result) => `${result.length}`, (error: Error) => error.message)
      await tx.send('rollback').catch(() => undefined)
      return done
    })
    const insert = 'insert into disclosure_comment (committee_id, id, disclosure_id, account_id, text, at) values ($1, gen_random_uuid(), $2, $3, $4, now()) returning id'
    const said = [named.committeeId, named.disclosureId, accounts.zhou, '我说的']
    expect(await as('zheng', insert, said)).toContain('row-level security')
    expect(await as('zhou', insert, said)).toBe('1')
    expect(await as('shen', insert, [named.committeeId, named.disclosureId, accounts.shen, '我说的'])).toContain('row-level security')
    expect(await as('zhou', `update disclosure_comment set state = 'released', decided_by = $2, decided_at = now() where id = $1 returning id`, [commentId, accounts.zhou])).toBe('0')
    expect(await as('zheng', 'select id from disclosure_comment where id = $1', [commentId])).toBe('0')
    const { disclosureId } = await draftOf(community)
    expect(await as('chen', `update disclosure set state = 'published', published_at = now(), changed_by = $2 where id = $1 returning id`, [disclosureId, accounts.chen])).toContain('row-level security')
  })
})

test('a class finds its own, newest first, page after page to the end', async () => {
  const { items } = await community.as('visitor').disclosure.list({ ...chunshen, class: 'fund' })
  expect(items.map(({ title }) => title)).toEqual(['重阳节活动花了多少钱', '三季度工作经费用在哪里'])
  const found: string[] = []
  let cursor: string | undefined
  do {
    const { items: some, next } = await community.as('visitor').disclosure.list({ ...chunshen, ...(cursor ? { cursor } : {}) })
    expect(some.length).toBeLessThanOrEqual(20)
    found.push(...some.map(({ happenedOn, id }) => `${happenedOn} ${id}`))
    cursor = next ?? undefined
  } while (cursor)
  const [all] = await community.rows<{ n: number }>(`select count(*)::int as n from disclosure where committee_id = $1 and state <> 'draft'`, [chunshen.committeeId])
  expect([found.length, new Set(found).size]).toEqual([all!.n, all!.n])
  expect(found).toEqual([...found].sort().reverse())
  expect(await community.answerOf('visitor', 'disclosure/list', { ...chunshen, cursor: Buffer.from(JSON.stringify(['0000-01-01', absent])).toString('base64url') })).toMatchObject({ refusal: 'BadInput' })
})
