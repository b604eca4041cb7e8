/** To file a demand, for oneself or for somebody on the phone; who would have it and by when. */
import * as z from 'zod/mini'
import { command, query } from '../method'
import { Presence } from '../organization'
import { Id, Instant, line } from '../values'
import { Demand } from './demand'
import { RouteLink } from './route'
import { DemandKind, HeardBy, MessageText, PhoneNumber, Urgency, said } from './said'

/** Who would receive a demand filed now, and by when it would be answered. */
export const Foresight = z.object({
  owner: Presence,
  route: z.array(RouteLink),
  dueAt: Instant,
  contactDueAt: Instant,
  provisional: z.boolean(),
  /** Working days the kind is answered in. */
  workingDays: z.int(),
})
export type Foresight = z.infer<typeof Foresight>

export const filing = {
  foresee: query({
    route: 'GET /committees/{committeeId}/foresight',
    summary: 'Who would receive a demand filed now, why, and by when it would be answered.',
    input: z.object({ committeeId: Id, kind: DemandKind, urgency: Urgency, about: z.optional(z.enum(['community', 'app'])), householdId: z.optional(Id) }),
    output: Foresight,
    refusals: ['NobodyThere'],
  }),
  file: command({
    route: 'POST /demands',
    summary: 'File a demand. The same key files it once.',
    input: z.object({
      committeeId: Id,
      ...said,
      /** `app` is a complaint about the app itself. */
      about: z.optional(z.enum(['community', 'app'])),
      /** One of its look-alikes, to be worked on with. Where that has moved on meanwhile it is filed by itself, and its status says so. */
      joins: z.optional(Id),
      /** Of one with two homes in this committee’s area, the one it is about. */
      householdId: z.optional(Id),
    }),
    output: Demand,
    refusals: ['NobodyThere'],
    perMinute: 6,
    words: ['text', 'place', 'answers'],
  }),
  enter: command({
    route: 'POST /committees/{committeeId}/entries',
    summary: 'Write down what somebody says on the phone, at the counter or on a visit: a leader for their own block, one who serves whole for anybody. Whoever has an account sees it among their own.',
    input: z.object({
      committeeId: Id,
      channel: HeardBy,
      who: z.object({
        /** Null where no door is known. */
        householdId: z.nullable(Id),
        /** One of the household; null for somebody else. */
        residentId: z.nullable(Id),
        /** As they wish to be called. */
        name: line(1, 20),
        phone: z.nullable(PhoneNumber),
      }),
      ...said,
      /** Answered on the spot, in these words. */
      answerNow: z.optional(MessageText),
    }),
    output: Demand,
    refusals: ['NobodyThere', 'NoSuchHousehold'],
    perMinute: 20,
    words: ['who', 'text', 'place', 'answers', 'answerNow'],
  }),
}
