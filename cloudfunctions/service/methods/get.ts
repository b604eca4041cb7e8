import type { OpenMethod } from '../../runtime/request'
import { getService } from '../store'

export const get: OpenMethod<'service', 'get'> = ({ tx }, { committeeId, slug }) => getService(tx, committeeId, slug)
