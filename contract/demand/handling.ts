/** What those who serve do with a demand until it is answered. */
import * as z from 'zod/mini'
import { command } from '../method'
import { Id, line } from '../values'
import { Demand, ofDemand } from './demand'
import { Outside } from './route'
import { MessageText } from './said'

export const handling = {
  accept: command({ route: 'POST /demands/{demandId}/acceptance', summary: 'The owner takes it up.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  reply: command({ route: 'POST /demands/{demandId}/replies', summary: 'A word to the resident while it is being worked on; also takes it up.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  answer: command({ route: 'POST /demands/{demandId}/answers', summary: 'The answer; the resident is asked whether it is solved.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  ask: command({ route: 'POST /demands/{demandId}/questions', summary: 'A question to the resident; the clock stands until they answer.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  resume: command({ route: 'POST /demands/{demandId}/resumption', summary: 'Go on without waiting for the resident, or without the meeting.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
  transfer: command({
    route: 'POST /demands/{demandId}/transfer',
    summary: 'An outside party has it now; the owner stays answerable and the deadline stays.',
    input: z.object({ ...ofDemand, to: Outside, reason: line(0, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['to', 'reason'],
  }),
  bounce: command({
    route: 'POST /demands/{demandId}/return',
    summary: 'Give back what was offered, or record that the outside party sent it back; with the reason.',
    input: z.object({ ...ofDemand, reason: line(1, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  takeToMeeting: command({
    route: 'POST /demands/{demandId}/meeting',
    summary: 'Take it to the weekly meeting, and why; the resident reads the day. The deadline stays.',
    input: z.object({ ...ofDemand, reason: line(2, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  askMoreTime: command({
    route: 'POST /demands/{demandId}/more-time',
    summary: 'Ask director or secretary for the 15 working days of complex matters.',
    input: z.object({ ...ofDemand, reason: line(2, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  grantMoreTime: command({
    route: 'POST /demands/{demandId}/more-time/grant',
    summary: 'Grant it; the resident is told the new day and this reason.',
    input: z.object({ ...ofDemand, reason: line(2, 200) }),
    output: Demand,
    refusals: ['WrongStep'],
    words: ['reason'],
  }),
  refuseMoreTime: command({ route: 'POST /demands/{demandId}/more-time/refusal', summary: 'Refuse it; the deadline stays.', input: z.object({ ...ofDemand, reason: line(0, 200) }), output: Demand, refusals: ['WrongStep'], words: ['reason'] }),
  note: command({ route: 'POST /demands/{demandId}/notes', summary: 'An internal note the resident never sees.', input: z.object({ ...ofDemand, text: MessageText }), output: Demand, refusals: ['WrongStep'], words: ['text'] }),
  handOver: command({
    route: 'POST /demands/{demandId}/hand-over',
    summary: 'Offer it to another; the owner stays answerable until it is taken. Naming a block also places it there.',
    input: z.object({ ...ofDemand, to: z.union([z.object({ blockId: Id }), z.object({ accountId: Id })]), reason: line(0, 200) }),
    output: Demand,
    refusals: ['WrongStep', 'NobodyThere'],
    words: ['reason'],
  }),
  takeOver: command({ route: 'POST /demands/{demandId}/take-over', summary: 'Take what was offered, or what lies in one’s block or committee.', input: z.object(ofDemand), output: Demand, refusals: ['WrongStep'] }),
}
