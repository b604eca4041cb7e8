/** Random afternoons of several people on two demands, each step held against the model; used by the test and, longer, by `npm run soak`. */
import fc from 'fast-check'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStatus } from '../../../contract/demand/life'
import type { Id, Instant } from '../../../contract/values'
import { watchDue } from '../../../cloudfunctions/demand/watchDue'
import { accounts, chunshen, plum, type Community, type Path } from '../../fixtures/community'
import { words } from '../../fixtures/scene'
import { apply, innerSteps, mayTake, outcomeOf, sees, table, type Actor, type Step, type Told } from './oracle'

const actors: Record<Told['committee'], Actor[]> = { chunshen: ['zhou', 'wang', 'li', 'chen', 'tang', 'zheng'], plum: ['shen', 'zhu', 'qin'] }
const firstOf: Partial<Record<Actor, Actor>> = { zhou: 'wang', zhang: 'li', shen: 'zhu' }
const steps = [...table.keys()].filter((step) => step !== 'closeSilent')
const placeOf = { chunshen, plum }
const nameOf = new Map(Object.entries(accounts).map(([name, id]) => [id, name as Actor]))

export interface Counted {
  sequences: number
  commands: number
  /** `status step` → times it was taken; and refused. */
  taken: Map<string, number>
  refused: Map<string, number>
}

interface Real {
  community: Community
  /** Slow working time, told from outside: `(from, days, pauses) → moment`. */
  dueOf(due: Told['due']): Instant
  counted: Counted
}
interface Model { demands: { told: Told; id: Id }[] }

const matterOf = (demand: Model['demands'][number]) => ({ committeeId: placeOf[demand.told.committee].committeeId, demandId: demand.id })

/** What the reader's answer must say. */
function compare(reader: Actor, seen: Demand, told: Told, real: Real): void {
  const inner = reader === told.filer
  const expected = {
    status: told.status,
    owner: told.owner,
    first: told.first,
    offered: told.offered,
    reopened: told.reopened,
    closedHow: told.closedHow,
    contacted: told.contacted || told.status === 'closed' || told.status === 'withdrawn',
    dueAt: ['submitted', 'accepted', 'reopened', 'atMeeting', 'transferred'].includes(told.status) ? real.dueOf(told.due) : told.status === 'asked' && told.askedAt! > real.dueOf(told.due) ? real.dueOf(told.due) : null,
    thread: told.thread.filter(({ step }) => !inner || !innerSteps.includes(step)).map(({ step, by }) => `${step} ${by}`),
    steps: [...table.keys()].filter((step) => table.get(step)!.get(told.status) !== '.' && mayTake(reader, step, told)).sort(),
  }
  const got = {
    status: seen.status,
    owner: nameOf.get(seen.owner.accountId),
    first: nameOf.get(seen.firstReceiver.accountId),
    offered: seen.offeredTo && nameOf.get(seen.offeredTo.accountId),
    reopened: seen.reopened,
    closedHow: seen.closedHow,
    contacted: seen.contactDueAt === null,
    dueAt: seen.dueAt,
    // What the timer carries up is held by tests of its own.
    thread: seen.thread.filter((entry) => entry.step !== 'escalate' && entry.step !== 'file').map((entry) => `${entry.step} ${entry.by ? actorNamed(entry.by.name, told) : null}`),
    steps: seen.steps.filter((step) => table.has(step as Step)).sort(),
  }
  if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`${reader} reads\n${JSON.stringify(got)}\nand not\n${JSON.stringify(expected)}`)
}

const shown: Record<string, Actor> = { 王芳: 'wang', 李强: 'li', 陈敏: 'chen', 唐敏芝: 'tang', 朱洁: 'zhu', 秦月娥: 'qin' }
const actorNamed = (name: string, told: Told): Actor => shown[name] ?? told.filer

