import { useCallback, useState } from 'react'
import type { InboxFilter } from '../../../contract/demand/lists'
import { useReadPages } from '../../api/read'
import { useSettled } from '../../ui/useSettled'

export type InboxSide = 'mine' | 'resident' | 'rest'
export type InboxNarrow = Exclude<InboxFilter, 'resident' | 'rest'>

/** Whose turn, which of those, what words; and which rows are picked to be done together. */
export function useInbox() {
  const [side, setSide] = useState<InboxSide>('mine')
  const [narrow, setNarrow] = useState<InboxNarrow>('mine')
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const search = useSettled(typed.trim())
  const filter: InboxFilter = side === 'mine' ? narrow : side
  const pages = useReadPages(['demand', 'listInbox'], search === '' ? { filter } : { filter, search })
  // The box is drawn anew, and sent whole, when this is another function.
  const type = useCallback((text: string) => {
    setPicked(null)
    setTyped(text)
  }, [])
  return {
    side, narrow, typed, search, filter, pages,
    setSide: (value: InboxSide) => {
      setPicked(null)
      setSide(value)
    },
    setNarrow: (value: InboxNarrow) => {
      setPicked(null)
      setNarrow(value)
    },
    setTyped: type,
    picking: picked !== null,
    picked: picked ?? new Set<string>(),
    startPicking: () => setPicked(new Set()),
    stopPicking: () => setPicked(null),
    pick: (id: string) => setPicked((known) => toggled(known ?? new Set(), id)),
    pickAll: () => setPicked(new Set(pages.items.map(({ id }) => id))),
  }
}

export type Inbox = ReturnType<typeof useInbox>

function toggled(known: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(known)
  if (!next.delete(id)) next.add(id)
  return next
}
