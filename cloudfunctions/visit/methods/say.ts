import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const say: Method<'visit', 'say'> = (request, { text, ...of }) => takeStep(request, of, 'say', () => ({ text, tell: 'visitSaid' }))
