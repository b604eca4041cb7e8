import { meeting as promises } from '../../../contract/meeting'
import type { Methods } from '../../runtime/request'
import { close } from './close'
import { get } from './get'
import { list } from './list'
import { minutes } from './minutes'
import { next } from './next'
import { open } from './open'
import { resolve } from './resolve'
import { setPresent } from './setPresent'
import { setTime } from './setTime'
import { settle } from './settle'

export { promises }
export const methods: Methods<'meeting'> = { close, get, list, minutes, next, open, resolve, setPresent, setTime, settle }
