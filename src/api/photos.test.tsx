// @vitest-environment jsdom
/** Photos on their way, against a server that counts bytes and a network that breaks. */
import { act, createElement, type FunctionComponent } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PhonePhoto } from './photos'
import { newPhone, settle, zhou, type Phone } from './testPhone'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let phone: Phone
let root: ReturnType<typeof createRoot>
/** What the browser keeps of files. */
let kept: Map<string, Uint8Array>
let received: number
const bytes = Uint8Array.from({ length: 150_000 }, (_, at) => at % 251)
const piece = 64 * 1024

beforeEach(() => {
  vi.useFakeTimers()
  phone = newPhone()
  kept = new Map([['f1', bytes]])
  received = 0
  phone.answer = (request) => {
    const { path, input } = request as unknown as { path: string; input: { offset: number; base64: string } }
    if (path === 'photo/put' && input.offset === received) received += atob(input.base64).length
    if (path === 'photo/attach') return { demandId: 'd1', entryId: null, items: [] }
    if (path.startsWith('photo/')) return { photoId: 'p1', received, state: received < bytes.length ? 'uploading' : 'uploaded', fault: null }
    return { id: 'd1' }
  }
  vi.stubGlobal('indexedDB', { open: () => asked(() => ({
    close: () => {},
    transaction: () => Object.assign(asked(() => null, 'complete'), { objectStore: () => ({
      get: (name: string) => ({ result: kept.get(name) }), delete: (name: string) => ({ result: kept.delete(name) }), put: (data: Uint8Array, name: string) => ({ result: kept.set(name, data) }),
    }) }),
  })) })
  phone.storage.set('zx.photos', JSON.stringify([{
    id: 'one', owner: zhou, draft: 'demand/community', saidWith: null, committeeId: 'c', file: 'f1', preview: 'data:,', photoId: null, bytes: 0, received: 0, attached: false, stop: null, at: Date.now(),
  }]))
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** As IndexedDB answers: later, by an event. */
function asked<T>(result: () => T, event = 'success') {
  return { result: result(), addEventListener: (name: string, listener: () => void) => { if (name === event) setTimeout(listener, 0) } }
}

async function open() {
  vi.resetModules()
  const { onlineManager } = await import('@tanstack/react-query')
  onlineManager.setOnline(phone.network)
  const queue = await import('./queue')
  const { call } = await import('./client')
  await call(['account', 'me'], {})
  const photos = await import('./photos')
  const seen: { draft: PhonePhoto[]; left: PhonePhoto[] }[] = []
  const Page: FunctionComponent = () => {
    seen.push({ draft: photos.useDraftPhotos('demand/community'), left: photos.useLeftPhotos() })
    return null
  }
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(createElement(Page)))
  await act(settle)
  return { ...photos, enqueue: queue.enqueue, onlineManager, now: () => seen.at(-1)! }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const paths = () => phone.reached.map(({ path }) => path).filter((path) => path.startsWith('photo/'))

test('goes piece by piece, waits for its words, follows them, and is gone from the phone', async () => {
  const app = await open()
  await pass(500)
  expect(paths()).toEqual(['photo/begin', 'photo/put', 'photo/put', 'photo/put'])
  expect(app.now().draft).toMatchObject([{ part: 1, stop: null }])
  const key = await act(() => app.enqueue('demand/file', { committeeId: 'c', text: '灯不亮' }))
  act(() => app.photosSaidWith('demand/community', key))
  await pass(500)
  expect(paths().at(-1)).toBe('photo/attach')
  expect(app.now()).toEqual({ draft: [], left: [] })
  expect([kept.size, phone.storage.get('zx.photos')]).toEqual([0, '[]'])
})

test.each(['lostRequest', 'lostAnswer'] as const)('goes on where the server stands after a %s, also after a restart', async (fate) => {
  await open()
  phone.fate.push('arrives', fate)
  await act(async () => root.unmount())
  phone.reached.length = 0
  const app = await open()
  await pass(20_000)
  expect(received).toBe(bytes.length)
  expect(app.now().draft).toMatchObject([{ part: 1 }])
  expect(bytes.length).toBeGreaterThan(2 * piece)
})


test('what the server takes for no photo stops with its reason and stays until it is removed', async () => {
  // One that arrives is answered by what is planned after it.
  phone.fate.push('arrives', 'arrives', 'arrives', { ok: false, refusal: 'NotAPhoto', data: {} })
  const app = await open()
  await pass(20_000)
  expect(app.now().draft).toMatchObject([{ stop: 'NotAPhoto' }])
  expect(paths()).toEqual(['photo/begin', 'photo/put'])
  act(() => app.removePhoto('one'))
  await pass(10)
  expect(app.now().draft).toEqual([])
  expect(kept.size).toBe(0)
})

test('a photo the phone has lost says so', async () => {
  kept.clear()
  const app = await open()
  await pass(500)
  expect(app.now().draft).toMatchObject([{ stop: 'lostOnPhone' }])
})
