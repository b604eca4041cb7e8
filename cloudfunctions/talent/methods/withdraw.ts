import type { Method } from '../../runtime/request'
import { removeTalent } from '../store'

export const withdraw: Method<'talent', 'withdraw'> = async ({ tx, person }, { committeeId, talentId }) => {
  await removeTalent(tx, { committeeId, talentId, me: person.accountId })
  return { talentId }
}
