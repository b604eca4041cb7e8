import { useEffect } from 'react'
import { useOnScreen } from '../../../api/onScreen'
import { isWriting, onScreen } from '../../../ui/onScreen'

/** `/` goes to the search box. Only in a browser, and never while one writes. */
export function useSearchKey(): void {
  const shown = useOnScreen()
  useEffect(() => {
    if (!shown || process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      const box = onScreen('.sd-list .search input')
      if (!box) return
      event.preventDefault()
      box.focus()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [shown])
}
