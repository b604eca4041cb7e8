import type { Method } from '../../runtime/request'
import { listOwnTalents } from '../store'

export const mine: Method<'talent', 'mine'> = async ({ tx, person }) => ({ items: await listOwnTalents(tx, person.accountId) })
