/** One step on a demand, from the lock to the telling. Every method that moves a demand goes through here. */
import type { Demand } from '../../contract/demand'
import type { NoticeAbout } from '../../contract/notice'
import { Refusal } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import { queueNotices } from '../notice/store'
import { newId, visibleTo, type PersonRequest } from '../runtime/request'
import { maySee, stepsFor } from './rules/access'
import { statusAfter, type LaterStep } from './rules/lifecycle'
import { firstLetters } from './rules/title'
import { changeDemand, insertEntry, lockDemand, type DemandChange, type LockedDemand } from './store'
import { viewDemand } from './view'

export interface StepPlan {
  /** Words for the thread. */
  text?: string
  /** Who is meant by a hand-over. */
  toId?: Id
  /** What changes besides the status and the last word. */
  change?: DemandChange
  /** Who is told what. The one who acts is never told. */
  tell?: readonly { toId: Id; about: NoticeAbout }[]
  /** A further line the system adds. */
  also?: { step: LaterStep; toId: Id }
}

interface StepInput {
  committeeId: Id
  demandId: Id
}

/**
 * lock → decide → write → tell, then the demand as the actor sees it now. Two round trips, `prepare` not counted.
 * @param plan decides, from the locked row, what else is written
 * @param prepare reads what the plan needs, in the round trip of the lock
 * @throws Refusal `NotFound` for one who may not see it, `WrongStep` when it has moved on, `NotAllowed` when the step is another's
 */
export async function takeStep<P>(
  request: PersonRequest,
  { committeeId, demandId }: StepInput,
  step: LaterStep,
  plan: (row: LockedDemand, prepared: P) => StepPlan,
  prepare: (request: PersonRequest) => Promise<P> = async () => undefined as P,
): Promise<Demand> {
  const { tx, person, now, surroundings } = request
  const [row, prepared] = await Promise.all([lockDemand(tx, committeeId, demandId), prepare(request)])
  visibleTo(request, maySee(person, row))
  const status = statusAfter(row.status, step)
  if (surroundings.firstWall && !stepsFor(person, row).includes(step)) throw new Refusal('NotAllowed')

  const { text, toId, change, tell = [], also } = plan(row, prepared)
  const me = person.accountId
  const lastWord: DemandChange = step === 'note' ? {} : { last_at: now, last_by: me, ...(text === undefined || step === 'handOver' ? {} : { last_line: firstLetters(text, 60) }) }
  const moved: DemandChange = { ...(status === row.status ? {} : { status }), ...lastWord, ...change }
  const line = { committeeId, demandId, at: now, from: row.status, to: status }
  const fromName = me === row.filedBy ? row.filerName : person.name
  const told = tell.filter((one, index) => one.toId !== me && tell.findIndex((other) => other.toId === one.toId) === index)

  const [, , , , demand] = await Promise.all([
    Object.keys(moved).length > 0 ? changeDemand(tx, committeeId, demandId, moved) : undefined,
    insertEntry(tx, { ...line, id: newId(request), byId: me, step, text: text ?? null, toId: toId ?? null }),
    also && insertEntry(tx, { ...line, id: newId(request), from: status, byId: null, step: also.step, text: null, toId: also.toId }),
    queueNotices(tx, { committeeId, subject: 'demand', subjectId: demandId, title: row.title, at: now }, told.map((one) => ({ ...one, id: newId(request), fromName }))),
    viewDemand(tx, person, { committeeId, demandId, now, firstWall: surroundings.firstWall }),
  ])
  return demand
}
