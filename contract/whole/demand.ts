/** Every promise about demands. */
import { filing } from '../demand/filing'
import { handling } from '../demand/handling'
import { lists } from '../demand/lists'
import { moving } from '../demand/moving'
import { overview } from '../demand/overview'
import { together } from '../demand/together'
import { verdict } from '../demand/verdict'

export const demand = { ...filing, ...lists, ...handling, ...verdict, ...together, ...moving, ...overview }