class File implements fc.AsyncCommand<Model, Real> {
  constructor(readonly filer: 'zhou' | 'zhang' | 'shen') {}
  check = (model: Model) => model.demands.length < 2
  async run(model: Model, real: Real): Promise<void> {
    const committee = this.filer === 'shen' ? 'plum' : 'chunshen'
    const seen = await real.community.as(this.filer).demand.file({ ...placeOf[committee], ...words() })
    const first = firstOf[this.filer]!
    const told: Told = {
      committee, filer: this.filer, owner: first, first, offered: null, gaveBack: new Set(), status: 'submitted', reopened: 0, due: { from: seen.filedAt, days: 5, pauses: [] },
      askedAt: null, answeredAt: null, contacted: false, moreTimeBy: null, closedHow: null, thread: [],
    }
    model.demands.push({ told, id: seen.id })
    real.counted.commands += 1
    compare(this.filer, seen, told, real)
  }
  toString = () => `${this.filer} files`
}

/** First which step, then who, so that what only one person may do comes as often as what all may. */
function oneOf(legal: [Actor, Step][], luck: number): [Actor, Step] {
  const open = [...new Set(legal.map(([, step]) => step))]
  const step = open[luck % open.length]!
  const whose = legal.filter((one) => one[1] === step)
  return whose[Math.floor(luck / open.length) % whose.length]!
}

class Take implements fc.AsyncCommand<Model, Real> {
  constructor(readonly which: number, readonly luck: number, readonly wild: boolean, readonly minutes: number, readonly exactly?: [Actor, Step]) {}
  check = (model: Model) => model.demands.length > 0
  #said = ''
  async run(model: Model, real: Real): Promise<void> {
    const demand = model.demands[this.which % model.demands.length]!
    const { told } = demand
    const { community, counted } = real
    const all: [Actor, Step][] = [...actors.chunshen, ...actors.plum].flatMap((who) => steps.map((step): [Actor, Step] => [who, step]))
    const legal = all.filter(([who, step]) => outcomeOf(who, step, told, 'li') === 'ok')
    const [who, step] = this.exactly ?? (this.wild || legal.length === 0 ? all[this.luck % all.length]! : oneOf(legal, this.luck))
    const to = told.committee === 'chunshen' ? (['li', 'chen', 'tang', 'wang'] as const)[this.luck % 4]! : (['zhu', 'qin'] as const)[this.luck % 2]!
    this.#said = `${who} ${step} on ${told.status}`
    const expected = outcomeOf(who, step, told, to)
    const before: DemandStatus = told.status
    community.later({ minutes: 1 + this.minutes })
    const answer = await community.answerOf(who, `demand/${step}` as Path, {
      ...matterOf(demand), text: '看过了。', reason: '说明白。', to: step === 'transfer' ? { kind: 'property', name: '物业公司', number: null } : { accountId: accounts[to] },
    })
    const got = answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault'
    if (got !== expected) throw new Error(`${this.#said} (to ${to}): ${got}, not ${expected}; ${JSON.stringify({ ...told, thread: told.thread.length })}`)
    counted.commands += 1
    const edge = `${before} ${step}`
    if (expected === 'ok') {
      apply(who, step, told, to, community.now())
      counted.taken.set(edge, (counted.taken.get(edge) ?? 0) + 1)
      compare(who, (answer as { output: Demand }).output, told, real)
    } else counted.refused.set(edge, (counted.refused.get(edge) ?? 0) + 1)
    await look(demand, (this.luck >> 3) % 9, real)
  }
  toString = () => this.#said
}

async function enterAgain(community: Community): Promise<void> {
  for (const name of [...actors.chunshen, ...actors.plum, 'zhang' as const]) await community.signInAgain(name)
}

/** Somebody opens it: who may not, finds nothing. */
async function look(demand: Model['demands'][number], which: number, real: Real): Promise<void> {
  const reader = [...actors.chunshen, ...actors.plum][which]!
  const answer = await real.community.answerOf(reader, 'demand/get', matterOf(demand))
  if (!sees(reader, demand.told)) {
    if (answer.ok || !('refusal' in answer) || answer.refusal !== 'NotFound') throw new Error(`${reader} should find nothing`)
  } else if (answer.ok) compare(reader, answer.output as Demand, demand.told, real)
  else throw new Error(`${reader} should see it: ${JSON.stringify(answer)}`)
}

