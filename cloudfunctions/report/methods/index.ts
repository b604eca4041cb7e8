import { report as promises } from '../../../contract/report'
import type { Methods } from '../../runtime/request'
import { log } from './log'

export { promises }
export const methods: Methods<'report'> = { log }
