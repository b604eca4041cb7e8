/** Whose households somebody is shown by building and in lists. Pure. */
import type { Id } from '../../../contract/values'
import { servesWhole, type Person } from '../../account/rules/person'

/** The blocks somebody leads in a committee they do not serve whole; null where it is not a matter of blocks. */
export function scopeIn(person: Person, committeeId: Id): Id[] | null {
  if (servesWhole(person, committeeId)) return null
  const blocks = person.posts.flatMap((post) => (post.committeeId === committeeId && post.blockId !== null ? [post.blockId] : []))
  return blocks.length > 0 ? blocks : null
}
