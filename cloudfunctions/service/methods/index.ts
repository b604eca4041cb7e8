import { service as promises } from '../../../contract/service'
import type { Methods } from '../../runtime/request'
import { get } from './get'
import { list } from './list'

export { promises }
export const methods: Methods<'service'> = { get, list }
