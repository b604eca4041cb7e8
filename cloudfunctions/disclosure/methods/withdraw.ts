import type { Method } from '../../runtime/request'
import { mustStand } from '../rules/life'
import { keepFormer, lockDisclosure, setWithdrawn } from '../store'
import { asDirector } from '../who'

/** @throws Refusal `WrongStep` for what is not public */
export const withdraw: Method<'disclosure', 'withdraw'> = async (request, { reason, ...named }) => {
  const { tx } = request
  const by = asDirector(request, named.committeeId)
  mustStand(await lockDisclosure(tx, named), 'published')
  const [, withdrawn] = await Promise.all([keepFormer(tx, named, reason, by), setWithdrawn(tx, named, reason, by)])
  return withdrawn
}
