import { expect, test } from 'vitest'
import type { PostKind } from '../../../contract/organization'
import { Refusal } from '../../../contract/refusal'
import { officialCalendar } from '../../organization/rules/calendar'
import type { Absence, Roster } from '../../organization/rules/roster'
import { receiverOfBlock, routeDemand } from './routing'

const now = '2026-10-02T13:10:00.000Z'
const back = '2026-10-08T00:30:00.000Z'
const person = (name: string, post: PostKind) => [name, { accountId: name, name, post, blockName: null, section: null }] as const

/** 王芳 leads block 3; 李强 stands in for her; 陈敏 receives today; 唐敏芝 is the director. */
function roster(change: Partial<Roster> = {}): Roster {
  return {
    committeeId: '春申里',
    staff: new Map([person('王芳', 'leader'), person('李强', 'leader'), person('孙梅', 'deputy'), person('陈敏', 'officer'), person('唐敏芝', 'director'), person('钱进', 'secretary')]),
    leaders: new Map([['3块', '王芳']]),
    deputies: new Map(),
    directorId: '唐敏芝',
    secretaryIds: [], officerIds: ['钱进', '陈敏'],
    workerIds: [],
    sectionIds: [],
    headIds: [],
    absences: [],
    duty: { accountId: '陈敏', until: '2026-10-02T15:00:00.000Z' },
    calendar: officialCalendar,
    ...change,
  }
}
const onLeave = (accountId: string, standInId: string | null): Absence => ({ accountId, standInId, until: '2026-10-05T16:00:00.000Z' })
const route = (world: Roster, demand: Partial<Parameters<typeof routeDemand>[0]> = {}) =>
  routeDemand({ roster: world, blockId: '3块', filerId: '周岚', urgency: 'ordinary', about: 'community', now, ...demand })
const chain = (world: Roster, demand = {}) => route(world, demand).route.map((link) => `${link.staff?.name ?? '—'} ${link.reason} ${link.outcome}`)

test('the leader of the block takes it', () => {
  expect(chain(roster())).toEqual(['王芳 leaderOfBlock took'])
})

test('S1: leader and stand-in on leave, so it goes to who receives today, and says why', () => {
  const world = roster({ absences: [onLeave('王芳', '李强'), onLeave('李强', null)] })
  expect(chain(world)).toEqual(['王芳 onLeave passed', '李强 onLeave passed', '陈敏 dutyToday took'])
  expect(route(world).route[0]?.back).toBe(back)
  expect(route(world).lentFrom).toBe('王芳')
})

test('only leave lends it: where the leader has it, or there is none, nothing goes back', () => {
  expect([route(roster()), route(roster({ leaders: new Map() })), route(roster(), { blockId: null })].map(({ lentFrom }) => lentFrom)).toEqual([null, null, null])
})

test('the deputy comes before the stand-in', () => {
  const world = roster({ deputies: new Map([['3块', '孙梅']]), absences: [onLeave('王芳', '李强')] })
  expect(chain(world)).toEqual(['王芳 onLeave passed', '孙梅 deputyOfBlock took'])
})

test('two who stand in for each other do not go round for ever', () => {
  const world = roster({ absences: [onLeave('王芳', '李强'), onLeave('李强', '王芳')] })
  expect(chain(world)).toEqual(['王芳 onLeave passed', '李强 onLeave passed', '— standInLoop passed', '陈敏 dutyToday took'])
})

test('without a block it goes to the duty desk', () => {
  expect(chain(roster(), { blockId: null })).toEqual(['— noBlock passed', '陈敏 dutyToday took'])
})

test('a block without a leader says so', () => {
  expect(chain(roster({ leaders: new Map() }))).toEqual(['— postEmpty passed', '陈敏 dutyToday took'])
})

test('without anybody receiving, the director takes it', () => {
  expect(chain(roster({ duty: null, leaders: new Map() }))).toEqual(['— postEmpty passed', '唐敏芝 director took'])
})

test('danger is told to the whole chain at once; the first who is there owns it', () => {
  const world = roster({ absences: [onLeave('王芳', '李强')] })
  const routed = route(world, { urgency: 'danger' })
  expect(routed.ownerId).toBe('李强')
  expect(routed.told).toEqual(['李强', '王芳', '陈敏', '唐敏芝'])
})

test('a complaint about the app goes to the director', () => {
  expect(chain(roster(), { about: 'app' })).toEqual(['唐敏芝 aboutApp took'])
})

test('nobody receives their own demand', () => {
  expect(chain(roster(), { filerId: '王芳' })).toEqual(['王芳 isFiler passed', '陈敏 dutyToday took'])
})

test('when everybody is on leave it still has an owner', () => {
  const world = roster({ duty: null, officerIds: [], absences: [onLeave('王芳', null), onLeave('唐敏芝', null)] })
  expect(chain(world)).toEqual(['王芳 onLeave passed', '唐敏芝 onLeave passed', '王芳 director took'])
})

test('what is handed to a block goes to who is there, and to its leader when nobody is', () => {
  expect(receiverOfBlock(roster(), '3块')).toBe('王芳')
  expect(receiverOfBlock(roster({ absences: [onLeave('王芳', '李强')] }), '3块')).toBe('李强')
  expect(receiverOfBlock(roster({ absences: [onLeave('王芳', null)] }), '3块')).toBe('王芳')
  expect(receiverOfBlock(roster({ leaders: new Map() }), '3块')).toBeUndefined()
})

test('a committee where nobody serves refuses', () => {
  const empty = roster({ leaders: new Map(), directorId: null, officerIds: [], duty: null })
  expect(() => route(empty)).toThrow(Refusal)
})

test('who took the call keeps it while the block has nobody there, before reception', () => {
  expect(chain(roster({ absences: [onLeave('王芳', null)] }), { filerId: null, takerId: '钱进' })).toEqual(['王芳 onLeave passed', '钱进 tookCall took'])
  expect(chain(roster(), { filerId: null, takerId: '钱进' })).toEqual(['王芳 leaderOfBlock took'])
  expect(chain(roster(), { filerId: null, takerId: '王芳' })).toEqual(['王芳 leaderOfBlock took'])
  expect(chain(roster(), { filerId: null, takerId: '钱进', blockId: null })).toEqual(['— noBlock passed', '钱进 tookCall took'])
})

test('by the filer’s wish another takes it, while there is one who is there', () => {
  expect(chain(roster(), { avoid: ['王芳'] })).toEqual(['王芳 askedForAnother passed', '陈敏 dutyToday took'])
  const alone = roster({ duty: null, directorId: null, officerIds: [] })
  expect(route(alone, { avoid: ['王芳'] }).ownerId).toBe('王芳')
  const others = roster({ duty: null, absences: [onLeave('唐敏芝', null), onLeave('钱进', null), onLeave('陈敏', null)] })
  expect(route(others, { avoid: ['王芳'] }).ownerId).toBe('王芳')
  const nobody = roster({ duty: null, absences: ['王芳', '唐敏芝', '钱进', '陈敏'].map((name) => onLeave(name, null)) })
  expect(route(nobody, { avoid: ['王芳'] }).ownerId).toBe('唐敏芝')
})

test('danger is told to them all the same', () => {
  expect(route(roster(), { avoid: ['王芳'], urgency: 'danger' })).toMatchObject({ ownerId: '陈敏', told: ['陈敏', '王芳', '唐敏芝'] })
})
