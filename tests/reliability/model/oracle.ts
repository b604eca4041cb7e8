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
`
const names: Record<string, DemandStatus> = {
  subm: 'submitted', accp: 'accepted', askd: 'asked', meet: 'atMeeting', outs: 'transferred', answ: 'answered', reop: 'reopened', clos: 'closed', with: 'withdrawn', decl: 'declined', merg: 'merged',
}

type Mark = '.' | '=' | '>' | DemandStatus
export const table: ReadonlyMap<Step, ReadonlyMap<DemandStatus, Mark>> = (() => {
  const [head = '', ...lines] = moves.trim().split('\n')
  const statuses = head.trim().split(/\s+/).map((name) => names[name]!)
  return new Map(lines.map((line) => {
    const [step = '', ...marks] = line.trim().split(/\s+/)
    if (marks.length !== statuses.length) throw new Error(`${step}: ${marks.length} marks for ${statuses.length} statuses`)
    return [step as Step, new Map(statuses.map((status, index) => [status, (names[marks[index]!] ?? marks[index]) as Mark]))]
  }))
})()

/** What the model knows of one demand. */
export interface Told {
  committee: 'chunshen' | 'plum'
  filer: Actor
  owner: Actor
  first: Actor
  offered: Actor | null
  /** Had it offered and gave it back: may still read it. */
  gaveBack: Set<Actor>
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
  thread: { step: DemandStep; by: Actor | null }[]
}

/** zhou and zheng live in wang's block, zhang in li's; shen in zhu's, of the other committee. */
const blockOf: Partial<Record<Actor, Actor>> = { zhou: 'wang', zheng: 'wang', lin: 'wang', zhang: 'li', shen: 'zhu' }
const wide: Record<Told['committee'], Actor[]> = { chunshen: ['chen', 'tang'], plum: ['qin'] }
const directors: Record<Told['committee'], Actor> = { chunshen: 'tang', plum: 'qin' }
export const innerSteps: readonly DemandStep[] = ['note', 'askMoreTime', 'refuseMoreTime']

export function sees(who: Actor, told: Told): boolean {
  return who === told.filer || who === told.owner || who === told.first || who === told.offered || told.gaveBack.has(who) || wide[told.committee].includes(who) || blockOf[told.filer] === who
}

/** Whether this person may take the step where the table allows it at all. */
export function mayTake(who: Actor, step: Step, told: Told): boolean {
  const office = wide[told.committee].includes(who)
  const hands = who === told.owner || office
  if (who === told.filer) {
    if (step === 'confirm' || step === 'notSolved') return told.status !== 'closed' || told.closedHow === 'silent'
    return step === 'add' || step === 'withdraw'
  }
  switch (step) {
    case 'accept': return who === told.owner
    case 'reply': return told.status === 'closed' || told.status === 'declined' || told.status === 'withdrawn' ? office : told.status !== 'merged' && (hands || who === told.first)
    case 'answer': return told.status !== 'merged' && (hands || who === told.first)
    case 'ask': case 'resume': case 'handOver': case 'transfer': return hands
    case 'note': return true
    case 'bounce': return told.status === 'transferred' ? hands : who === told.offered
    case 'takeOver': return who !== told.owner
    case 'askMoreTime': return who === told.owner && told.moreTimeBy === null && told.due.days < 15
    case 'grantMoreTime': case 'refuseMoreTime': return who === directors[told.committee] && told.moreTimeBy !== null && told.moreTimeBy !== who
    default: return false
  }
}

/** What the server should answer; the order of its refusals is part of the promise. */
export function outcomeOf(who: Actor, step: Step, told: Told, to: Actor): 'ok' | 'NotFound' | 'WrongStep' | 'NotAllowed' {
  if (!sees(who, told)) return 'NotFound'
  const mark = table.get(step)!.get(told.status)!
  if (mark === '.') return 'WrongStep'
  if (!mayTake(who, step, told)) return 'NotAllowed'
  if (step === 'handOver' && (to === told.owner || to === told.filer)) return 'WrongStep'
  return 'ok'
}

/** Does it to the model. */
export function apply(who: Actor, step: Step, told: Told, to: Actor, now: Instant): void {
  const mark = table.get(step)!.get(told.status)!
  const before = told.status
  told.status = mark === '=' ? before : mark === '>' ? (told.reopened > 0 ? 'reopened' : 'accepted') : (mark as DemandStatus)
  told.thread.push({ step, by: who })
  const rests = told.status === 'closed' || told.status === 'withdrawn'
  if (told.status === 'answered' || rests) {
    told.offered = null
    told.moreTimeBy = null
  }
  if (before === 'asked' && told.status !== 'asked') {
    if (!rests && told.status !== 'answered') told.due.pauses.push([told.askedAt!, now])
    told.askedAt = null
  }
  if (told.status === 'asked' && before !== 'asked') told.askedAt = now
  if (['reply', 'ask', 'answer', 'transfer'].includes(step)) told.contacted = true
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
  }
}
