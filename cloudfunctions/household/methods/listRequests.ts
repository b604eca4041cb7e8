import type { Method } from '../../runtime/request'
import { listWaitingRequests } from '../store'

/** Row security leaves the requests of one's own blocks, and of committees served whole. */
export const listRequests: Method<'household', 'listRequests'> = async ({ tx, person }) => ({ items: await listWaitingRequests(tx, person.accountId) })
