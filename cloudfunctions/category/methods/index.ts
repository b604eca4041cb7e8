import { category as promises } from '../../../contract/category'
import type { Methods } from '../../runtime/request'
import { list } from './list'

export { promises }
export const methods: Methods<'category'> = { list }
