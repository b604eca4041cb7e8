import { useEffect } from 'react'
import { useOnScreen } from '../../api/onScreen'
import { useLatest } from '../../ui/useLatest'
import { useWideWindow } from '../../ui/wideWindow'
import { isWriting, onScreen } from '../../ui/onScreen'

/** Letters that do something about the open demand. Only in a wide browser, never while one writes or a sheet is open. */
export function useComposerKeys(keys: Record<string, (() => void) | null>): void {
  // Pages further back stay in the document and must keep still.
  const on = useOnScreen()
  const wide = useWideWindow() && on
  const now = useLatest(keys)
  useEffect(() => {
    if (!wide || process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      // A box the browser fills by itself sends a key without a name.
      const act = event.key ? now.current[event.key.toLowerCase()] : null
      if (!act || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || onScreen('.sheet')) return
      event.preventDefault()
      act()
    }
    // Taro's own boxes keep the event to themselves on its way up.
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [wide, now])
}
