import { useRead } from '../../api/read'
import { WishCard } from './WishCard'

/** The wish of the reader's first household; nothing until it is known. */
export function MyWish() {
  const { data } = useRead(['household', 'mine'], {})
  const first = data?.items[0]
  return first ? <WishCard wish={first.wish} /> : null
}
