import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** Tells nobody: the resident must not learn of it, not even that it is there. */
export const note: Method<'demand', 'note'> = (request, input) => takeStep(request, input, 'note', () => ({ text: input.text }))
