/** The life of a demand written a second time, as tables a person can read; it shares no line with the rules it judges. */
import type { DemandStatus, DemandStep } from '../../../contract/demand/life'
import type { Instant } from '../../../contract/values'
import type { Name } from '../../fixtures/community'

export type Actor = Exclude<Name, 'visitor'>
export type Step = Exclude<DemandStep, 'file'>

/** `.` may not be taken · `=` stays · `>` back to work: 办理中, or 再办 once it was answered before · a word: that status. */
const moves = `
                subm  accp  askd  meet  outs  answ  reop  clos  with  decl  merg
  add           =     =     >     =     =     =     =     .     .     =     =
  accept        accp  .     .     .     .     .     .     .     .     .     .
  reply         accp  =     =     =     =     =     =     =     .     =     =
  ask           askd  askd  askd  askd  askd  .     askd  .     .     .     .
  resume        .     .     >     >     .     .     .     .     .     .     .
  answer        answ  answ  answ  answ  answ  .     answ  .     .     .     answ
  note          =     =     =     =     =     =     =     =     =     =     =
  handOver      =     =     =     =     .     .     =     .     .     .     .
  bounce        =     =     =     =     >     .     =     .     .     .     .
  takeOver      accp  =     =     =     =     .     =     .     .     .     .
  transfer      outs  outs  outs  outs  outs  .     outs  .     .     .     .
  askMoreTime   =     =     =     =     =     .     =     .     .     .     .
  grantMoreTime =     =     =     =     =     .     =     .     .     .     .
  refuseMoreTime =    =     =     =     =     .     =     .     .     .     .
  confirm       .     .     .     .     .     clos  .     clos  .     .     .
  notSolved     .     .     .     .     .     reop  .     reop  .     reop  .
  withdraw      with  with  with  with  with  .     with  .     .     .     with
  closeSilent   .     .     .     .     .     clos  .     .     .     .     .
  takeToMeeting meet  meet  meet  meet  meet  .     meet  .     .     .     .
  join          merg  merg  merg  merg  merg  .     merg  .     .     .     .
  separate      .     .     .     .     .     .     .     .     .     .     >
  move          =     =     =     >     >     .     =     .     .     .     .
`
/** What a meeting decides, likewise. */
const decisions = `
                subm  accp  askd  meet  outs  answ  reop  clos  with  decl  merg
  answer        answ  answ  answ  answ  answ  .     answ  .     .     .     answ
  fund          answ  answ  answ  answ  answ  .     answ  .     .     .     answ
  assign        >     >     >     >     >     .     >     .     .     .     .
  transfer      outs  outs  outs  outs  outs  .     outs  .     .     .     .
  decline       decl  decl  decl  decl  decl  .     decl  .     .     .     decl
  note          accp  =     =     >     =     =     =     =     .     =     =
`
const names: Record<string, DemandStatus> = {
  subm: 'submitted', accp: 'accepted', askd: 'asked', meet: 'atMeeting', outs: 'transferred', answ: 'answered', reop: 'reopened', clos: 'closed', with: 'withdrawn', decl: 'declined', merg: 'merged',
}

type Mark = '.' | '=' | '>' | DemandStatus
function read<Row extends string>(words: string): ReadonlyMap<Row, ReadonlyMap<DemandStatus, Mark>> {
  const [head = '', ...lines] = words.trim().split('\n')
  const statuses = head.trim().split(/\s+/).map((name) => names[name]!)
  return new Map(lines.map((line) => {
    const [step = '', ...marks] = line.trim().split(/\s+/)
    if (marks.length !== statuses.length) throw new Error(`${step}: ${marks.length} marks for ${statuses.length} statuses`)
    return [step as Row, new Map(statuses.map((status, index) => [status, (names[marks[index]!] ?? marks[index]) as Mark]))]
  }))
}
export const table = read<Step>(moves)
export type Outcome = 'answer' | 'fund' | 'assign' | 'transfer' | 'decline' | 'note'
export const decided = read<Outcome>(decisions)

/** What the model knows of one demand. */
export interface Told {
  committee: 'chunshen' | 'plum'
  filer: Actor
  /** Who leads the block it stands in. */
  leader: Actor | null
  owner: Actor
  first: Actor
  offered: Actor | null
  /** Had it offered and gave it back, or had it before it was joined: may still read it. */
  gaveBack: Set<Actor>
  /** Worked on, or answered, with this one. */
  lead: Told | null
  joined: Told[]
  /** Who had it before. */
  joinedFrom: Actor | null
  /** A meeting of its committee has decided about it. */
  resolved: boolean
  status: DemandStatus
  reopened: number
  /** Minutes of the working clock, as the slow count of the test has it. */
  due: { from: Instant; days: number; pauses: [Instant, Instant][] }
  askedAt: Instant | null
  answeredAt: Instant | null
  contacted: boolean
  moreTimeBy: Actor | null
  closedHow: 'confirmed' | 'silent' | null
  /** Steps as they stand in the thread, with who; inner ones are for those who serve. */
  thread: { step: DemandStep; by: Actor | 'meeting' | null }[]
}

