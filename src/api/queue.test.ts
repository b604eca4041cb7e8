import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lin, newPhone, openApp, settle, zhou, type Phone } from './testPhone'

const stairs = { committeeId: 'c', kind: 'report', text: '12号楼三楼灯不亮' }
const add = (text: string, demandId = 'd1') => ({ committeeId: 'c', demandId, text })

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

const textsDone = () => phone.done.map(({ input }) => input.text)

test('what Zhou says arrives, and leaves the phone with the receipt', async () => {
  const app = await openApp()
  const key = app.enqueue('demand/file', stairs, '灯不亮')
  expect(app.progressOf(key).state).toBe('sending')
  expect(phone.storage.get('zx.queue')).toContain(key)
  await settle()
  expect(app.progressOf(key)).toMatchObject({ state: 'ready', receipt: { output: { unread: 0 } } })
  expect(textsDone()).toEqual([stairs.text])
  expect(phone.storage.get('zx.queue')).toBe('[]')
})

test('a lost request is sent again by itself', async () => {
  const app = await openApp()
  phone.fate = ['lostRequest']
  const key = app.enqueue('demand/file', stairs)
  await settle()
  expect(app.progressOf(key).state).toBe('waiting')
  expect(app.queueItems()).toMatchObject([{ key, state: 'waiting', method: 'demand/file' }])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(app.progressOf(key).receipt).not.toBeNull()
  expect(phone.done).toHaveLength(1)
})

test('a lost answer is asked for again with the same key, and the demand is filed once', async () => {
  const app = await openApp()
  phone.fate = ['lostAnswer', 'lostAnswer']
  const key = app.enqueue('demand/file', stairs)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(phone.reached.map((sent) => sent.key)).toEqual([key, key, key])
  expect(phone.done).toHaveLength(1)
  expect(app.progressOf(key).receipt).not.toBeNull()
})

test('a server that never answers is given up after 15 seconds and tried again', async () => {
  const app = await openApp()
  const real = fetch
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => new Promise((__, no) => signal!.addEventListener('abort', () => no(new Error('aborted')))))
  const key = app.enqueue('demand/file', stairs)
  await vi.advanceTimersByTimeAsync(14_000)
  expect(app.progressOf(key).state).toBe('sending')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(app.progressOf(key).state).toBe('waiting')
  vi.stubGlobal('fetch', real)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(phone.done).toHaveLength(1)
})

test('a refusal keeps the words with the reason until Zhou lets them go', async () => {
  const app = await openApp()
  phone.fate = [{ ok: false, refusal: 'NobodyThere', data: {} }]
  const key = app.enqueue('demand/file', stairs, '灯不亮')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(phone.reached).toHaveLength(1)
  expect(app.progressOf(key)).toMatchObject({ state: 'refused', refusal: 'NobodyThere', receipt: null })

  const later = await openApp()
  expect(later.queueItems()).toMatchObject([{ key, input: stairs, label: '灯不亮', state: 'refused', refusal: 'NobodyThere' }])
  later.discard(key)
  expect(later.queueItems()).toEqual([])
  expect((await openApp()).queueItems()).toEqual([])
})

test('a refused command is sent again when Zhou asks for it', async () => {
  const app = await openApp()
  phone.fate = [{ ok: false, refusal: 'WrongStep', data: {} }]
  const key = app.enqueue('demand/add', add('还没来'))
  await settle()
  app.retry(key)
  await settle()
  expect(app.progressOf(key).receipt).not.toBeNull()
})

test('too many at once is not a no: it goes later', async () => {
  const app = await openApp()
  phone.fate = [{ ok: false, refusal: 'TooMany', data: { retryAfter: 20 } }]
  const key = app.enqueue('demand/file', stairs)
  await settle()
  expect(app.progressOf(key)).toMatchObject({ state: 'waiting', refusal: 'TooMany' })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(phone.done).toHaveLength(1)
})

