import type { Method } from '../../runtime/request'
import { followsOf } from '../rules/spoken'
import { takeStep } from '../step'

export const answer: Method<'demand', 'answer'> = (request, input) => takeStep(request, input, 'answer', (row) => ({ text: input.text, ...followsOf('answer', row, request.now) }))
