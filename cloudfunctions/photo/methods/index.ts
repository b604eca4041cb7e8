import { photo as promises } from '../../../contract/photo'
import type { Methods } from '../../runtime/request'
import { attach } from './attach'
import { begin } from './begin'
import { decide } from './decide'
import { links } from './links'
import { listOfDemand } from './listOfDemand'
import { listWaiting } from './listWaiting'
import { put } from './put'
import { status } from './status'

export { promises }
export const methods: Methods<'photo'> = { attach, begin, decide, links, listOfDemand, listWaiting, put, status }
