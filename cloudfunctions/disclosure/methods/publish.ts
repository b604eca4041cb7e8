import type { Method } from '../../runtime/request'
import { mustStand } from '../rules/life'
import { lockDisclosure, setPublished } from '../store'
import { asDirector } from '../who'

/** @throws Refusal `WrongStep` for what is no draft, or was written on since it was read */
export const publish: Method<'disclosure', 'publish'> = async (request, { revision, ...named }) => {
  const by = asDirector(request, named.committeeId)
  mustStand(await lockDisclosure(request.tx, named), 'draft', revision)
  return setPublished(request.tx, named, by)
}
