/** What the law gives each person about their own information (个人信息保护法 art. 13–16, 44–50): consents, and requests that run on a clock. */
import * as z from 'zod/mini'
import { Opening } from './archive'
import { Consent, ConsentLayer } from './consent'
import { Relation } from './household'
import { command, query } from './method'
import { RightKind, RightRequest } from './rightRequest'
import { RightsCopy } from './rightsCopy'
import { Day, Id, line } from './values'

export const Child = z.object({ label: z.string(), name: z.string(), relation: Relation, birthYear: z.int(), /** A guardian has said yes; until then only the relation and the year are kept. */ agreed: z.boolean() })
export type Child = z.infer<typeof Child>

export const rights = {
  mine: query({
    route: 'GET /rights/mine',
    summary: 'The reader’s consents, what they asked about their own information, newest first, at most 50, and who opened what of their homes, newest first, at most 20.',
    input: z.object({}),
    output: z.object({ consents: z.array(Consent), requests: z.array(RightRequest), /** Under fourteen, for whom the reader speaks, with what is kept of each. */ children: z.array(Child), openings: z.array(z.extend(Opening, { label: z.string() })), /** Where a new request would go; null when the reader belongs nowhere yet. */ committeeId: z.nullable(Id) }),
  }),
  copy: query({
    route: 'GET /rights/copy',
    summary: 'Everything kept about the reader. Ask for it first with `rights/ask`, so that it is on record.',
    input: z.object({}),
    output: RightsCopy,
    perMinute: 6,
  }),
  consent: command({
    route: 'POST /rights/consents',
    summary: 'Say yes or no to one layer, as its text of that day has it. Taking `messages` back empties what WeChat may still send.',
    input: z.object({ layer: ConsentLayer, version: Day, given: z.boolean() }),
    output: Consent,
    refusals: ['WrongStep'],
  }),
  ask: command({
    route: 'POST /rights/requests',
    summary: 'Ask for a copy (given at once), a correction, deletion, a pause, an explanation, or complain; answered within 15 working days.',
    input: z.object({ committeeId: Id, kind: RightKind, words: line(0, 500) }),
    output: RightRequest,
    refusals: ['AlreadyAsked', 'NobodyThere'],
    perMinute: 6,
    words: ['words'],
  }),
  takeBack: command({
    route: 'POST /rights/requests/{requestId}/withdrawal',
    summary: 'Take an open request back.',
    input: z.object({ committeeId: Id, requestId: Id }),
    output: RightRequest,
    refusals: ['WrongStep'],
  }),
  list: query({
    route: 'GET /committees/{committeeId}/rights',
    summary: 'What people asked about their information, for director and secretary: open ones first, the one due first at the top, then what was answered within a year, at most 100.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(RightRequest), open: z.int() }),
  }),
  decide: command({
    route: 'POST /committees/{committeeId}/rights/{requestId}/decision',
    summary: 'Answer a request. Deleting closes the account at once: identities, sessions, places in households and what their archives hold of the person go; what was said stays with its answer, without a name, until its time is over.',
    input: z.object({ committeeId: Id, requestId: Id, done: z.boolean(), reply: line(2, 500) }),
    output: RightRequest,
    refusals: ['WrongStep', 'StillOpen'],
    words: ['reply'],
  }),
}
