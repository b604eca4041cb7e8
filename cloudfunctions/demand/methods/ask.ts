import type { Method } from '../../runtime/request'
import { followsOf } from '../rules/spoken'
import { takeStep } from '../step'

/** The clock stands until the resident says more: only a question stops it, and only from when it was asked. */
export const ask: Method<'demand', 'ask'> = (request, input) => takeStep(request, input, 'ask', (row) => ({ text: input.text, ...followsOf('ask', row, request.now) }))
