import { expect, test } from 'vitest'
import { chosenStep } from './scaleSteps'
import { filledIn, greeting, greetingAt, tasksWords, visitWords } from './wording'

test('the greeting follows the clock of the neighbourhood', () => {
  const at = (hour: string) => greetingAt(new Date(`2026-11-20T${hour}:00+08:00`).toISOString())
  expect(['00:30', '07:00', '10:00', '12:30', '15:00', '18:42', '23:00'].map(at)).toEqual(['夜深了', '早上好', '上午好', '中午好', '下午好', '晚上好', '晚上好'])
  expect(greeting('周女士', '2026-11-20T10:42:00.000Z')).toBe('周女士，晚上好')
  expect(greeting(null, '2026-11-20T10:42:00.000Z')).toBe('晚上好')
})

test('what is not filled in is said', () => {
  expect([filledIn(''), filledIn('  '), filledIn('春申里居委会')]).toEqual(['还没有填写', '还没有填写', '春申里居委会'])
})

test('only what waits is named', () => {
  expect(tasksWords({ late: 0, joinRequests: 0, desk: 0, visits: 0 })).toBe('都在日子里')
  expect(tasksWords({ late: 1, joinRequests: 2, desk: 0, visits: 3 })).toBe('1 件超期，2 份入户申请，3 次走访')
})

test('the next visit says what it waits for', () => {
  const next = { committeeId: 'c', visitId: 'v', hostName: '王芳', startsAt: '2026-11-25T11:30:00.000Z' }
  expect(visitWords({ ...next, state: 'booked' })).toEqual({ word: '和王芳线上聊', note: '11月25日（周三）19:30' })
  expect(visitWords({ ...next, state: 'proposed', startsAt: null }).note).toBe('王芳写了几个时间')
  expect(visitWords({ ...next, state: 'summarised' }).word).toBe('看走访小结')
  expect(visitWords(null).word).toBe('约线上走访')
})

test('the nearest step is the chosen one', () => {
  expect([1, 1.2, 1.375, 1.7, 1.8125].map(chosenStep)).toEqual(['usual', 'larger', 'elder', 'most', 'most'])
})
