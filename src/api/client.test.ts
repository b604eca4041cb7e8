import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asOf } from './asOf'
import { lin, newPhone, openApp, settle, zhou, type Phone } from './testPhone'
import { newKey } from './uuid'

let phone: Phone

beforeEach(() => {
  vi.useFakeTimers()
  phone = newPhone()
})

afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the answer is the output, a refusal, a fault, or silence', async () => {
  const app = await openApp()
  await expect(app.call(['account', 'me'], {})).resolves.toEqual({ accountId: zhou })
  phone.fate = [{ ok: false, refusal: 'TooMany', data: { retryAfter: 7 } }, { ok: false, fault: 'f-9' }, 'lostRequest']
  await expect(app.call(['account', 'me'], {})).rejects.toMatchObject({ name: 'RefusedError', code: 'TooMany', data: { retryAfter: 7 } })
  await expect(app.call(['account', 'me'], {})).rejects.toMatchObject({ name: 'FaultError', id: 'f-9' })
  await expect(app.call(['account', 'me'], {})).rejects.toMatchObject({ name: 'OfflineError', slow: false })
})

test('a page in place of an answer is a fault, not a lost network', async () => {
  const app = await openApp()
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad Gateway</h1>', { status: 502 }))
  await expect(app.call(['account', 'me'], {})).rejects.toMatchObject({ name: 'FaultError', id: 'http-502' })
})

test('the same contract speaks as functions', async () => {
  await openApp()
  const { api } = await import('./client')
  await expect(api.account.me({})).resolves.toEqual({ accountId: zhou })
  await api.demand.markRead({ committeeId: 'c', demandId: 'd' }, { context: { key: 'k' } })
  expect(phone.reached.at(-1)).toEqual({ path: 'demand/markRead', input: { committeeId: 'c', demandId: 'd' }, key: 'k' })
})

test('what Zhou has read is there for Zhou in the next run and gone when Lin signs in', async () => {
  const app = await openApp()
  await app.call(['account', 'me'], {})
  app.remember.keepRead('demand/listMine', {}, { items: ['灯不亮'], next: null })
  app.remember.keepRead('account/home', {}, { me: { accountId: zhou } })
  await vi.advanceTimersByTimeAsync(2_000)

  phone.syncReads = 0
  const again = await openApp()
  expect(again.remember.keptRead('account/home', {})?.output).toEqual({ me: { accountId: zhou } })
  expect(phone.syncReads).toBeLessThanOrEqual(1)
  await again.remember.loadReads()
  expect(again.remember.keptRead('demand/listMine', {})?.output).toEqual({ items: ['灯不亮'], next: null })

  phone.holder = lin
  await again.call(['account', 'me'], {})
  await settle()
  expect(again.remember.keptRead('demand/listMine', {})).toBeUndefined()
  expect(again.remember.keptRead('account/home', {})).toBeUndefined()
  expect([...phone.storage.values()].join()).not.toContain('灯不亮')
})

test('what lies sealed never lies on a phone in the clear, not even one’s own, and what lay there before goes', async () => {
  const app = await openApp()
  const masked = { care: [{ kind: null }], members: [{ phone: null, email: null }] }
  app.remember.keepRead('household/get', {}, masked)
  expect(app.remember.keptRead('household/get', {})?.output).toEqual(masked)
  for (const own of [{ ...masked, care: [{ kind: 'livingAlone' }] }, { ...masked, members: [{ phone: '100 2000 3000', email: null }] }]) {
    app.remember.keepRead('household/get', {}, own)
    expect(app.remember.keptRead('household/get', {})).toBeUndefined()
  }
  app.remember.keepRead('rights/copy', {}, { households: [{ phone: '100 2000 3000' }] })
  app.remember.keepRead('demand/listMine', {}, {})
  await vi.advanceTimersByTimeAsync(2_000)
  expect(phone.storage.get('zx.reads')).toContain('demand/listMine')
  expect([...phone.storage.values()].join()).not.toMatch(/livingAlone|2000/)
})

test('at most 40 answers and 200 KB are kept, the newest; people for three days', async () => {
  const app = await openApp()
  for (let i = 0; i < 60; i += 1) app.remember.keepRead('demand/get', { i }, { text: '灯' })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(app.remember.keptRead('demand/get', { i: 19 })).toBeUndefined()
  expect(app.remember.keptRead('demand/get', { i: 20 })).toBeDefined()
  app.remember.keepRead('service/list', {}, '灯'.repeat(66_000))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(app.remember.keptRead('demand/get', { i: 20 })).toBeUndefined()
  expect(Buffer.byteLength(phone.storage.get('zx.reads')!)).toBeLessThan(210_000)

  const later = await openApp()
  await later.remember.loadReads(Date.now() + 73 * 3600_000)
  expect(later.remember.keptRead('service/list', {})).toBeDefined()
  expect(later.remember.keptRead('demand/get', { i: 59 })).toBeUndefined()
})

test('drafts outlive the app, belong to their writer, and say when there is no room', async () => {
  const app = await openApp()
  await app.call(['account', 'me'], {})
  expect(app.drafts.rememberDraft('file-demand', { text: '漏水' })).toBe(true)
  expect((await openApp()).drafts.draftOf('file-demand')).toEqual({ text: '漏水' })

  const lent = await openApp()
  phone.holder = lin
  await lent.call(['account', 'me'], {})
  expect(lent.drafts.draftOf('file-demand')).toBeUndefined()
  phone.room = 10
  expect(lent.drafts.rememberDraft('file-demand', { text: '别的' })).toBe(false)

  phone.room = 1_000_000
  phone.holder = zhou
  await lent.call(['account', 'me'], {})
  expect(lent.drafts.draftOf('file-demand')).toEqual({ text: '漏水' })
  lent.drafts.forgetDraft('file-demand')
  expect(lent.drafts.draftOf('file-demand')).toBeUndefined()
})

test('keys are UUIDs and do not meet', () => {
  const keys = Array.from({ length: 10_000 }, newKey)
  expect(new Set(keys).size).toBe(10_000)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('as of when, as a neighbour says it', () => {
  const now = Date.parse('2026-11-27T15:59:00Z')
  expect(asOf(Date.parse('2026-11-27T10:20:00Z'), now)).toBe('18:20')
  expect(asOf(Date.parse('2026-11-26T15:59:00Z'), now)).toBe('昨天 23:59')
  expect(asOf(Date.parse('2026-11-20T16:05:00Z'), now)).toBe('11月21日 0:05')
})
