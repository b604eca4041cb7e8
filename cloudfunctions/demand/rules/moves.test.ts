import { expect, test } from 'vitest'
import type { PostKind } from '../../../contract/organization'
import { officialCalendar } from '../../organization/rules/calendar'
import { holders, type Absence, type Roster } from '../../organization/rules/roster'
import { movesBack, movesByPosts, movesOut, type Movable } from './moves'

const people: [string, PostKind, string | null][] = [
  ['王芳', 'leader', '3块'], ['李强', 'leader', '2块'], ['徐磊', 'leader', '4块'], ['孙梅', 'deputy', '2块'], ['钱进', 'secretary', null], ['陈敏', 'officer', null], ['唐敏芝', 'director', null], ['何宇', 'worker', null],
]
const posts = people.map(([accountId, kind, blockId]) => ({ accountId, kind, blockId }))
const roster = (absences: Absence[] = [], change: Partial<Roster> = {}): Roster => ({
  committeeId: '春申里', staff: new Map(people.map(([name, post]) => [name, { accountId: name, name, post, blockName: null, section: null }])),
  ...holders(posts), absences, duty: { accountId: '陈敏', until: '2026-10-02T15:00:00.000Z' }, calendar: officialCalendar, ...change,
})
const away = (accountId: string, standInId: string | null): Absence => ({ accountId, standInId, until: '2026-10-05T16:00:00.000Z' })
const demand = (change: Partial<Movable> = {}): Movable => ({ id: 'd', title: '灯', ownerId: '王芳', lentFrom: null, blockId: '3块', filedBy: '周岚', keptFrom: null, leadId: null, leadOwnerId: null, ...change })
const out = (world: Roster, one: Movable) => movesOut(world, one.ownerId, [one]).map(({ toId, lentFrom, reason }) => [toId, lentFrom, reason])

test('it goes to the stand-in, with the day of return after the holidays', () => {
  expect(out(roster([away('王芳', '李强')]), demand())).toEqual([['李强', '王芳', '王芳请假，10月8日 回来']])
})

test('S1: the stand-in is away too, so who receives today has it', () => {
  expect(out(roster([away('王芳', '李强'), away('李强', null)]), demand())[0]?.[0]).toBe('陈敏')
})

test('two who stand in for each other do not go round for ever', () => {
  expect(out(roster([away('王芳', '李强'), away('李强', '王芳')]), demand())[0]?.[0]).toBe('陈敏')
})

test('what is of the leader’s own block goes to the deputy first, as a new one would; what is not, to the stand-in', () => {
  const world = roster([away('李强', '徐磊')])
  expect([out(world, demand({ ownerId: '李强', blockId: '2块' }))[0]?.[0], out(world, demand({ ownerId: '李强', blockId: '3块' }))[0]?.[0]]).toEqual(['孙梅', '徐磊'])
})

test('never to who filed it, nor to who is kept from the resident', () => {
  const world = roster([away('王芳', '李强')])
  expect([out(world, demand({ filedBy: '李强' }))[0]?.[0], out(world, demand({ keptFrom: '李强' }))[0]?.[0]]).toEqual(['陈敏', '陈敏'])
})

test('with nobody there it stays', () => {
  expect(out(roster([away('王芳', '李强'), away('李强', null)], { duty: null, directorId: null, officerIds: [] }), demand())).toEqual([])
})

test('what was lent on is still of the first, and comes back to them alone', () => {
  const lent = demand({ ownerId: '李强', lentFrom: '王芳' })
  expect(out(roster([away('王芳', '李强'), away('李强', '徐磊')]), lent)).toEqual([['徐磊', '王芳', '李强请假，10月8日 回来']])
  expect(movesBack(roster(), '李强', [lent])).toEqual([])
  expect(movesBack(roster(), '王芳', [lent]).map(({ toId, lentFrom, reason }) => [toId, lentFrom, reason])).toEqual([['王芳', null, '王芳回来了']])
})

test('nothing comes back to one who is away still, or serves no more', () => {
  const lent = demand({ ownerId: '李强', lentFrom: '王芳' })
  expect(movesBack(roster([away('王芳', null)]), '王芳', [lent])).toEqual([])
  expect(movesBack({ ...roster(), ...holders(posts.filter((post) => post.accountId !== '王芳')) }, '王芳', [lent])).toEqual([])
})

test('a new leader gets what the old one had of the block; the rest goes where a new one of its block would go, once no post is left', () => {
  const after = (keep: boolean) => ({ ...roster(), ...holders([...posts.filter((post) => post.accountId !== '王芳'), { accountId: '何宇', kind: 'leader' as const, blockId: '3块' }, ...(keep ? [{ accountId: '王芳', kind: 'officer' as const, blockId: null }] : [])]) })
  const both = [demand(), demand({ id: 'e', blockId: '2块' }), demand({ id: 'f', blockId: null }), demand({ id: 'g', ownerId: '李强' })]
  const moved = (keep: boolean) => movesByPosts({ roster: after(keep), oldId: '王芳', blocks: new Map([['3块', '3块换了块长']]) }, both).map((move) => `${move.demand.id} ${move.toId} ${move.reason}`)
  expect(moved(true)).toEqual(['d 何宇 3块换了块长'])
  expect(moved(false)).toEqual(['d 何宇 3块换了块长', 'e 李强 王芳不再任职', 'f 陈敏 王芳不再任职'])
})

test('a new leader who is away is owed it: it is lent from them', () => {
  const world = { ...roster([away('何宇', '李强')]), ...holders([...posts.filter((post) => post.accountId !== '王芳'), { accountId: '何宇', kind: 'leader' as const, blockId: '3块' }]) }
  expect(movesByPosts({ roster: world, oldId: '王芳', blocks: new Map([['3块', '换']]) }, [demand()]).map(({ toId, lentFrom }) => [toId, lentFrom])).toEqual([['李强', '何宇']])
})

test('what is joined goes where its lead goes, whatever its own block says, and stays where its lead stays', () => {
  const lead = demand()
  const joined = demand({ id: 'j', blockId: '2块', leadId: 'd', leadOwnerId: '王芳' })
  const world = roster([away('王芳', '陈敏')])
  expect(movesOut(world, '王芳', [lead, joined]).map(({ demand: { id }, toId, lentFrom }) => [id, toId, lentFrom])).toEqual([['d', '陈敏', '王芳'], ['j', '陈敏', '王芳']])
  const after = { ...roster(), ...holders([...posts, { accountId: '何宇', kind: 'leader' as const, blockId: '2块' }]) }
  expect(movesByPosts({ roster: after, oldId: '王芳', blocks: new Map([['2块', '换']]) }, [lead, joined])).toEqual([])
})

test('who filed what is joined does not get it with the lead, and it comes back to its lead with the next one who has that', () => {
  const lead = demand()
  const joined = demand({ id: 'j', filedBy: '陈敏', leadId: 'd', leadOwnerId: '王芳' })
  expect(movesOut(roster([away('王芳', '陈敏')]), '王芳', [lead, joined]).map(({ demand: { id }, toId }) => [id, toId])).toEqual([['d', '陈敏'], ['j', '唐敏芝']])
  const apart = [demand({ ownerId: '陈敏', lentFrom: '王芳' }), demand({ id: 'j', ownerId: '唐敏芝', filedBy: '陈敏', leadId: 'd', leadOwnerId: '陈敏' })]
  expect(movesBack(roster(), '王芳', apart).map(({ demand: { id }, toId }) => [id, toId])).toEqual([['d', '王芳'], ['j', '王芳']])
})
