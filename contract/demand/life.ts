/** The states of a demand and the steps that lead through them. */
import * as z from 'zod/mini'

/**
 * asked: a question to the resident is open and the clock stands · atMeeting: the weekly meeting will speak of it · transferred: an
 * outside party has it and the owner stays answerable · declined: by a resolution of a meeting · merged: worked on with another one.
 */
export const DemandStatus = z.enum(['submitted', 'accepted', 'asked', 'atMeeting', 'transferred', 'answered', 'reopened', 'closed', 'withdrawn', 'declined', 'merged'])
export type DemandStatus = z.infer<typeof DemandStatus>

/**
 * What can be done to a demand. add: the resident says more · accept: the owner takes it up · reply: a word while it is being
 * worked on · ask: a question that stops the clock · resume: go on without waiting · answer: the answer, for the resident to confirm ·
 * note: internal · handOver: offer it to another · bounce: give an offer back, or an outside party sent it back · takeOver: take what
 * was offered or belongs to one's block · transfer: to an outside party · takeToMeeting · assign, decline: by a meeting's resolution ·
 * join, separate: work on it with another one, or not any more · askMoreTime, grantMoreTime, refuseMoreTime: 15 working days for
 * complex matters · confirm, notSolved: the resident's verdict · rate · withdraw · snooze: put off in one's own inbox · move: to
 * another committee · release, reject: words that waited were let go, or kept back. By the system: standIn (leave or a change of leader) · escalate · closeSilent · due (the calendar changed).
 */
export const DemandStep = z.enum([
  'file', 'add', 'accept', 'reply', 'ask', 'resume', 'answer', 'note', 'handOver', 'bounce', 'takeOver', 'transfer', 'takeToMeeting', 'assign', 'decline',
  'join', 'separate', 'askMoreTime', 'grantMoreTime', 'refuseMoreTime', 'confirm', 'notSolved', 'rate', 'withdraw', 'snooze', 'move',
  'release', 'reject', 'standIn', 'escalate', 'closeSilent', 'due',
])
export type DemandStep = z.infer<typeof DemandStep>

/** no: in time · soon: the warning before the deadline · late: past it · none: nothing is due. */
export const Lateness = z.enum(['none', 'no', 'soon', 'late'])
export type Lateness = z.infer<typeof Lateness>
