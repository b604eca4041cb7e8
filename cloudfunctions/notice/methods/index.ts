import { notice as promises } from '../../../contract/notice'
import type { Methods } from '../../runtime/request'
import { asking } from './asking'
import { called } from './called'
import { grant } from './grant'
import { list } from './list'
import { markRead } from './markRead'
import { phoneList } from './phoneList'

export { promises }
export const methods: Methods<'notice'> = { asking, called, grant, list, markRead, phoneList }
