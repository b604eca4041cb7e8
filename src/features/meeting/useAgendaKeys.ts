import { useEffect } from 'react'
import { useOnScreen } from '../../api/onScreen'
import { useLatest } from '../../ui/useLatest'

/** ↑ ↓ go from item to item, Enter opens, Esc closes, Ctrl+Enter decides. Only in a browser. */
export function useAgendaKeys(keys: { onClose: () => void; onDecide: () => void }): void {
  // Pages further back stay in the document and must keep still.
  const on = useOnScreen()
  const now = useLatest(keys)
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      const writing = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) now.current.onDecide()
      else if (event.key === 'Escape') now.current.onClose()
      else if (!writing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) step(event.key === 'ArrowDown' ? 1 : -1)
      else return
      event.preventDefault()
    }
    // Taro's own boxes keep the event to themselves on its way up.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [on, now])
}

/** From the item that has the focus to the next one; from nowhere to the first. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.agenda .row.tappable')].filter((row) => row.getClientRects().length > 0)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus()
}
