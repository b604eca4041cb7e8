import { safety as promises } from '../../../contract/safety'
import type { Methods } from '../../runtime/request'
import { decide } from './decide'
import { decideVisit } from './decideVisit'
import { list } from './list'

export { promises }
export const methods: Methods<'safety'> = { decide, decideVisit, list }
