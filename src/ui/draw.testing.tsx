import { act, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** Draws into a fresh page and gives its element; `again` draws something else in the same place. */
export function draw(element: ReactElement): { page: HTMLElement; again: (next: ReactElement) => void } {
  const page = document.createElement('div')
  document.body.replaceChildren(page)
  const root = createRoot(page)
  act(() => root.render(element))
  return { page, again: (next) => act(() => root.render(next)) }
}

export function byRole(page: HTMLElement, role: string, name?: string): HTMLElement {
  const found = [...page.querySelectorAll<HTMLElement>(`[role="${role}"]`)].find((one) => !name || (one.getAttribute('aria-label') ?? one.textContent) === name)
  if (!found) throw new Error(`no ${role} ${name ?? ''} in: ${page.textContent}`)
  return found
}

export function tap(element: HTMLElement): void {
  act(() => element.click())
}

export function press(element: HTMLElement, key: string): void {
  act(() => { element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })) })
}
