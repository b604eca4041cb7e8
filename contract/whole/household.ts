/** Every promise about households: joining and wishes, the archive, the home itself, the map and lists of many, and what tables bring in. */
import { archive } from '../archive'
import { home } from '../home'
import { household as joining } from '../household'
import { houses } from '../houseMap'
import { imports } from '../import'

export const household = { ...joining, ...archive, ...home, ...houses, ...imports }
