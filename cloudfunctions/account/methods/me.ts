import type { Method } from '../../runtime/request'
import { viewMe } from '../view'

export const me: Method<'account', 'me'> = ({ tx, person, now }) => viewMe(tx, person, now)
