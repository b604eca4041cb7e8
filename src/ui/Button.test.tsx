import { expect, test, vi } from 'vitest'
import { Button } from './Button'
import { byRole, draw, press, tap } from './draw.testing'

test('a busy button says 正在送, is never disabled and sends nothing twice', () => {
  const send = vi.fn()
  const { page, again } = draw(<Button onTap={send}>交给王芳</Button>)
  tap(byRole(page, 'button', '交给王芳'))
  again(<Button onTap={send} busy>交给王芳</Button>)
  const button = byRole(page, 'button', '正在送')
  tap(button)
  expect(send).toHaveBeenCalledTimes(1)
  expect(button.getAttribute('aria-busy')).toBe('true')
  expect(button.hasAttribute('disabled')).toBe(false)
  expect(button.hasAttribute('aria-disabled')).toBe(false)
})

test('a button is reached and pressed by keyboard', () => {
  const send = vi.fn()
  const { page } = draw(<Button onTap={send}>说件事</Button>)
  const button = byRole(page, 'button')
  expect(button.tabIndex).toBe(0)
  press(button, 'Enter')
  press(button, ' ')
  press(button, 'a')
  expect(send).toHaveBeenCalledTimes(2)
})
