import type { Method } from '../../runtime/request'
import { takeStep } from '../step'

export const resume: Method<'demand', 'resume'> = (request, input) => takeStep(request, input, 'resume', (row) => ({ tell: [{ toId: row.ownerId, about: 'demandReplied' }] }))
