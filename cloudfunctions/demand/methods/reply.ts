import type { Method } from '../../runtime/request'
import { followsOf } from '../rules/spoken'
import { takeStep } from '../step'

export const reply: Method<'demand', 'reply'> = (request, input) => takeStep(request, input, 'reply', (row) => ({ text: input.text, ...followsOf('reply', row, request.now) }))
