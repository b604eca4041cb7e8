import { account as promises } from '../../../contract/account'
import type { Methods } from '../../runtime/request'
import { about } from './about'
import { home } from './home'
import { me } from './me'

export { promises }
export const methods: Methods<'account'> = { about, home, me }
