import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { byRole, draw, tap } from './draw.testing'
import { Empty } from './Empty'
import { Loadable } from './Loadable'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (ms: number) => act(() => { vi.advanceTimersByTime(ms) })

test('a quick answer shows no skeleton, a slow one says so after 8 seconds', () => {
  const { page } = draw(<Loadable waiting>灯不亮</Loadable>)
  pass(299)
  expect(page.textContent).toBe('')
  pass(1)
  expect(page.textContent).toBe('正在取，通常一两秒')
  pass(7700)
  expect(page.textContent).toBe('比平时慢，还在取')
})

test('a failed list says whose fault it is and can be fetched again', () => {
  const again = vi.fn()
  const { page } = draw(<Loadable waiting={false} failed onAgain={again}>灯不亮</Loadable>)
  expect(byRole(page, 'alert').textContent).toContain('是我们这边的问题')
  tap(byRole(page, 'button', '再取一次'))
  expect(again).toHaveBeenCalledOnce()
  expect(page.textContent).not.toContain('灯不亮')
})

test('an empty list says what it is for', () => {
  const { page } = draw(<Loadable waiting={false} empty={<Empty icon='say' title='您还没说过事' />}>灯不亮</Loadable>)
  expect(page.textContent).toBe('您还没说过事')
})

test('offline the list stays, with the time it is of', () => {
  const { page } = draw(<Loadable waiting={false} empty={false} offlineSince='18:20'>灯不亮</Loadable>)
  expect(byRole(page, 'status').textContent).toBe('没有网络，下面是 18:20 时的样子')
  expect(page.textContent).toContain('灯不亮')
})
