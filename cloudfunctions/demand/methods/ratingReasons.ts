import type { Method } from '../../runtime/request'
import { listReasons } from '../ratings'

export const ratingReasons: Method<'demand', 'ratingReasons'> = async ({ tx }) => ({ items: await listReasons(tx) })
