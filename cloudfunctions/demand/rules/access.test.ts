import { expect, test } from 'vitest'
import { DemandStatus } from '../../../contract/demand/life'
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
  committeeId: '春申里', status: 'submitted', urgency: 'ordinary', filedBy: '周岚', ownerId: '王芳', firstReceiverId: '王芳', offeredTo: null, told: [], blockId: '3块', followers: 0, moreTimeBy: null, dueDays: 5, closedHow: null, reopened: 0, rated: null, keptFrom: null, ...change,
})

test('filer, owner and the committee’s office see it; neighbour, other block and other committee do not', () => {
  expect([zhou, wang, chen].map((who) => maySee(who, demand()))).toEqual([true, true, true])
  expect([zheng, li, qin].map((who) => maySee(who, demand()))).toEqual([false, false, false])
})

test('the owner may take it up, reply, answer, note and hand it over', () => {
  expect(stepsFor(wang, demand())).toEqual(['reply', 'note', 'handOver', 'askMoreTime', 'snooze', 'ask', 'answer', 'transfer', 'takeToMeeting', 'join', 'accept'])
})

test('the resident may add and withdraw, and judges once it is answered', () => {
  expect(stepsFor(zhou, demand())).toEqual(['add', 'withdraw'])
  expect(stepsFor(zhou, demand({ status: 'answered' }))).toEqual(['add', 'confirm', 'notSolved'])
})

test('whom it was offered may take it over, from any block', () => {
  expect(stepsFor(li, demand({ offeredTo: '李强' }))).toEqual(['note', 'bounce', 'takeOver'])
})

test('one who serves has no say over what they filed themselves', () => {
  expect(stepsFor(chen, demand({ filedBy: '陈敏' }))).toEqual(['add', 'withdraw'])
})

test('the resident who was asked may say more; the owner may go on without waiting', () => {
  expect(stepsFor(zhou, demand({ status: 'asked' }))).toEqual(['add', 'withdraw'])
  expect(stepsFor(wang, demand({ status: 'asked' }))).toContain('resume')
})

test('an offer is given back by whom it was made to; what is outside is recorded as back by the owner', () => {
  expect(stepsFor(li, demand({ offeredTo: '李强' }))).toContain('bounce')
  expect(stepsFor(wang, demand({ offeredTo: '李强' }))).not.toContain('bounce')
  expect(stepsFor(wang, demand({ status: 'transferred' }))).toContain('bounce')
})

test('more time is decided by director or secretary, never by who asked for it, and asked for once', () => {
  const tang = person('唐敏芝', [['director', null]])
  expect(stepsFor(tang, demand({ moreTimeBy: '王芳' }))).toEqual(expect.arrayContaining(['grantMoreTime', 'refuseMoreTime']))
  expect(stepsFor(tang, demand({ ownerId: '唐敏芝', moreTimeBy: '唐敏芝' }))).not.toContain('grantMoreTime')
  expect(stepsFor(chen, demand({ moreTimeBy: '王芳' }))).not.toContain('grantMoreTime')
  expect(stepsFor(wang, demand({ moreTimeBy: '王芳' }))).not.toContain('askMoreTime')
  expect(stepsFor(wang, demand({ dueDays: 15 }))).not.toContain('askMoreTime')
  expect(stepsFor(wang, demand({ dueDays: null }))).not.toContain('askMoreTime')
})

test('closed by silence the resident may still speak; closed by word only the office may, and only to the resident', () => {
  expect(stepsFor(zhou, demand({ status: 'closed', closedHow: 'silent' }))).toEqual(['rate', 'confirm', 'notSolved'])
  expect(stepsFor(zhou, demand({ status: 'closed', closedHow: 'confirmed' }))).toEqual(['rate'])
  expect(stepsFor(wang, demand({ status: 'closed', closedHow: 'confirmed' }))).toEqual(['note'])
  expect(stepsFor(chen, demand({ status: 'closed', closedHow: 'confirmed' }))).toEqual(['note', 'reply'])
})

test('for one without an account who serves records what they say', () => {
  const entered = demand({ filedBy: null, status: 'answered' })
  expect(stepsFor(wang, entered)).toEqual(expect.arrayContaining(['add', 'confirm', 'notSolved']))
  expect(stepsFor(li, entered)).toEqual([])
})

test('what is said to many is said by who has it in hand, not by who received it first', () => {
  const led = demand({ ownerId: '李强', blockId: null, followers: 2 })
  expect(stepsFor(wang, led)).toEqual(expect.not.arrayContaining(['reply', 'answer']))
  expect(stepsFor(wang, { ...led, followers: 0 })).toEqual(expect.arrayContaining(['reply', 'answer']))
})

test('a stranger has no step in any status', () => {
  for (const status of DemandStatus.options) {
    expect(stepsFor(qin, demand({ status }))).toEqual([])
  }
})

test('one’s own may be put off while it is worked on; danger, and what waits for the resident, may not', () => {
  expect(stepsFor(wang, demand())).toContain('snooze')
  expect(stepsFor(wang, demand({ status: 'transferred' }))).toContain('snooze')
  expect(stepsFor(chen, demand())).not.toContain('snooze')
  expect(stepsFor(wang, demand({ urgency: 'danger' }))).not.toContain('snooze')
  expect(stepsFor(wang, demand({ status: 'asked' }))).not.toContain('snooze')
})
