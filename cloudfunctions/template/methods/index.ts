import { template as promises } from '../../../contract/template'
import type { Methods } from '../../runtime/request'
import { list } from './list'
import { remove } from './remove'
import { save } from './save'

export { promises }
export const methods: Methods<'template'> = { list, remove, save }
