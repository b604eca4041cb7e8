import { expect, test } from 'vitest'
import type { DemandCard } from '../../../contract/demand/card'
import { DemandStatus, DemandStep } from '../../../contract/demand/life'
import { RouteReason, type RouteLink } from '../../../contract/demand/route'
import type { ThreadEntry } from '../../../contract/demand/thread'
import type { Staff } from '../../../contract/organization'
import { answerBy, dueWords } from './dueWording'
import { foresightWords, routeStop } from './routeWording'
import { sentenceOf, statusLook } from './stateWording'
import { eventWords } from './threadWording'
import { aloneWords } from './togetherWording'
import { wrongIn } from './wrongIn'

const now = '2026-11-20T05:05:00.000Z'
const wang: Staff = { accountId: '1', name: '王芳', post: 'leader', blockName: '3块', section: null }
const chen: Staff = { accountId: '2', name: '陈敏', post: 'officer', blockName: null, section: null }
const card = (change: Partial<DemandCard> = {}) => ({
  status: 'accepted' as DemandCard['status'], owner: wang, offeredTo: null, dueAt: '2026-11-27T09:00:00.000Z', provisional: false, late: 'no' as DemandCard['late'], daysLate: 0,
  outside: null, meetingOn: null, closedHow: null, followers: 0, ...change,
})

test('who and by when, in one sentence', () => {
  expect(sentenceOf(card(), now)).toBe('王芳在办，预计 11月27日（周五）前答复您')
  expect(sentenceOf(card({ status: 'submitted', owner: chen }), now)).toBe('陈敏先接着，预计 11月27日（周五）前答复您')
  expect(sentenceOf(card({ status: 'reopened', dueAt: null }), now)).toBe('您说还没解决，王芳接着办')
})

test('what was offered stays with who has it, and says so', () => {
  expect(sentenceOf(card({ offeredTo: chen }), now)).toBe('正在转给陈敏（值班工作人员）。没接下之前，王芳继续负责')
  expect(statusLook(card({ offeredTo: chen }), 'staff').word).toBe('等陈敏接手')
})

test('late is said, with whose matter it still is', () => {
  const late = card({ late: 'late', daysLate: 2 })
  expect(sentenceOf(late, now)).toBe('说好 11月27日 答复，晚了。王芳还在办，今天给您一个说法')
  expect(statusLook(late, 'filer')).toEqual({ tone: 'brick', icon: 'alert', word: '超期 2 天' })
})

test('a provisional day says so, a near one has its word, and another hour than five is named', () => {
  expect(dueWords(card({ provisional: true }), now)).toBe('11月27日（周五）（暂定）')
  expect(answerBy(card({ dueAt: '2026-11-20T06:30:00.000Z' }), now)).toBe('预计 今天 14:30 前答复您')
  expect(dueWords(card({ dueAt: '2026-11-27T06:30:00.000Z' }), now)).toBe('11月27日（周五） 14:30')
  expect(answerBy(card({ dueAt: null }), now)).toBe('')
})

test('every status and step has its words for both readers, and none of them is an order', () => {
  for (const status of DemandStatus.options) {
    for (const reader of ['filer', 'staff'] as const) expect(statusLook(card({ status }), reader).word).toMatch(/^[^A-Za-z请！]+$/)
    expect(sentenceOf(card({ status }), now)).toMatch(/^[^A-Za-z请！]+$/)
  }
  for (const step of DemandStep.options) {
    expect(eventWords({ step, by: { name: '王芳', post: 'leader' }, mine: false, to: step === 'snooze' ? now : '陈敏', due: null })).toMatch(/^[^A-Za-z请！]+$/)
  }
})

test('an event says who did it: you, a person with a post, or the committee', () => {
  expect(eventWords({ step: 'accept', by: { name: '王芳', post: 'leader' }, mine: false, to: null, due: null })).toBe('王芳（块长）接手了')
  expect(eventWords({ step: 'confirm', by: { name: '周岚', post: null }, mine: true, to: null, due: null })).toBe('您说解决了')
  expect(eventWords({ step: 'takeOver', by: null, mine: false, to: null, due: null })).toBe('居委会接下了，接着办')
})

test('each stop of the chain says why', () => {
  const away: RouteLink = { staff: wang, reason: 'onLeave', outcome: 'passed', back: '2026-11-22T16:30:00.000Z' }
  expect(routeStop(away, now)).toEqual({ title: '王芳（3块 块长）', note: '请假，11月23日 回来', state: 'done' })
  for (const reason of RouteReason.options) expect(routeStop({ staff: null, reason, outcome: 'passed', back: null }, now).note).not.toBe('')
})

test('before anything is sent it is known who gets it and by when', () => {
  const foresight = {
    owner: { staff: chen, here: true, until: null, back: null },
    route: [{ staff: wang, reason: 'onLeave' as const, outcome: 'passed' as const, back: '2026-11-22T16:30:00.000Z' }, { staff: chen, reason: 'dutyToday' as const, outcome: 'took' as const, back: null }],
    dueAt: '2026-11-27T09:00:00.000Z', contactDueAt: '2026-11-23T09:00:00.000Z', provisional: false, workingDays: 5,
  }
  const { why, by } = foresightWords(foresight, 'request', true, now)
  expect(why).toBe('王芳（块长）请假，11月23日 回来。陈敏（值班工作人员）接，现在在。换谁都会告诉您。求助 5 个工作日内答复：')
  expect(by).toBe('11月27日（周五）前')
  expect(foresightWords(foresight, 'request', false, now).why).toMatch(/^您还没有入户/)
})

test('too short and too long are said beside the field', () => {
  expect(wrongIn({ text: '灯', place: '' }).text).toBe('再多说一句：在哪里、想怎么解决')
  expect(wrongIn({ text: '灯'.repeat(1001), place: '' }).text).toMatch('1000')
  expect(wrongIn({ text: '三楼灯不亮', place: '' })).toEqual({})
})

test('what was to be joined had moved on: the receipt and the history say so, and nobody is said to have parted it', () => {
  const file = { id: 'a', at: '2026-11-20T01:00:00.000Z', step: 'file' } as ThreadEntry
  const alone = { ...file, id: 'b', step: 'separate', by: null, mine: false, to: null, due: null } as ThreadEntry
  expect(aloneWords({ thread: [file, alone] })).toBe('邻居那件刚有了变化，您这件单独办，写的都在。')
  expect(aloneWords({ thread: [file, { ...alone, at: '2026-11-20T02:00:00.000Z' }] })).toBe('')
  expect(aloneWords({ thread: [file] })).toBe('')
  expect(eventWords(alone)).toBe('邻居那件有了变化，这件单独办')
  expect(eventWords({ ...alone, mine: true, by: { name: '林女士', post: null } })).toBe('您把它分开单独办')
})
