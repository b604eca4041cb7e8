import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const confirm: Method<'visit', 'confirm'> = (request, of) => takeStep(request, of, 'confirm', () => ({ tell: 'visitConfirmed' }))
