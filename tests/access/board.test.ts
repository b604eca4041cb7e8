/** What hangs on the notice board, and what is one's own: organization, service, account and notice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, names, openCommunity, plum, unopened, type Community, type Name, type Path } from '../fixtures/community'
import { fileAs, type Matter } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/** Public for visitors too, but for the blocks: those are asked for only to place a demand. */
const board = readTable(`
  method                   where     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  organization/committees  street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  organization/buildings   chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  organization/buildings   plum      ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  organization/buildings   absent    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  organization/blocks      chunshen  -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  organization/blocks      plum      -    -     -     -   -  -    -  -    -    -    ok  ok  in
  organization/blocks      unopened  -    -     -     -   -  -    -  -    -    -    -   -   in
  organization/blocks      absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  organization/serving     chunshen  -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  organization/serving     plum      -    -     -     -   -  -    -  -    -    -    ok  ok  in
  organization/serving     unopened  -    -     -     -   -  -    -  -    -    -    -   -   in
  organization/serving     absent    -    -     -     -   -  -    -  -    -    -    -   -   in
  service/list             chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  service/list             plum      ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  service/list             absent    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  service/get              chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  service/get              plum      ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  service/get              absent    -    -     -     -   -  -    -  -    -    -    -   -   -
  category/list            street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  account/about            street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  account/me               street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  account/home             chunshen  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  account/home             plum      ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  account/home             unopened  ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  ok
  account/home             absent    -    -     -     -   -  -    -  -    -    -    -   -   -
  notice/list              street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  notice/markRead          street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  notice/asking            street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  notice/grant             street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  notice/phoneList         street    ok   ok    ok    ok  ok ok   ok ok   ok   ok   ok  ok  in
  notice/called            absent    -    -     -     -   -  -    -  -    -    -    -   -   in
`)

const places: Record<string, Id> = { chunshen: chunshen.committeeId, plum: plum.committeeId, unopened: unopened.committeeId, absent }

let community: Community
let slug: string
/** zhou's, answered by wang; shen's, just filed. */
let zhous: Matter
let shens: Matter

beforeAll(async () => {
  community = await openCommunity()
  slug = (await community.as('visitor').service.list(chunshen)).items[0]!.slug
  zhous = await fileAs(community, 'zhou', '楼道的窗关不上了')
  shens = await fileAs(community, 'shen', '梅园的路灯不亮')
  await community.as('wang').demand.answer({ ...zhous, text: '修好了。' })
})
afterAll(() => community.close())

function ask(walls: Community, cell: Cell) {
  const committeeId = places[cell.thing]
  return walls.answerOf(cell.name, cell.method as Path, { ...(committeeId ? { committeeId } : {}), ...(cell.method === 'service/get' ? { slug } : {}), ...(cell.method === 'notice/markRead' ? { subjectId: absent } : {}), ...(cell.method === 'notice/called' ? { callId: absent, outcome: 'told', words: '' } : {}), ...(cell.method === 'notice/grant' ? { answers: { rate: 'accept' } } : {}), ...(cell.method === 'notice/asking' ? { moment: 'filed' } : {}) })
}

test('every method of these nouns has its lines', () => {
  const nouns = ['category', 'account', 'notice'] as const
  // The other methods of organization and service have their own tables.
  const inside = ['organization/committees', 'organization/buildings', 'organization/blocks', 'organization/serving', 'service/list', 'service/get']
  expect([...new Set(board.map((cell) => cell.method))].sort()).toEqual([...inside, ...nouns.flatMap((noun) => Object.keys(contract[noun]).map((method) => `${noun}/${method}`))].sort())
})

test('each person reads what the table says', async () => {
  const seen: string[] = []
  for (const cell of board) seen.push(line(cell, outcomeOf(await ask(community, cell))))
  expect(seen).toEqual(board.map((cell) => line(cell, cell.expected)))
})

