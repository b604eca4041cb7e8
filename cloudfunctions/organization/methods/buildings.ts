import type { OpenMethod } from '../../runtime/request'
import { listBuildings } from '../store'

export const buildings: OpenMethod<'organization', 'buildings'> = async ({ tx }, { committeeId }) => ({ items: await listBuildings(tx, committeeId) })
