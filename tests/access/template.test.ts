/** Answer templates: read by all who serve the committee, written by those who serve it whole. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { absent, chunshen, openCommunity, plum, type Community, type Path } from '../fixtures/community'
import { templateIn } from '../fixtures/scene'
import { line, outcomeOf, readTable, type Cell } from './table'

/** own: a template of the committee asked about · foreign: of the other one, named under this one · absent: an id nothing has. */
const table = readTable(`
  method          thing             zhou zheng zhang lin xu wang li chen tang shen zhu qin visitor
  list            chunshen          -    -     -     -   -  ok   ok ok   ok   -    -   -   in
  list            plum              -    -     -     -   -  -    -  -    -    -    ok  ok  in
  list            absent            -    -     -     -   -  -    -  -    -    -    -   -   in
  save            chunshen          -    -     -     -   -  no   no ok   ok   -    -   -   in
  save            plum              -    -     -     -   -  -    -  -    -    -    no  ok  in
  save            absent            -    -     -     -   -  -    -  -    -    -    -   -   in
  save            chunshen/own      -    -     -     -   -  no   no ok   ok   -    -   -   in
  save            chunshen/absent   -    -     -     -   -  no   no -    -    -    -   -   in
  save            plum/foreign      -    -     -     -   -  -    -  -    -    -    no  -   in
  remove          chunshen/own      -    -     -     -   -  no   no ok   ok   -    -   -   in
  remove          chunshen/absent   -    -     -     -   -  no   no -    -    -    -   -   in
  remove          plum/foreign      -    -     -     -   -  -    -  -    -    -    no  -   in
`)

const places: Record<string, Id> = { chunshen: chunshen.committeeId, plum: plum.committeeId, absent }
const said = { kind: null, title: '路灯报修', text: '{称呼}，路灯归市政管，我报修了。' }

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

async function ask(walls: Community, { name, method, thing }: Cell) {
  const [place = '', which] = thing.split('/')
  const templateId = which === undefined ? null : which === 'absent' ? absent : await templateIn(community)
  const input = { committeeId: places[place], ...(method === 'list' ? {} : { templateId }), ...(method === 'save' ? said : {}) }
  return walls.answerOf(name, `template/${method}` as Path, input)
}

/** All that is written, as one number. */
const stored = () => community.rows('select count(*), sum(hashtextextended(t::text, 0)) from answer_template t')

test('every method of the contract has its lines', () => {
  expect([...new Set(table.map((cell) => cell.method))].sort()).toEqual(Object.keys(contract.template).sort())
})

test('a kind finds its own and those for all, in the order they were written', async () => {
  const { items, mayEdit } = await community.as('zhu').template.list({ committeeId: plum.committeeId, kind: 'hazard' })
  expect(mayEdit).toBe(false)
  expect(items.map(({ kind, title }) => [kind, title])).toEqual([[null, '接下了'], [null, '还差一句'], [null, '办好了，您看看'], ['hazard', '先避开，马上有人到']])
})

test('each person may do what the table says', async () => {
  const seen: string[] = []
  for (const cell of table) seen.push(line(cell, outcomeOf(await ask(community, cell))))
  expect(seen).toEqual(table.map((cell) => line(cell, cell.expected)))
})

test('by row security alone those it does not concern read nothing and change nothing', async () => {
  const alone = community.withoutFirstWall()
  for (const cell of table.filter(({ expected, name }) => expected !== 'ok' && name !== 'visitor')) {
    const one = await templateIn(community)
    const before = await stored()
    const [place = '', which] = cell.thing.split('/')
    const templateId = which === undefined ? null : which === 'absent' ? absent : one
    const answer = await alone.answerOf(cell.name, `template/${cell.method}` as Path, { committeeId: places[place], ...(cell.method === 'list' ? {} : { templateId }), ...(cell.method === 'save' ? said : {}) })
    if (answer.ok) expect([line(cell, 'found'), answer.output]).toEqual([line(cell, 'found'), { items: [], mayEdit: false }])
    expect([line(cell, 'changed'), await stored()]).toEqual([line(cell, 'changed'), before])
  }
})

test('by row security alone those it concerns do what they may', async () => {
  const alone = community.withoutFirstWall()
  const seen: string[] = []
  const cells = table.filter(({ expected }) => expected === 'ok')
  for (const cell of cells) seen.push(line(cell, outcomeOf(await ask(alone, cell))))
  expect(seen).toEqual(cells.map((cell) => line(cell, 'ok')))
})

test('one who left the post reads them no more, by either wall', async () => {
  await community.rows(`update post set until = now() where account_id = (select account_id from post where kind = 'leader' and block_id = $1 and until is null)`, [chunshen.block(3)])
  for (const walls of [community, community.withoutFirstWall()]) {
    const answer = await walls.answerOf('wang', 'template/list', { committeeId: chunshen.committeeId })
    expect(answer.ok ? (answer.output as { items: unknown[] }).items : []).toEqual([])
  }
  await community.rows(`update post set until = null where block_id = $1 and kind = 'leader' and until is not null`, [chunshen.block(3)])
})

test('what stands in braces and is no placeholder is refused, since nobody would fill it in', async () => {
  const save = (text: string) => community.answerOf('tang', 'template/save', { committeeId: chunshen.committeeId, templateId: null, ...said, text })
  for (const text of ['{姓名}，好了', '{称呼，好了', '好了}', '｛电话｝', '{{称呼}}', '好']) expect([text, await save(text)]).toMatchObject([text, { ok: false, refusal: 'BadInput', data: { issues: [{ path: ['text'] }] } }])
  for (const text of ['{称呼}，{编号} 的事{日期}前答复', '｛称呼｝，好了', '没有要填的']) expect([text, await save(text)]).toMatchObject([text, { ok: true }])
})
