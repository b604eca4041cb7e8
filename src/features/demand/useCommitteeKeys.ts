import { useEffect } from 'react'
import { useLatest } from '../../ui/useLatest'
import { onScreen } from './onScreen'
import { focusStaffBox } from './StaffBox'

/** `/` search · ↑ ↓ choose (Enter opens) · R reply · Esc back. Only in a browser, and never while one writes. */
export function useCommitteeKeys(on: boolean, onBack: () => void): void {
  const back = useLatest(onBack)
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement
      const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)
      if (event.key === 'Escape' && !onScreen('.veil, .sheet')) {
        // A search box would empty itself and tell nobody.
        event.preventDefault()
        if (writing) toRow()
        else back.current()
        return
      }
      if (writing || event.ctrlKey || event.metaKey || event.altKey) return
      const act = keys[event.key]
      if (!act || (event.key.startsWith('Arrow') && at.closest('.table-row'))) return
      event.preventDefault()
      act()
    }
    // Taro's own boxes keep the event to themselves on its way up.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [on, back])
}

const keys: Record<string, () => void> = {
  '/': () => onScreen('.staff-search input')?.focus(),
  ArrowDown: toRow,
  ArrowUp: toRow,
  r: focusStaffBox,
  R: focusStaffBox,
}

/** The open row, else the first; from there the table's own keys go on. */
function toRow(): void {
  const row = onScreen('.staff-list .table-row.pick.on') ?? onScreen('.staff-list .table-row.pick, .staff-list .row.tappable')
  row?.focus()
}
