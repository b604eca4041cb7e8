/** Random afternoons of several people on two demands, each step held against the model; used by the test and, longer, by `npm run soak`. */
import fc from 'fast-check'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStatus } from '../../../contract/demand/life'
import type { Id, Instant } from '../../../contract/values'
import { watchDue } from '../../../cloudfunctions/demand/watchDue'
import { accounts, chunshen, plum, type Community, type Path } from '../../fixtures/community'
import { words } from '../../fixtures/scene'
import { apply, blockOf, decide, decided, directors, isInner, mayTake, outcomeOf, sees, table, wide, type Actor, type Outcome, type Step, type Told } from './oracle'

const actors: Record<Told['committee'], Actor[]> = { chunshen: ['zhou', 'wang', 'li', 'chen', 'tang', 'zheng'], plum: ['shen', 'zhu', 'qin'] }
const firstOf: Partial<Record<Actor, Actor>> = { zhou: 'wang', zhang: 'li', shen: 'zhu' }
const steps = [...table.keys()].filter((step) => step !== 'closeSilent')
const placeOf = { chunshen, plum }
const nameOf = new Map(Object.entries(accounts).map(([name, id]) => [id, name as Actor]))
/** Who acts here, else a person of another committee's office by their name. */
const actorOf = ({ accountId, name }: { accountId: Id; name: string }) => nameOf.get(accountId) ?? (name as Actor)

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

/** When it is due, as the reader has it: what is joined is answered with its lead, by its day; who serves sees that day where the work is. */
function dueFor(inner: boolean, told: Told, dueOf: Real['dueOf']): Instant | null {
  if (told.status === 'merged') return inner ? dueFor(inner, told.lead!, dueOf) : null
  if (told.status === 'asked') return told.askedAt! > dueOf(told.due) ? dueOf(told.due) : null
  return ['submitted', 'accepted', 'reopened', 'atMeeting', 'transferred'].includes(told.status) ? dueOf(told.due) : null
}

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
    dueAt: dueFor(inner, told, real.dueOf),
    together: [told.lead !== null, told.lead ? told.lead.joined.length : told.joined.length],
    thread: told.thread.filter(({ step }) => !inner || !isInner(step)).map(({ step, by }) => `${step} ${by}`),
    steps: [...table.keys()].filter((step) => table.get(step)!.get(told.status) !== '.' && mayTake(reader, step, told)).sort(),
  }
  const got = {
    status: seen.status,
    owner: actorOf(seen.owner),
    first: actorOf(seen.firstReceiver),
    offered: seen.offeredTo && actorOf(seen.offeredTo),
    reopened: seen.reopened,
    closedHow: seen.closedHow,
    contacted: seen.contactDueAt === null,
    dueAt: seen.dueAt,
    // Neighbours know of none of these: all are private.
    together: [seen.joined, inner ? (told.lead ? told.lead.joined.length : told.joined.length) : seen.followers],
    // What the timer carries up is held by tests of its own.
    thread: seen.thread.filter((entry) => entry.step !== 'escalate' && entry.step !== 'file').map((entry) => `${entry.step} ${entry.meetingDay ? 'meeting' : entry.by ? actorNamed(entry.by.name, told) : null}`),
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
      committee, filer: this.filer, leader: blockOf[this.filer] ?? null, owner: first, first, offered: null, gaveBack: new Set(), lead: null, joined: [], joinedFrom: null, resolved: false, status: 'submitted', reopened: 0, due: { from: seen.filedAt, days: 5, pauses: [] },
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
    const beside = model.demands.find((one) => one !== demand) ?? null
    const other = beside?.told ?? null
    const all: [Actor, Step][] = [...actors.chunshen, ...actors.plum].flatMap((who) => steps.map((step): [Actor, Step] => [who, step]))
    const legal = all.filter(([who, step]) => outcomeOf(who, step, told, 'li', other) === 'ok')
    const [who, step] = this.exactly ?? (this.wild || legal.length === 0 ? all[this.luck % all.length]! : oneOf(legal, this.luck))
    const to = told.committee === 'chunshen' ? (['li', 'chen', 'tang', 'wang'] as const)[this.luck % 4]! : (['zhu', 'qin'] as const)[this.luck % 2]!
    this.#said = `${who} ${step} on ${told.status}`
    const expected = outcomeOf(who, step, told, to, other)
    const before: DemandStatus = told.status
    community.later({ minutes: 1 + this.minutes })
    const answer = await community.answerOf(who, `demand/${step}` as Path, {
      ...matterOf(demand), leadId: (beside ?? demand).id, toCommitteeId: placeOf[told.committee === 'plum' ? 'chunshen' : 'plum'].committeeId, text: '看过了。', reason: '说明白。', to: step === 'transfer' ? { kind: 'property', name: '物业公司', number: null } : { accountId: accounts[to] },
    })
    const got = answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault'
    if (got !== expected) throw new Error(`${this.#said} (to ${to}): ${got}, not ${expected}; ${JSON.stringify({ ...told, lead: told.lead?.status, joined: told.joined.length, thread: told.thread.length })}`)
    counted.commands += 1
    const edge = `${before} ${step}`
    if (expected === 'ok') {
      apply(who, step, told, to, community.now(), other, real.dueOf)
      counted.taken.set(edge, (counted.taken.get(edge) ?? 0) + 1)
      if (step === 'move') await received(demand, real)
      else compare(who, (answer as { output: Demand }).output, told, real)
    } else counted.refused.set(edge, (counted.refused.get(edge) ?? 0) + 1)
    await look(demand, (this.luck >> 3) % 9, real)
    if (beside && (told.lead || told.joined.length > 0 || step === 'separate' || step === 'withdraw' || step === 'move')) await look(beside, (this.luck >> 5) % 9, real)
  }
  toString = () => this.#said
}

