import type { OpenMethod } from '../../runtime/request'
import { listServices } from '../store'

export const list: OpenMethod<'service', 'list'> = async ({ tx }, { committeeId }) => ({ items: await listServices(tx, committeeId) })
