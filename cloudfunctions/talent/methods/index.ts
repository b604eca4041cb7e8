import { talent as promises } from '../../../contract/talent'
import type { Methods } from '../../runtime/request'
import { list } from './list'
import { mine } from './mine'
import { withdraw } from './withdraw'

export { promises }
export const methods: Methods<'talent'> = { list, mine, withdraw }
