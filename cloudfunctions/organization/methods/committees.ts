import type { OpenMethod } from '../../runtime/request'
import { listCommittees, streetName } from '../store'

export const committees: OpenMethod<'organization', 'committees'> = async ({ tx }) => {
  const [street, items] = await Promise.all([streetName(tx), listCommittees(tx)])
  return { street, items }
}
