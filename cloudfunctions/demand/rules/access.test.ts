import { expect, test } from 'vitest'
import type { PostKind } from '../../../contract/organization'
import type { Person } from '../../account/rules/person'
import { maySee, stepsFor, type DemandParties } from './access'

const person = (name: string, posts: [PostKind, string | null][] = [], committeeId = '春申里'): Person => ({
  accountId: name, name, households: [], posts: posts.map(([kind, blockId]) => ({ committeeId, kind, blockId })),
})
const zhou = person('周岚')
const zheng = person('郑涛')
const wang = person('王芳', [['leader', '3块']])
const li = person('李强', [['leader', '2块']])
const chen = person('陈敏', [['officer', null]])
const qin = person('秦月娥', [['director', null]], '梅园')

const demand = (change: Partial<DemandParties> = {}): DemandParties => ({
  committeeId: '春申里', status: 'submitted', filedBy: '周岚', ownerId: '王芳', firstReceiverId: '王芳', offeredTo: null, told: [], blockId: '3块', ...change,
})

test('filer, owner and the committee’s office see it; neighbour, other block and other committee do not', () => {
  expect([zhou, wang, chen].map((who) => maySee(who, demand()))).toEqual([true, true, true])
  expect([zheng, li, qin].map((who) => maySee(who, demand()))).toEqual([false, false, false])
})

test('the owner may take it up, reply, answer, note and hand it over', () => {
  expect(stepsFor(wang, demand())).toEqual(['accept', 'reply', 'answer', 'note', 'handOver'])
})

test('the resident may add and withdraw, and judges once it is answered', () => {
  expect(stepsFor(zhou, demand())).toEqual(['add', 'withdraw'])
  expect(stepsFor(zhou, demand({ status: 'answered' }))).toEqual(['add', 'confirm', 'notSolved'])
})

test('whom it was offered may take it over, from any block', () => {
  expect(stepsFor(li, demand({ offeredTo: '李强' }))).toEqual(['note', 'takeOver'])
})

test('one who serves has no say over what they filed themselves', () => {
  expect(stepsFor(chen, demand({ filedBy: '陈敏' }))).toEqual(['add', 'withdraw'])
})

test('a stranger has no step in any status', () => {
  for (const status of ['submitted', 'accepted', 'answered', 'reopened', 'closed', 'withdrawn'] as const) {
    expect(stepsFor(qin, demand({ status }))).toEqual([])
  }
})
