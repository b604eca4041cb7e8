import type { Method } from '../../runtime/request'
import { heldNow, takeStep } from '../step'

export const hold: Method<'visit', 'hold'> = (request, of) => takeStep(request, of, 'hold', (row) => ({ ...heldNow(row, request.now), tell: 'visitHeld' }))