/** zhou and zheng live in wang's block, zhang in li's; shen in zhu's, of the other committee. */
export const blockOf: Partial<Record<Actor, Actor>> = { zhou: 'wang', zheng: 'wang', lin: 'wang', zhang: 'li', shen: 'zhu' }
export const wide: Record<Told['committee'], Actor[]> = { chunshen: ['chen', 'tang'], plum: ['qin'] }
export const directors: Record<Told['committee'], Actor> = { chunshen: 'tang', plum: 'qin' }
export const innerSteps: readonly DemandStep[] = ['note', 'askMoreTime', 'refuseMoreTime']

export function sees(who: Actor, told: Told): boolean {
  return who === told.filer || who === told.owner || who === told.first || who === told.offered || told.gaveBack.has(who) || wide[told.committee].includes(who) || told.leader === who
}

/** It leads or stands alone, and has no answer yet. */
const opens = (told: Told) => told.status !== 'merged' && !['answered', 'closed', 'withdrawn', 'declined'].includes(told.status) && told.lead === null

/** Whether this person may take the step where the table allows it at all. */
export function mayTake(who: Actor, step: Step, told: Told): boolean {
  const office = wide[told.committee].includes(who)
  const hands = who === told.owner || office
  if (who === told.filer) {
    if (step === 'confirm' || step === 'notSolved') return told.status !== 'closed' || told.closedHow === 'silent'
    return step === 'add' || step === 'withdraw' || step === 'separate'
  }
  switch (step) {
    case 'accept': return who === told.owner
    case 'reply': return told.status === 'closed' || told.status === 'declined' || told.status === 'withdrawn' ? office : told.status !== 'merged' && (hands || (who === told.first && told.joined.length === 0))
    case 'answer': return told.status !== 'merged' && (hands || (who === told.first && told.joined.length === 0))
    case 'ask': case 'resume': case 'handOver': case 'transfer': return hands
    case 'takeToMeeting': return hands || who === told.first
    case 'join': return told.joined.length === 0 && hands
    case 'separate': return hands
    case 'move': return office
    case 'note': return true
    case 'bounce': return told.status === 'transferred' ? hands : who === told.offered
    case 'takeOver': return who !== told.owner
    case 'askMoreTime': return who === told.owner && told.moreTimeBy === null && told.due.days < 15
    case 'grantMoreTime': case 'refuseMoreTime': return who === directors[told.committee] && told.moreTimeBy !== null && told.moreTimeBy !== who
    default: return false
  }
}

/** What the server should answer; the order of its refusals is part of the promise. */
export function outcomeOf(who: Actor, step: Step, told: Told, to: Actor, other: Told | null): 'ok' | 'NotFound' | 'WrongStep' | 'NotAllowed' {
  if (!sees(who, told)) return 'NotFound'
  const mark = table.get(step)!.get(told.status)!
  if (mark === '.') return 'WrongStep'
  if (!mayTake(who, step, told)) return 'NotAllowed'
  if (step === 'join') {
    const lead = other?.status === 'merged' ? other.lead! : other
    // Whoever names nothing else names the demand itself.
    if (lead === null) return 'WrongStep'
    if (other!.committee !== told.committee || !sees(who, other!) || who === other!.filer) return 'NotFound'
    return opens(lead) ? 'ok' : 'WrongStep'
  }
  if (step === 'move' && told.resolved) return 'WrongStep'
  if (step === 'handOver' && (to === told.owner || to === told.filer)) return 'WrongStep'
  return 'ok'
}

/** What is said or done about a lead that reaches whoever is joined to it; of these, those with words. */
const reaching: readonly DemandStep[] = ['accept', 'reply', 'answer', 'takeOver', 'transfer', 'takeToMeeting', 'assign', 'decline', 'grantMoreTime']
const wordless: readonly DemandStep[] = ['accept', 'takeOver']
const rests = (status: DemandStatus) => status === 'closed' || status === 'withdrawn' || status === 'declined'
const backToWork = (told: Told): DemandStatus => (told.reopened > 0 ? 'reopened' : 'accepted')

/** To where the mark leads, with what goes with it whatever step led there. */
function arrive(told: Told, mark: Mark, now: Instant): void {
  const before = told.status
  told.status = mark === '=' ? before : mark === '>' ? backToWork(told) : (mark as DemandStatus)
  if (told.status === 'answered' || rests(told.status)) {
    told.offered = null
    told.moreTimeBy = null
  }
  if (before === 'asked' && told.status !== 'asked') {
    if (!rests(told.status) && told.status !== 'answered') told.due.pauses.push([told.askedAt!, now])
    told.askedAt = null
  }
  if (told.status === 'asked' && before !== 'asked') told.askedAt = now
}

/** Each that is joined reads it in its own thread; an answer and a no are for all, and whoever has the lead has them. */
function passOn(told: Told, before: DemandStatus, step: DemandStep, by: Actor | 'meeting', now: Instant): void {
  for (const one of told.joined.filter(({ status }) => !rests(status))) {
    one.owner = told.owner
    if (one.status !== 'merged') continue
    if (!reaching.includes(step) && !(step === 'bounce' && before === 'transferred')) continue
    one.thread.push({ step, by })
    if (!wordless.includes(step)) one.contacted = true
    if (by === 'meeting') one.resolved = true
    if (told.status === 'answered' || told.status === 'declined') one.status = told.status
    if (told.status === 'answered') one.answeredAt = now
  }
}

