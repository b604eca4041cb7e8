// @vitest-environment jsdom
import { act, createElement, type FunctionComponent } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Command } from './command'
import type { Read, ReadPages } from './read'
import { lin, newPhone, settle, zhou, type Phone } from './testPhone'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let phone: Phone
let root: ReturnType<typeof createRoot>

beforeEach(() => {
  vi.useFakeTimers()
  phone = newPhone()
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Opens the app with one page whose hook is seen from outside. */
async function open<T>(hook: (modules: Awaited<ReturnType<typeof load>>) => T) {
  const modules = await load()
  const seen: T[] = []
  const Page: FunctionComponent = () => {
    seen.push(hook(modules))
    return null
  }
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(createElement(modules.ApiProvider, null, createElement(Page))))
  await act(settle)
  return { seen, now: () => seen.at(-1)!, ...modules }
}

async function load() {
  vi.resetModules()
  const { onlineManager } = await import('@tanstack/react-query')
  onlineManager.setOnline(phone.network)
  const { ApiProvider } = await import('./ApiProvider')
  return { ApiProvider, onlineManager, ...(await import('./read')), ...(await import('./command')), ...(await import('./queue')) }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const demand = { committeeId: 'c', demandId: 'd1' }

test('home is on the screen before any request, then as the server has it', async () => {
  const first = await open((m) => m.useRead(['account', 'home'], {}))
  await pass(3_000)
  expect(first.now().data?.unread).toBe(2)
  await act(async () => root.unmount())

  await vi.advanceTimersByTimeAsync(60_000)
  const requests = phone.reached.length
  const again = await open((m) => m.useRead(['account', 'home'], {}))
  expect((again.seen[0] as Read<{ unread: number }>).data?.unread).toBe(2)
  expect(again.seen[0]!.waiting).toBe(false)
  await pass(1_000)
  expect(phone.reached).toHaveLength(requests + 1)
})

test('offline the kept list is shown with its time; nothing kept is said, not waited for', async () => {
  phone.answer = () => ({ items: [{ id: 'd1' }], next: 'more', counts: {} })
  phone.storage.set('zx.start', JSON.stringify({ owner: zhou }))
  const first = await open((m) => m.useReadPages(['demand', 'listInbox'], {}))
  await pass(3_000)
  expect(first.now().hasMore).toBe(true)
  await act(async () => first.now().more())
  await pass(10)
  expect(first.now().items).toHaveLength(2)
  await act(async () => root.unmount())

  phone.network = false
  const later = await open((m) => ({ list: m.useReadPages(['demand', 'listInbox'], {}), other: m.useRead(['demand', 'get'], demand) }))
  const { list, other } = later.now() as { list: ReadPages<unknown>; other: Read<unknown> }
  expect(list).toMatchObject({ items: [{ id: 'd1' }], waiting: false, failed: false, offlineSince: expect.stringMatching(/^\d{1,2}:\d\d$/) })
  expect(other).toMatchObject({ data: undefined, waiting: false, failed: true, offlineSince: null })

  phone.network = true
  await act(async () => later.onlineManager.setOnline(true))
  await pass(10)
  expect(later.now().list.offlineSince).toBeNull()
  expect(later.now().other.failed).toBe(false)
})

test('what the server no longer shows is not shown from the phone either', async () => {
  phone.answer = () => ({ id: 'd1', text: '灯不亮' })
  const page = await open((m) => m.useRead(['demand', 'get'], demand))
  expect(page.now().data?.text).toBe('灯不亮')
  phone.fate = [{ ok: false, refusal: 'NotFound', data: {} }]
  await act(async () => page.now().again())
  await pass(2_000)
  expect(page.now()).toMatchObject({ data: undefined, refusal: 'NotFound', failed: false, waiting: false })
  expect(phone.storage.get('zx.reads')).not.toContain('灯不亮')
})

test('when another signs in, an open page asks anew and shows nothing in between', async () => {
  phone.storage.set('zx.start', JSON.stringify({ owner: zhou }))
  phone.answer = () => ({ text: `诉求 of ${phone.holder}` })
  const page = await open((m) => ({ demand: m.useRead(['demand', 'get'], demand), me: m.useRead(['account', 'me'], {}) }))
  expect(page.now().demand.data?.text).toContain(zhou)
  phone.holder = lin
  const before = page.seen.length
  await act(async () => page.now().me.again())
  await pass(10)
  expect(page.now().demand.data?.text).toContain(lin)
  const after = page.seen.slice(before).filter(({ me }) => me.data?.accountId === lin)
  expect(after.every(({ demand: read }) => !read.data?.text.includes(zhou))).toBe(true)
})

test('a double tap files once, the receipt comes once, and reset makes the form new', async () => {
  phone.answer = ({ input }) => ({ id: 'd1', committeeId: 'c', thread: [], steps: [], text: input.text })
  const done: unknown[] = []
  const page = await open((m) => ({
    add: m.useCommand(['demand', 'add'], { onDone: (output) => done.push(output.text) }),
    read: m.useRead(['demand', 'get'], demand, { enabled: false }),
  }))
  const add = () => page.now().add as Command<unknown, unknown>
  await act(async () => {
    add().send({ ...demand, text: '好的' }, '好的')
    add().send({ ...demand, text: '好的' }, '好的')
  })
  await pass(10)
  await act(async () => add().send({ ...demand, text: '好的' }))
  await pass(10)
  expect(phone.done).toHaveLength(1)
  expect(done).toEqual(['好的'])
  expect(add().output).toMatchObject({ text: '好的' })
  expect(page.now().read.data?.text).toBe('好的')

  await act(async () => add().reset())
  expect(add()).toMatchObject({ state: 'ready', output: null })
  await act(async () => add().send({ ...demand, text: '好的' }))
  await pass(10)
  expect(phone.done).toHaveLength(2)
})

test('an edited text takes the place of the refused one', async () => {
  const page = await open((m) => ({ add: m.useCommand(['demand', 'add']), queue: m.useQueue() }))
  phone.fate = [{ ok: false, refusal: 'BadInput', data: { issues: [{ path: ['text'], code: 'too_small' }] } }]
  await act(async () => page.now().add.send({ ...demand, text: '' }))
  await pass(10)
  expect(page.now().add).toMatchObject({ state: 'refused', refusal: 'BadInput', issues: [{ path: ['text'] }], output: null })
  expect(page.now().queue.items).toMatchObject([{ state: 'refused' }])
  await act(async () => page.now().add.send({ ...demand, text: '三楼' }))
  await pass(10)
  expect(page.now().queue.items).toEqual([])
  expect(phone.done.map(({ input }) => input.text)).toEqual(['三楼'])
})

test('a command makes the lists on screen fresh again', async () => {
  const page = await open((m) => ({ list: m.useReadPages(['demand', 'listMine'], {}), file: m.useCommand(['demand', 'confirm']), services: m.useRead(['service', 'list'], { committeeId: 'c' }) }))
  phone.reached.length = 0
  await act(async () => page.now().file.send(demand))
  await pass(10)
  expect(phone.reached.map(({ path }) => path)).toEqual(['demand/confirm', 'demand/listMine'])
})

test('a list on its way when the command is done is dropped and asked for anew: it cannot know of it', async () => {
  phone.late = { 'demand/listMine': 2_000 }
  const page = await open((m) => ({ list: m.useReadPages(['demand', 'listMine'], {}), file: m.useCommand(['demand', 'confirm']) }))
  await act(async () => page.now().file.send(demand))
  await pass(100)
  expect(phone.reached.map(({ path }) => path)).toEqual(['demand/listMine', 'demand/confirm', 'demand/listMine'])
})

test('a page beneath the open one rests, and is fresh when it shows again', async () => {
  const page = await open((m) => ({ list: m.useReadPages(['demand', 'listMine'], {}), confirm: m.useCommand(['demand', 'confirm']) }))
  await act(async () => phone.page.hide())
  phone.reached.length = 0
  await act(async () => page.now().confirm.send(demand))
  await pass(120_000)
  expect(phone.reached.map(({ path }) => path)).toEqual(['demand/confirm'])
  await act(async () => phone.page.show())
  await pass(10)
  expect(phone.reached.map(({ path }) => path)).toEqual(['demand/confirm', 'demand/listMine'])
})
