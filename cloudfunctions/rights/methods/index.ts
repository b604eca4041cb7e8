import { rights as promises } from '../../../contract/rights'
import type { Methods } from '../../runtime/request'
import { ask } from './ask'
import { consent } from './consent'
import { copy } from './copy'
import { decide } from './decide'
import { list } from './list'
import { mine } from './mine'
import { takeBack } from './takeBack'

export { promises }
export const methods: Methods<'rights'> = { ask, consent, copy, decide, list, mine, takeBack }
