import type { Method } from '../../runtime/request'
import { viewVisit } from '../view'

export const get: Method<'visit', 'get'> = ({ tx, person, surroundings }, of) => viewVisit(tx, person, { ...of, firstWall: surroundings.firstWall })
