import { useEffect } from 'react'
import { useOnScreen } from '../../api/onScreen'
import { useLatest } from '../../ui/useLatest'
import { isWriting, onScreen } from '../../ui/onScreen'

/** `/` search · ↑ ↓ choose · Enter opens · Esc back. Only in a browser, and never while one writes. */
export function useCommitteeKeys(wide: boolean, onBack: () => void): void {
  // Pages further back stay in the document and must keep still.
  const shown = useOnScreen()
  const on = wide && shown
  const back = useLatest(onBack)
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement
      const writing = isWriting(at)
      if (event.key === 'Escape' && !onScreen('.veil, .sheet')) {
        // A search box would empty itself and tell nobody.
        event.preventDefault()
        if (writing) {
          at.blur()
          toRow()
        } else back.current()
        return
      }
      if (writing || event.ctrlKey || event.metaKey || event.altKey) return
      const act = keys[event.key]
      if (!act || (event.key.startsWith('Arrow') && at.closest('.table-row')) || (event.key === 'Enter' && at !== document.body)) return
      event.preventDefault()
      act(at)
    }
    // Taro's own boxes keep the event to themselves on its way up.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [on, back])
}

const keys: Record<string, (at: HTMLElement) => void> = {
  // A row that fresh news carried into another group has left the keyboard on nothing.
  Enter: () => toRow()?.click(),
  '/': () => onScreen('.search input')?.focus(),
  ArrowDown: (at) => toRow(at, 1),
  ArrowUp: (at) => toRow(at, -1),
}

const rows = '.staff-list .table-row.pick, .staff-list .row.tappable'

/** The next or last one from a row; from elsewhere the open one, else the first. A table's own keys go from row to row. */
function toRow(at?: HTMLElement, by = 0): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(rows)].filter((row) => row.offsetParent !== null)
  const here = at ? all.indexOf(at) : -1
  const row = here >= 0 ? all[here + by] : (all.find((one) => one.classList.contains('on')) ?? all[0])
  row?.focus()
  return row
}
