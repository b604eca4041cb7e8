/** Every promise about households: joining and wishes, the archive, the home itself, and the map and lists of many. */
import { archive } from '../archive'
import { home } from '../home'
import { household as joining } from '../household'
import { houses } from '../houseMap'

export const household = { ...joining, ...archive, ...home, ...houses }