test('the same by row security alone, but for blocks and people, which hang on the board', async () => {
  const alone = community.withoutFirstWall()
  const cells = board.filter((cell) => !['organization/blocks', 'organization/serving'].includes(cell.method))
  const seen: string[] = []
  for (const cell of cells) seen.push(line(cell, outcomeOf(await ask(alone, cell))))
  expect(seen).toEqual(cells.map((cell) => line(cell, cell.expected)))
})

/** Everything of oneself that the home page and `me` say. */
const selves: Partial<Record<Name, { homes: string[]; posts: string[]; tasks: boolean; wide: boolean }>> = {
  zhou: { homes: ['11号楼 201室'], posts: [], tasks: false, wide: false },
  zheng: { homes: ['11号楼 202室'], posts: [], tasks: false, wide: false },
  zhang: { homes: ['7号楼 101室'], posts: [], tasks: false, wide: false },
  lin: { homes: ['12号楼 602室'], posts: [], tasks: false, wide: false },
  xu: { homes: [], posts: [], tasks: false, wide: false },
  wang: { homes: [], posts: ['leader 3块'], tasks: true, wide: false },
  li: { homes: [], posts: ['leader 2块'], tasks: true, wide: false },
  chen: { homes: [], posts: ['officer null'], tasks: true, wide: true },
  tang: { homes: [], posts: ['director null'], tasks: true, wide: true },
  shen: { homes: ['2号楼 301室'], posts: [], tasks: false, wide: false },
  zhu: { homes: [], posts: ['leader 1块'], tasks: true, wide: false },
  qin: { homes: [], posts: ['director null'], tasks: true, wide: true },
}

test.each([true, false])('the home page is one’s own, whichever committee it shows (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  for (const name of names) {
    for (const committeeId of [chunshen.committeeId, plum.committeeId]) {
      const { me, demands, tasks } = await walls.as(name).account.home({ committeeId })
      if (name === 'visitor') {
        expect([me, demands, tasks]).toEqual([null, [], null])
        continue
      }
      expect([name, me?.accountId, me?.memberships.map((home) => home.label), me?.posts.map((post) => `${post.kind} ${post.blockName}`), tasks !== null, tasks?.wide ?? false])
        .toEqual([name, accounts[name], selves[name]!.homes, selves[name]!.posts, selves[name]!.tasks, selves[name]!.wide])
      const filed = await community.rows<{ id: Id }>('select id from demand where filed_by = $1', [accounts[name]])
      expect(demands.filter((demand) => !filed.some((row) => row.id === demand.id))).toEqual([])
    }
  }
})

test.each([true, false])('notices are read and marked by whom they were sent to (first wall: %s)', async (firstWall) => {
  const walls = firstWall ? community : community.withoutFirstWall()
  const about = async (name: Exclude<Name, 'visitor'>) => {
    const { items } = await walls.as(name).notice.list({})
    return Object.entries({ zhous, shens }).flatMap(([whose, matter]) => (items.some((item) => item.subjectId === matter.demandId) ? [whose] : []))
  }
  const told: Partial<Record<Name, string[]>> = { zhou: ['zhous'], wang: ['zhous'], zhu: ['shens'] }
  for (const name of Object.keys(accounts) as Exclude<Name, 'visitor'>[]) expect([name, ...(await about(name))]).toEqual([name, ...(told[name] ?? [])])

  const unread = async () => (await community.rows('select from notice where subject_id = any($1) and read_at is null', [[zhous.demandId, shens.demandId]])).length
  const before = await unread()
  expect(before).toBeGreaterThan(0)
  for (const name of Object.keys(accounts) as Exclude<Name, 'visitor'>[]) {
    if (told[name]) continue
    for (const matter of [zhous, shens]) await walls.as(name).notice.markRead({ subjectId: matter.demandId })
    await walls.as(name).notice.markRead({})
  }
  expect(await unread()).toBe(before)
})
