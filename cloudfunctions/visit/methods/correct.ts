import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

/** The summary is written anew by its host; what it had become a demand of stays one. */
export const correct: Method<'visit', 'correct'> = (request, { text, ...of }) => takeStep(request, of, 'correct', () => ({ text, tell: 'visitCorrected' }))
