// @vitest-environment jsdom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditedLine, ServiceEdit } from '../../../../contract/serviceEditing'
import { newPhone, settle, type Phone } from '../../../api/testPhone'
import { byRole, tap } from '../../../ui/draw.testing'
import type { ServiceDraft } from './useServiceDraft'
import { empty } from './wording'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const content = { ...empty('2026-11-20'), title: '居住证签注', summary: '一年签一次', fee: '不收费' }
const edit: ServiceEdit = { slug: 'qianzhu', state: 'published', published: { number: 1, content, publishedAt: null, nextCheck: '2027-11-20', freshness: 'fresh', verifiedBy: null }, open: null, missing: [], hints: [], steps: ['save'], history: [] }
const saved = (revision: number) => ({ saved: true, slug: 'qianzhu', number: 2, revision, missing: ['source'], hints: [] })
const written = (phone: Phone) => phone.done.map(({ input }) => input as unknown as { number: number; revision: number; content: typeof content })

let phone: Phone
let root: ReturnType<typeof createRoot>
beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  phone = newPhone()
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open(): Promise<() => ServiceDraft> {
  const { useServiceDraft } = await import('./useServiceDraft')
  const seen: ServiceDraft[] = []
  const Page = () => {
    seen.push(useServiceDraft({ committeeId: 'c', edit, fresh: content, onSaved: () => {} }))
    return null
  }
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(createElement(Page)))
  await act(settle)
  return () => seen.at(-1)!
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('a second after the last letter it is saved, once, on top of what was read', async () => {
  phone.answer = () => saved(0)
  const draft = await open()
  act(() => draft().change({ fee: '5' }))
  await pass(900)
  act(() => draft().change({ fee: '5 元' }))
  await pass(900)
  expect(written(phone)).toEqual([])
  await pass(200)
  expect(written(phone)).toMatchObject([{ number: 1, revision: 0, content: { fee: '5 元' } }])
  expect(draft()).toMatchObject({ state: 'saved', missing: ['source'] })
})

test('without a network what is typed stays on the phone, and goes by itself when there is one', async () => {
  phone.answer = () => saved(0)
  phone.network = false
  let draft = await open()
  act(() => draft().change({ fee: '5 元' }))
  await pass(1500)
  expect(draft().state).toBe('away')
  await act(async () => root.unmount())
  vi.clearAllTimers()
  draft = await open()
  expect(draft().content.fee).toBe('5 元')
  phone.network = true
  await pass(6000)
  expect(written(phone)).toMatchObject([{ content: { fee: '5 元' } }])
  expect(draft().state).toBe('saved')
})

test('a lost answer is asked for with the same key, so nobody conflicts with oneself', async () => {
  phone.answer = () => saved(phone.done.length - 1)
  phone.fate = ['lostAnswer']
  const draft = await open()
  act(() => draft().change({ fee: '5 元' }))
  await pass(1100)
  act(() => draft().change({ place: '居委会' }))
  await pass(8000)
  expect(written(phone)).toMatchObject([{ number: 1, content: { fee: '5 元', place: '' } }, { number: 2, revision: 0, content: { fee: '5 元', place: '居委会' } }])
})

test('another saved first: both are kept, and what is chosen is saved over theirs', async () => {
  const theirs = { ...content, fee: '10 元', summary: '满一年签一次' }
  phone.answer = () => ({ saved: false, number: 2, revision: 3, published: content, theirs: { number: 2, revision: 3, state: 'draft', content: theirs, publishAt: null, changedAt: '2026-11-24T10:00:00Z', changedBy: '李强' } })
  const draft = await open()
  act(() => draft().change({ fee: '5 元' }))
  await pass(1100)
  expect(draft()).toMatchObject({ content: { fee: '5 元' }, conflict: { theirs: { fee: '10 元' }, by: '李强' } })
  await pass(10_000)
  expect(phone.done).toHaveLength(1)
  phone.answer = () => saved(4)
  act(() => draft().settle({ ...draft().content, summary: theirs.summary }))
  await pass(100)
  expect(written(phone).at(-1)).toMatchObject({ number: 2, revision: 3, content: { fee: '5 元', summary: '满一年签一次' } })
  expect(draft()).toMatchObject({ state: 'saved', conflict: null })
})

test('one opens an item from the list, reads it as residents will, and is led to what is missing', async () => {
  const line: EditedLine = { slug: 'qianzhu', title: '居住证签注', category: 'residence', state: 'published', nextCheck: '2026-11-01', freshness: 'late', open: null, waitsForMe: false }
  const begun: ServiceEdit = { ...edit, open: { number: 2, revision: 1, state: 'draft', content, publishAt: null, changedAt: '2026-11-24T10:00:00Z', changedBy: '陈敏' }, missing: ['source'], steps: ['save', 'send', 'publish', 'discard'] }
  phone.answer = ({ path }) => (path === 'service/listEdited' ? { items: [line], mayPublish: true } : begun)
  const [{ ServiceDesk }, { ApiProvider }] = await Promise.all([import('./ServiceDesk'), import('../../../api/ApiProvider')])
  const page = document.createElement('div')
  document.body.replaceChildren(page)
  root = createRoot(page)
  await act(async () => root.render(createElement(ApiProvider, null, createElement(ServiceDesk, { committeeId: 'c' }))))
  await pass(3000)
  expect(page.textContent).toContain('等您处理 1')
  expect(page.textContent).toContain('该核对了')
  tap(byRole(page, 'button', [...page.querySelectorAll('.sd-row')][0]!.getAttribute('aria-label')!))
  await pass(3000)
  expect(page.textContent).toContain('第 2 版草稿')
  expect(page.querySelector('.sd-phone')?.textContent).toContain('一年签一次')
  tap(byRole(page, 'button', '送审'))
  await pass(100)
  expect(page.textContent).toContain('没有来源的事项不能发布')
  expect(phone.done).toEqual([])
}, 20_000)