/** It came to another committee: with the leader of its block where its filer lives there, else with one who serves whole. */
async function received(demand: Model['demands'][number], real: Real): Promise<void> {
  const { told } = demand
  const { owner, firstReceiver } = await real.community.as(told.filer).demand.get(matterOf(demand))
  const name = actorOf(owner)
  const fits = told.leader ? name === told.leader : ['officer', 'director', 'secretary'].includes(owner.post ?? '')
  if (!fits || firstReceiver.accountId !== owner.accountId) throw new Error(`moved to ${owner.name}`)
  told.owner = name
  told.first = name
}

/** The director opens a meeting, one thing is decided, and it closes: what it did not come to goes on to the next. */
class Decide implements fc.AsyncCommand<Model, Real> {
  constructor(readonly which: number, readonly outcome: Outcome) {}
  check = (model: Model) => model.demands.length > 0
  #said = ''
  async run(model: Model, real: Real): Promise<void> {
    const demand = model.demands[this.which % model.demands.length]!
    const { told } = demand
    const { community, counted } = real
    const { committeeId } = placeOf[told.committee]
    const chair = directors[told.committee]
    const to = wide[told.committee][0]!
    const before = told.status
    this.#said = `the meeting decides ${this.outcome} on ${before}`
    community.later({ minutes: 2 })
    const { meetingId } = await community.as(chair).meeting.open({ committeeId, chairId: accounts[chair], present: [accounts[to]] })
    const answer = await community.answerOf(chair, 'meeting/resolve', {
      committeeId, meetingId, demandId: demand.id, facts: '', outcome: this.outcome, words: '会上定的。',
      ...(this.outcome === 'assign' && { ownerId: accounts[to], dueOn: new Date(Date.parse(community.now()) + 3 * 86_400_000).toISOString().slice(0, 10) }),
      ...(this.outcome === 'transfer' && { to: { kind: 'property', name: '物业公司', number: null } }),
    })
    const got = answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal : 'fault'
    const expected = decided.get(this.outcome)!.get(before) === '.' ? 'WrongStep' : 'ok'
    if (got !== expected) throw new Error(`${this.#said}: ${got}, not ${expected}`)
    counted.commands += 1
    const edge = `${before} decided ${this.outcome}`
    const tally = expected === 'ok' ? counted.taken : counted.refused
    tally.set(edge, (tally.get(edge) ?? 0) + 1)
    if (expected === 'ok') decide(this.outcome, told, to, community.now())
    community.later({ minutes: 1 })
    await community.as(chair).meeting.close({ committeeId, meetingId })
    for (const one of model.demands) if (one.told.committee === told.committee && one.told.status === 'atMeeting') one.told.thread.push({ step: 'takeToMeeting', by: chair })
    for (const one of model.demands) compare(one.told.filer, await community.as(one.told.filer).demand.get(matterOf(one)), one.told, real)
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
    fc.record({ which: fc.nat(1), outcome: fc.constantFrom(...decided.keys()) }).map(({ which, outcome }) => new Decide(which, outcome)),
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
      const [who = '', step = '', which = '0'] = words_.split(' ')
      if (step === 'files') return new File(who as 'zhang')
      if (who === 'meeting') return new Decide(Number(which), step as Outcome)
      return step === 'hours' ? new Wait(Number(who)) : new Take(Number(which), 0, false, 1, [who as Actor, step as Step])
    })
    await fc.asyncModelRun(() => ({ model: { demands: [] }, real: { community, dueOf: options.dueOf, counted } }), [new File('zhou'), ...list])
  }
  return counted
}

/** Corners chance seldom comes to: reopened again and again, and spoken of after silence. A number is the second demand. */
const walks = [
  'wang answer, zhou notSolved, wang askMoreTime, tang refuseMoreTime, wang askMoreTime, tang grantMoreTime, wang handOver, li bounce, chen takeOver',
  'wang handOver, li bounce, wang askMoreTime, tang grantMoreTime, wang answer, 361 hours, zhou notSolved, wang answer, 361 hours, zhou confirm',
  'wang askMoreTime, tang refuseMoreTime, wang transfer, wang askMoreTime, tang refuseMoreTime, wang bounce, wang handOver, li bounce, wang ask, wang askMoreTime, tang grantMoreTime',
  'wang ask, wang handOver, li bounce, wang askMoreTime, wang transfer, tang grantMoreTime',
  'wang takeToMeeting, wang handOver, li bounce, wang askMoreTime, tang refuseMoreTime, zhang files, tang join, meeting note, meeting answer, zhou notSolved, meeting fund',
  'zhang files, tang join, meeting decline, zhou notSolved, wang takeToMeeting, meeting decline',
  'zhang files, tang join, meeting fund, li takeToMeeting 1, meeting decline 1, zhang notSolved 1',
  'zhang files, tang join 1, wang takeToMeeting, meeting assign, tang move, zhang separate 1, tang move 1',
]
