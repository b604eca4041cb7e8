import type { Method } from '../../runtime/request'
import { viewDemand } from '../view'

export const get: Method<'demand', 'get'> = ({ tx, person, now, surroundings }, input) => viewDemand(tx, person, { ...input, now, firstWall: surroundings.firstWall, seals: surroundings.seals })
