/** Sixteen clients taking whatever step they are offered on the same ten demands; used by the test and, longer, by `npm run soak`. */
import type { DemandStatus, DemandStep } from '../../contract/demand/life'
import { contract } from '../../contract/router'
import type { Id } from '../../contract/values'
import { accounts, type Community, type Path } from '../fixtures/community'
import { fileAs, type Matter } from '../fixtures/scene'

const clients = 16
const people = ['zhou', 'wang', 'li', 'chen', 'tang'] as const

export interface Crowded {
  operations: number
  outcomes: Record<string, number>
  /** What does not add up, a sentence each. */
  wrong: string[]
}

/** Steps that need nothing but words, a colleague or an outside party, and stay within the ten. */
const possible = (step: DemandStep) => step in contract.demand && !['join', 'move', 'snooze', 'rate'].includes(step)

/** @param random 0 ≤ n < 1, the same each time for the same run */
export async function crowd(community: Community, operations: number, random: () => number): Promise<Crowded> {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const matters: Matter[] = []
  for (let n = 0; n < 10; n += 1) matters.push(await fileAs(community, 'zhou'))
  const outcomes: Record<string, number> = {}
  const done = new Map<Id, Record<string, number>>(matters.map((matter) => [matter.demandId, {}]))
  let left = operations
  const work = async () => {
    let steps: DemandStep[] = ['add', 'reply', 'takeOver', 'handOver', 'answer', 'accept']
    while (left-- > 0) {
      const index = Math.floor(random() * matters.length)
      // Another may put a fresh one in its place meanwhile.
      const matter = matters[index]!
      const name = pick(people)
      const step = pick(steps)
      const answer = await community.answerOf(name, `demand/${step}` as Path, {
        ...matter, text: '看过了。', reason: '说明白。',
        to: step === 'transfer' ? { kind: 'property', name: '物业公司', number: null } : { accountId: accounts[pick(['wang', 'li', 'chen', 'tang'] as const)] },
      })
      const outcome = answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault'
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      if (!answer.ok) continue
      const counts = done.get(matter.demandId)!
      counts[step] = (counts[step] ?? 0) + 1
      const seen = answer.output as { steps: DemandStep[]; status: DemandStatus }
      steps = [...seen.steps.filter(possible), 'notSolved', 'takeOver', 'add']
      // What has ended makes room for another, so that there is always something to race for.
      if (seen.status === 'withdrawn' || seen.status === 'closed') {
        const fresh = await fileAs(community, 'zhou')
        done.set(fresh.demandId, {})
        matters[index] = fresh
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  return { operations, outcomes, wrong: await recount(community, done) }
}

interface Line { step: DemandStep; from_status: DemandStatus | null; status: DemandStatus; by_id: Id | null }

/** The history of each demand is one line after the other, comes to what the demand says, and holds each step that was answered with yes once. */
async function recount(community: Community, done: ReadonlyMap<Id, Record<string, number>>): Promise<string[]> {
  const wrong: string[] = []
  for (const [id, counts] of done) {
    const [row] = await community.rows<{ status: DemandStatus; owner_id: Id; reopened: number; first_receiver_id: Id }>('select status, owner_id, reopened, first_receiver_id from demand where id = $1', [id])
    // Ids are made while the demand is held, so they stand in the order of what happened.
    const lines = await community.rows<Line>('select step, from_status, status, by_id from demand_entry where demand_id = $1 order by id', [id])
    for (const [index, line] of lines.entries()) {
      if (index > 0 && line.from_status !== lines[index - 1]!.status) wrong.push(`${id}: ${line.step} began at ${line.from_status} after ${lines[index - 1]!.status}`)
    }
    const count = (step: DemandStep) => lines.filter((line) => line.step === step && line.by_id !== null).length
    for (const [step, times] of Object.entries(counts)) if (count(step as DemandStep) !== times) wrong.push(`${id}: ${step} was answered with yes ${times} times and stands there ${count(step as DemandStep)} times`)
    const owner = lines.filter((line) => line.step === 'takeOver').at(-1)?.by_id ?? row!.first_receiver_id
    if (row!.status !== lines.at(-1)!.status) wrong.push(`${id}: ${row!.status}, and the history ends with ${lines.at(-1)!.status}`)
    if (row!.owner_id !== owner) wrong.push(`${id}: another owner than the last who took it`)
    if (row!.reopened !== count('notSolved')) wrong.push(`${id}: reopened ${row!.reopened} times, said ${count('notSolved')} times`)
  }
  return wrong
}
