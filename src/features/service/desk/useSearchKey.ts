import { useEffect } from 'react'
import { useOnScreen } from '../../../api/onScreen'

/** `/` goes to the search box. Only in a browser, and never while one writes. */
export function useSearchKey(): void {
  const shown = useOnScreen()
  useEffect(() => {
    if (!shown || process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))) return
      const box = [...document.querySelectorAll<HTMLElement>('.sd-list .search input')].find((one) => one.offsetParent !== null)
      if (!box) return
      event.preventDefault()
      box.focus()
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  }, [shown])
}