/** The timer comes by, after hours or after weeks. */
class Wait implements fc.AsyncCommand<Model, Real> {
  constructor(readonly hours: number) {}
  check = (model: Model) => model.demands.length > 0
  async run(model: Model, real: Real): Promise<void> {
    real.community.later({ hours: this.hours })
    // Sessions last thirty days.
    if (this.hours > 300) await enterAgain(real.community)
    await watchDue(real.community.surroundings)
    const now = real.community.now()
    for (const { told } of model.demands) {
      if (told.status !== 'answered' || Date.parse(told.answeredAt!) + 15 * 86_400_000 > Date.parse(now)) continue
      told.status = 'closed'
      told.closedHow = 'silent'
      told.thread.push({ step: 'closeSilent', by: null })
      real.counted.taken.set('answered closeSilent', (real.counted.taken.get('answered closeSilent') ?? 0) + 1)
    }
    real.counted.commands += 1
  }
  toString = () => `${this.hours} hours`
}

/**
 * Runs `sequences` of at most 30 commands. The community's clock is set back to `opening` before each.
 * @throws with the shortest failing sequence fast-check finds
 */
export async function runModel(community: Community, options: { sequences: number; seed: number; opening: Instant; dueOf: Real['dueOf'] }): Promise<Counted> {
  const counted: Counted = { sequences: 0, commands: 0, taken: new Map(), refused: new Map() }
  const file = fc.constantFrom('zhou' as const, 'zhang' as const, 'shen' as const).map((filer): fc.AsyncCommand<Model, Real> => new File(filer))
  const one: fc.Arbitrary<fc.AsyncCommand<Model, Real>> = fc.oneof(
    file,
    ...Array.from({ length: 9 }, () => fc.record({ which: fc.nat(1), luck: fc.nat(1_000_000), wild: fc.boolean(), minutes: fc.nat(300) }).map(({ which, luck, wild, minutes }) => new Take(which, luck, wild && luck % 3 === 0, minutes))),
    fc.constantFrom(3, 30, 100, 361).map((hours) => new Wait(hours)),
  )
  const commands = fc.tuple(file, fc.array(one, { minLength: 5, maxLength: 29 })).map(([first, rest]) => [first, ...rest])
  await fc.assert(fc.asyncProperty(commands, async (list) => {
    community.setClock(options.opening)
    await enterAgain(community)
    counted.sequences += 1
    await fc.asyncModelRun(() => ({ model: { demands: [] }, real: { community, dueOf: options.dueOf, counted } }), list)
  }), { numRuns: options.sequences, seed: options.seed })
  for (const walk of walks) {
    community.setClock(options.opening)
    await enterAgain(community)
    counted.sequences += 1
    const list = walk.split(', ').map((words_) => {
      const [who = '', step = ''] = words_.split(' ')
      return step === 'hours' ? new Wait(Number(who)) : new Take(0, 0, false, 1, [who as Actor, step as Step])
    })
    await fc.asyncModelRun(() => ({ model: { demands: [] }, real: { community, dueOf: options.dueOf, counted } }), [new File('zhou'), ...list])
  }
  return counted
}

/** Corners chance seldom comes to: reopened again and again, and spoken of after silence. */
const walks = [
  'wang answer, zhou notSolved, wang askMoreTime, tang refuseMoreTime, wang askMoreTime, tang grantMoreTime, wang handOver, li bounce, chen takeOver',
  'wang handOver, li bounce, wang askMoreTime, tang grantMoreTime, wang answer, 361 hours, zhou notSolved, wang answer, 361 hours, zhou confirm',
  'wang askMoreTime, tang refuseMoreTime, wang transfer, wang askMoreTime, tang refuseMoreTime, wang bounce, wang handOver, li bounce, wang ask, wang askMoreTime, tang grantMoreTime',
]
