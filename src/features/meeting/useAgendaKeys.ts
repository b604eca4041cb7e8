import { useEffect } from 'react'
import { useOnScreen } from '../../api/onScreen'
import { useLatest } from '../../ui/useLatest'

/** Only in a browser, and not on a page further back, which stays in the document. @param onKey true when the key was meant */
function useKeys(onKey: (event: KeyboardEvent) => boolean): void {
  const on = useOnScreen()
  const now = useLatest(onKey)
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return
    const listen = (event: KeyboardEvent) => {
      if (!now.current(event)) return
      event.preventDefault()
      // The row that has the focus would take Enter for itself and close.
      event.stopPropagation()
    }
    // Taro's own boxes keep the event to themselves on its way up.
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [on, now])
}

/** Ctrl+Enter decides, from any box of the form. */
export function useDecideKey(onDecide: () => void): void {
  useKeys((event) => {
    const meant = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (meant) onDecide()
    return meant
  })
}

/** ↑ ↓ go from item to item, Enter opens, Esc closes. */
export function useAgendaKeys(onClose: () => void): void {
  useKeys((event) => {
    if (event.key === 'Escape') {
      onClose()
      return true
    }
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)
    if (writing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false
    step(event.key === 'ArrowDown' ? 1 : -1)
    return true
  })
}

/** From the item that has the focus to the next one; from nowhere to the first. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.agenda .row.tappable')].filter((row) => row.getClientRects().length > 0)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus()
}