test('a fault of ours is said, and tried again', async () => {
  const app = await openApp()
  phone.fate = [{ ok: false, fault: 'f-1' }]
  const key = app.enqueue('demand/file', stairs)
  await settle()
  expect(app.progressOf(key)).toMatchObject({ state: 'failed', failure: 'fault' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(phone.done).toHaveLength(1)
})

test('words about one demand arrive in their order, other demands do not wait for them', async () => {
  const app = await openApp()
  await app.setOnline(false)
  phone.network = false
  for (const text of ['一', '二', '三']) app.enqueue('demand/add', add(text))
  await settle()
  expect(app.queueItems().map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  phone.network = true
  phone.fate = ['lostRequest']
  app.enqueue('demand/add', add('别的事', 'd2'))
  await app.setOnline(true)
  expect(textsDone()).toEqual(['别的事'])
  await vi.advanceTimersByTimeAsync(30_000)
  expect(textsDone()).toEqual(['别的事', '一', '二', '三'])
})

test('what was written offline goes out as soon as the network is back', async () => {
  const app = await openApp()
  phone.network = false
  await app.setOnline(false)
  const key = app.enqueue('demand/file', stairs)
  await settle()
  expect(app.progressOf(key).state).toBe('waiting')
  await vi.advanceTimersByTimeAsync(3600_000)
  phone.network = true
  await app.setOnline(true)
  expect(phone.done).toHaveLength(1)
})

test('without a sign of the network it is tried at least every five minutes', async () => {
  const app = await openApp()
  phone.network = false
  app.enqueue('demand/file', stairs)
  await vi.advanceTimersByTimeAsync(3600_000)
  phone.network = true
  await vi.advanceTimersByTimeAsync(300_000)
  expect(phone.done).toHaveLength(1)
})

test.each(['before it was sent', 'before the answer came'] as const)('the app dies %s: the next run sends it with the same key', async (when) => {
  const app = await openApp()
  await app.call(['account', 'me'], {})
  phone.fate = [when === 'before it was sent' ? 'lostRequest' : 'lostAnswer']
  const key = app.enqueue('demand/file', stairs)
  await settle()
  vi.clearAllTimers()

  const later = await openApp()
  await settle()
  expect(phone.reached.at(-1)).toMatchObject({ path: 'demand/file', key })
  expect(phone.done).toHaveLength(1)
  expect(later.queueItems()).toEqual([])
})

test('the words of Zhou are neither shown nor sent while Lin holds the phone, and go when Zhou is back', async () => {
  const app = await openApp()
  await app.call(['account', 'me'], {})
  phone.network = false
  app.enqueue('demand/file', stairs)
  await settle()
  vi.clearAllTimers()

  Object.assign(phone, { network: true, holder: lin })
  const lent = await openApp()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(lent.queueItems()).toEqual([])
  expect(phone.done).toEqual([])

  phone.holder = zhou
  await openApp()
  await settle()
  expect(phone.done).toHaveLength(1)
})

test('a session that ended keeps the words until Zhou has signed in again', async () => {
  const app = await openApp()
  await app.call(['account', 'me'], {})
  phone.fate = [{ ok: false, refusal: 'NotSignedIn', data: {} }]
  const key = app.enqueue('demand/file', stairs)
  await settle()
  expect(app.progressOf(key)).toMatchObject({ state: 'refused', refusal: 'NotSignedIn' })
  await app.call(['account', 'me'], {})
  await settle()
  expect(phone.done).toHaveLength(1)
})

test('on a full phone it is still sent, and said when it could neither be sent nor kept', async () => {
  const app = await openApp()
  phone.room = 0
  const sent = app.enqueue('demand/file', stairs)
  await settle()
  expect(app.progressOf(sent).receipt).not.toBeNull()

  phone.network = false
  const stuck = app.enqueue('demand/file', { ...stairs, text: '电梯坏了' })
  await settle()
  expect(app.progressOf(stuck)).toMatchObject({ state: 'failed', failure: 'phoneFull' })
  phone.network = true
  app.retry(stuck)
  await settle()
  expect(phone.done.map(({ key }) => key)).toEqual([sent, stuck])
})

test('three taps file once', async () => {
  const app = await openApp()
  phone.network = false
  const keys = [1, 2, 3].map(() => app.enqueue('demand/file', stairs))
  phone.network = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(new Set(keys).size).toBe(1)
  expect(phone.done).toHaveLength(1)
})

test('having read is told once and never kept', async () => {
  const app = await openApp()
  phone.network = false
  app.enqueue('demand/markRead', { committeeId: 'c', demandId: 'd1' })
  await settle()
  expect(app.queueItems()).toEqual([])
  phone.network = true
  await vi.advanceTimersByTimeAsync(600_000)
  expect(phone.reached).toEqual([])
})
