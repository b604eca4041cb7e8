import { expect, test, vi } from 'vitest'
import { cloudSafety, holdSafety, listSafety, type SafetySdk } from './safety'

/** WeChat's side, saying what it is told to. */
function wechat(answer: (content: string) => unknown) {
  const asked: object[] = []
  const logged: object[] = []
  let loaded = 0
  const load = (): SafetySdk => {
    loaded += 1
    return { DYNAMIC_CURRENT_ENV: 'env', init: () => undefined, openapi: { security: { msgSecCheck: async (words) => { asked.push(words); return (await answer(words.content)) as object } } } }
  }
  return { safety: cloudSafety(load, (event) => logged.push(event)), asked, logged, loads: () => loaded }
}
const says = (suggest: string) => () => ({ errCode: 0, result: { suggest } })

test('without a platform our own list makes a person look, and refuses nothing', async () => {
  expect(listSafety.asks('openid')).toBe(false)
  expect(await listSafety.check('灯不亮', null)).toBe('passed')
  expect(await listSafety.check('来玩百家乐', null)).toBe('listed')
})

test('beside a mini-program the web holds everything', async () => {
  expect(await holdSafety.check('灯不亮', null)).toBe('unchecked')
  expect(await holdSafety.check('来玩百家乐', null)).toBe('listed')
})

test.each([['pass', 'passed'], ['review', 'doubtful'], ['risky', 'refused'], ['something new', 'unchecked']] as const)('the platform says %s: %s', async (suggest, verdict) => {
  expect(await wechat(says(suggest)).safety.check('灯不亮', 'o-zhou')).toBe(verdict)
})

test.each([[61010, 'unchecked'], [-1, 'unchecked'], [45009, 'unchecked'], [40003, 'unchecked'], [87014, 'refused']] as const)('the platform answers or throws %d: %s', async (code, verdict) => {
  const answered = wechat(() => ({ errCode: code }))
  const thrown = wechat(() => { throw Object.assign(new Error('openapi.security.msgSecCheck:fail'), { errCode: code }) })
  expect([await answered.safety.check('灯不亮', 'o-zhou'), await thrown.safety.check('灯不亮', 'o-zhou')]).toEqual([verdict, verdict])
  const lines = verdict === 'unchecked' ? [{ event: 'safety', code }] : []
  expect([answered.logged, thrown.logged]).toEqual([lines, lines])
})

test('a platform that is not there, or an SDK that is not installed, holds the words', async () => {
  expect(await wechat(() => { throw new Error('socket hang up') }).safety.check('灯不亮', 'o-zhou')).toBe('unchecked')
  expect(await cloudSafety(() => { throw new Error('Cannot find module') }, () => undefined).check('灯不亮', 'o-zhou')).toBe('unchecked')
})

test('a platform that does not answer in time holds the words, and its late no harms nobody', async () => {
  vi.useFakeTimers()
  const late = wechat(() => new Promise((_, reject) => { setTimeout(() => reject(new Error('late')), 60_000) }))
  const verdict = late.safety.check('灯不亮', 'o-zhou')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await verdict).toBe('unchecked')
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(late.logged).toEqual([{ event: 'safety', code: 'slow' }])
})

test('it is asked as that person, about comments, in the second version, in pieces; loaded once, and not for one without an openid', async () => {
  const platform = wechat(says('pass'))
  expect(await platform.safety.check('灯不亮', null)).toBe('unchecked')
  expect(platform.loads()).toBe(0)
  expect(await platform.safety.check('灯'.repeat(2_600), 'o-zhou')).toBe('passed')
  expect(platform.asked).toEqual([2_500, 100].map((length) => ({ openid: 'o-zhou', scene: 2, version: 2, content: '灯'.repeat(length) })))
  expect(platform.loads()).toBe(1)
})

test('one risky piece is enough, and our own list counts beside the platform', async () => {
  const platform = wechat((content) => ({ errCode: 0, result: { suggest: content.includes('坏') ? 'risky' : 'pass' } }))
  expect(await platform.safety.check(`${'灯'.repeat(2_500)}坏`, 'o-zhou')).toBe('refused')
  expect(await platform.safety.check('来玩百家乐', 'o-zhou')).toBe('listed')
})