/** Goes alone from now on. */
function part(told: Told): void {
  if (told.lead) told.lead.joined = told.lead.joined.filter((one) => one !== told)
  told.lead = null
  told.joinedFrom = null
}

/** What is joined goes on without its lead, in its place and with its clock; what rests is let go. */
function succeed(told: Told, now: Instant, asked: Instant | null): void {
  for (const one of told.joined) {
    if (one.status === 'merged') {
      one.status = backToWork(one)
      one.due = { ...told.due, pauses: asked === null || told.due.pauses.at(-1)?.[0] === asked ? [...told.due.pauses] : [...told.due.pauses, [asked, now]] }
      one.thread.push({ step: 'separate', by: null })
    }
    part(one)
  }
}

export const isInner = (step: DemandStep) => innerSteps.includes(step)

/** Does it to the model. `other`: what it is to be joined to; `dueOf`: the slow count. */
export function apply(who: Actor, step: Step, told: Told, to: Actor, now: Instant, other: Told | null, dueOf: (due: Told['due']) => Instant): void {
  const before = told.status
  const asked = told.askedAt
  if (step === 'join') told.askedAt = null
  if (step === 'join' && asked !== null) told.due.pauses.push([asked, now])
  arrive(told, step === 'join' ? 'merged' : table.get(step)!.get(before)!, now)
  told.thread.push({ step, by: who })
  if (['reply', 'ask', 'answer', 'transfer', 'takeToMeeting'].includes(step)) told.contacted = true
  if (step === 'answer') told.answeredAt = now
  if (step === 'transfer') told.offered = null
  if (step === 'handOver') told.offered = to
  if (step === 'bounce' && told.offered === who) {
    told.offered = null
    told.gaveBack.add(who)
  }
  if (step === 'takeOver') {
    told.owner = who
    told.offered = null
  }
  if (step === 'askMoreTime') told.moreTimeBy = who
  if (step === 'grantMoreTime') told.due.days = 15
  if (step === 'grantMoreTime' || step === 'refuseMoreTime') told.moreTimeBy = null
  if (step === 'confirm') told.closedHow = 'confirmed'
  if (step === 'notSolved') {
    // Twice at most, then the director is asked as well.
    if (told.reopened >= 2 && told.owner !== directors[told.committee] && told.filer !== directors[told.committee]) {
      told.offered = directors[told.committee]
      told.thread.push({ step: 'handOver', by: null })
    }
    told.reopened += 1
    told.closedHow = null
    told.due = { from: now, days: 3, pauses: [] }
    if (told.lead) part(told)
    for (const one of told.joined.filter(({ status }) => status !== 'merged')) part(one)
  }
  if (step === 'join') {
    const lead = other!.status === 'merged' ? other!.lead! : other!
    told.lead = lead
    told.joinedFrom = told.owner
    if (told.owner !== lead.owner) told.gaveBack.add(told.owner)
    told.owner = lead.owner
    told.offered = null
    told.moreTimeBy = null
    lead.joined.push(told)
    // Joining hides no deadline.
    if (dueOf(told.due) < dueOf(lead.due)) {
      lead.due = { ...told.due, pauses: [...told.due.pauses] }
      lead.thread.push({ step: 'due', by: null })
    }
  }
  if (step === 'separate') {
    if (told.joinedFrom !== told.owner) {
      told.offered = told.joinedFrom
      told.thread.push({ step: 'handOver', by: null })
    }
    part(told)
  }
  if (step === 'withdraw' && told.lead) part(told)
  if (step === 'withdraw' || step === 'move') succeed(told, now, asked)
  if (step === 'move') {
    told.thread = told.thread.filter((entry) => !isInner(entry.step))
    told.committee = told.committee === 'plum' ? 'chunshen' : 'plum'
    told.leader = (told.filer === 'shen') === (told.committee === 'plum') ? (blockOf[told.filer] ?? null) : null
    told.offered = null
    told.moreTimeBy = null
    told.gaveBack = new Set()
    return
  }
  passOn(told, before, step, who, now)
}

/** A meeting of its committee decides about it, and gives it to `to` where it is an assignment: they were there. */
export function decide(outcome: Outcome, told: Told, to: Actor, now: Instant): void {
  const before = told.status
  const step: DemandStep = outcome === 'fund' ? 'answer' : outcome === 'note' ? (before === 'atMeeting' ? 'resume' : 'reply') : outcome
  arrive(told, decided.get(outcome)!.get(before)!, now)
  told.thread.push({ step, by: 'meeting' })
  told.contacted = true
  told.resolved = true
  if (step === 'answer') told.answeredAt = now
  if (outcome === 'transfer' || outcome === 'assign') told.offered = null
  if (outcome === 'assign') told.owner = to
  passOn(told, before, step, 'meeting', now)
}
