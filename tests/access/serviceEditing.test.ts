/** Writing the service list: by those who serve the committee whole; what residents notice is for director and secretary. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import { service as reading } from '../../contract/service'
import { absent, accounts, chunshen, openCommunity, plum, type Community, type Path } from '../fixtures/community'
import { drafted, published, scheduled, sent, wheelchair, type Written } from '../fixtures/writing'
import { line, outcomeOf, readTable, type Cell } from './table'
import { walkBothWalls } from './walls'

/** What stands before the call: draft, review, hour (scheduled), out (published); all of 春申里. foreign: a draft of 春申里 named under 梅园 · absent: a slug nobody gave. */
const table = readTable(`
  method            thing     zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  listEdited        chunshen  -    -     -     -   -  no   no ok   ok   -    -   -   in
  listEdited        plum      -    -     -     -   -  -    -  -    -    -    no  ok  in
  getEdit           draft     -    -     -     -   -  no   no ok   ok   -    -   -   in
  getEdit           foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  getEdit           absent    -    -     -     -   -  no   no -    -    -    -   -   in
  versions          out       -    -     -     -   -  no   no ok   ok   -    -   -   in
  versions          foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  version           out       -    -     -     -   -  no   no ok   ok   -    -   -   in
  version           foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  save              new       -    -     -     -   -  no   no ok   ok   -    -   -   in
  save              draft     -    -     -     -   -  no   no ok   ok   -    -   -   in
  save              foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  save              absent    -    -     -     -   -  no   no -    -    -    -   -   in
  send              draft     -    -     -     -   -  no   no ok   ok   -    -   -   in
  send              foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  giveBack          review    -    -     -     -   -  no   no ok   ok   -    -   -   in
  giveBack          foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  publish           review    -    -     -     -   -  no   no no   ok   -    -   -   in
  publish           draft     -    -     -     -   -  no   no no   ok   -    -   -   in
  publish           foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  withdrawSchedule  hour      -    -     -     -   -  no   no no   ok   -    -   -   in
  withdrawSchedule  foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  retire            out       -    -     -     -   -  no   no no   ok   -    -   -   in
  retire            foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  check             out       -    -     -     -   -  no   no no   ok   -    -   -   in
  check             foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  discard           draft     -    -     -     -   -  no   no ok   ok   -    -   -   in
  discard           foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
  rollBack          out       -    -     -     -   -  no   no ok   ok   -    -   -   in
  rollBack          foreign   -    -     -     -   -  -    -  -    -    -    no  -   in
`)

let community: Community
let things: Record<string, Written>
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

async function freshly(): Promise<void> {
  const draft = await drafted(community)
  const [review, hour, out] = [await sent(community), await scheduled(community), await published(community)]
  things = { draft, review, hour, out, foreign: { ...draft, committeeId: plum.committeeId }, absent: { ...draft, slug: 'nobody-gave-this' } }
}

function ask(walls: Community, { name, method, thing }: Cell) {
  const path = `service/${method}` as Path
  if (method === 'listEdited') return walls.answerOf(name, path, thing === 'plum' ? { committeeId: plum.committeeId } : chunshen)
  if (thing === 'new') return walls.answerOf(name, path, { committeeId: chunshen.committeeId, slug: null, number: 0, revision: 0, content: wheelchair })
  return walls.answerOf(name, path, { ...things[thing]!, number: 1, revision: 1, content: wheelchair, reason: '看看。', at: null, asOf: '2026-11-20', nextCheck: null })
}

test('every method of writing has its lines', () => {
  expect([...new Set(table.map((cell) => cell.method))].sort()).toEqual(Object.keys(contract.service).filter((name) => !(name in reading)).sort())
})

walkBothWalls({ table, community: () => community, freshly, ask })

test('by either wall residents read what hangs out, and no word of a draft', async () => {
  const item = await drafted(community, { title: '还没有写好' })
  for (const walls of [community, community.withoutFirstWall()]) {
    for (const name of ['visitor', 'zhou', 'wang', 'qin'] as const) {
      expect(JSON.stringify(await walls.answerOf(name, 'service/list', chunshen))).not.toContain('还没有写好')
      expect(outcomeOf(await walls.answerOf(name, 'service/get', item))).toBe('NotFound')
    }
  }
})

test('one whose post has ended writes no more', async () => {
  const item = await drafted(community)
  await community.rows(`update post set until = $2 where account_id = $1`, [accounts.chen, community.now()])
  community.later({ minutes: 1 })
  for (const walls of [community, community.withoutFirstWall()]) {
    const cell: Cell = { method: 'save', thing: 'draft', name: 'chen', expected: 'NotFound' }
    things = { ...things, draft: item }
    expect(line(cell, outcomeOf(await ask(walls, cell)) === 'fault' ? 'NotFound' : outcomeOf(await ask(walls, cell)))).toBe(line(cell, 'NotFound'))
  }
  await community.rows(`update post set until = null where account_id = $1`, [accounts.chen])
})

test('an id nothing has is answered as a place one does not serve', async () => {
  expect(await community.answerOf('tang', 'service/listEdited', { committeeId: absent })).toMatchObject({ refusal: 'NotFound' })
})
