/** Every figure shown equals a count of what is there, made in another way: from the history of each demand, in TypeScript. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DemandStatus, DemandStep } from '../../contract/demand/life'
import { CommitteeFilter, CommitteeSort, InboxFilter, LateWhy } from '../../contract/demand/lists'
import type { DemandKind, Urgency } from '../../contract/demand/said'
import type { Id, Instant } from '../../contract/values'
import { complexDays, dueOf, recheckDays, workingDaysOf, type Clock } from '../../cloudfunctions/demand/rules/deadline'
import { watchDue } from '../../cloudfunctions/demand/watchDue'
import { officialCalendar } from '../../cloudfunctions/organization/rules/calendar'
import { contract } from '../../contract/router'
import { accounts, chunshen, openCommunity, plum, type Community, type Name, type Path } from '../fixtures/community'
import { askAs, words } from '../fixtures/scene'

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

interface Entry { at: Instant; step: DemandStep; by_id: Id | null; status: DemandStatus; to_id: Id | null; to_name: string | null; heard: string | null }
interface Told { id: Id; kind: DemandKind; urgency: Urgency; block_id: Id | null; filed_by: Id | null; category: string | null; lent: boolean; entries: Entry[] }

/** Steps for those who serve alone, and what the timer says of it: they move nothing the resident sees. */
const inner: readonly DemandStep[] = ['note', 'snooze', 'askMoreTime', 'refuseMoreTime', 'escalate', 'rate']

/** What the entries of a demand say of it, told from the first to the last. */
function retell({ kind, urgency, filed_by, entries }: Told) {
  const said = entries.filter((entry) => !inner.includes(entry.step))
  const last = said.at(-1)!
  const filedAt = said[0]!.at
  const danger = urgency === 'danger'
  let offered: Id | null = null
  let owner = said[0]!.to_id!
  let askedAt: Instant | null = null
  let moreTime = false
  /** Whoever put it off: until when, and since when. */
  const putOff = new Map<Id, { until: Instant; at: Instant }>()
  for (const entry of entries) {
    if (entry.step === 'askMoreTime') moreTime = true
    if (['grantMoreTime', 'refuseMoreTime', 'answer', 'confirm', 'withdraw', 'decline'].includes(entry.step)) moreTime = false
    if (entry.step !== 'snooze') continue
    if (entry.to_name === null) putOff.delete(entry.by_id!)
    else putOff.set(entry.by_id!, { until: entry.to_name, at: entry.at })
  }
  let clock: Clock = { from: filedAt, days: danger ? null : workingDaysOf[kind], pauses: [] }
  for (const entry of said) {
    if (entry.step === 'handOver') offered = entry.to_id
    if (entry.step === 'takeOver') owner = entry.by_id!
    if (['takeOver', 'transfer', 'answer', 'confirm', 'withdraw'].includes(entry.step) || (entry.step === 'bounce' && entry.by_id === offered)) offered = null
    if (entry.step === 'notSolved') clock = { from: entry.at, days: recheckDays, pauses: [] }
    if (entry.step === 'grantMoreTime') clock = { ...clock, days: complexDays }
    if (entry.status === 'asked') askedAt ??= entry.at
    else {
      if (askedAt !== null && ['accepted', 'reopened', 'transferred', 'atMeeting'].includes(entry.status)) clock = { ...clock, pauses: [...clock.pauses, [askedAt, entry.at]] }
      askedAt = null
    }
  }
  const dueAt = dueOf(officialCalendar, clock)
  const working = ['submitted', 'accepted', 'reopened', 'atMeeting', 'transferred'].includes(last.status)
  return {
    status: last.status, filedAt, lastAt: last.at, owner, offered, working, dueAt, moreTime, asked: askedAt !== null,
    escalated: entries.some((entry) => entry.step === 'escalate'),
    /** Out of its owner's sight: not once somebody else spoke, nor from three hours before the deadline. */
    snoozedBy: (me: Id, now: Instant) => {
      const off = putOff.get(me)
      return off !== undefined && owner === me && working && !danger && now < off.until && Date.parse(now) < Date.parse(dueAt) - 3 * 3_600_000 && (last.by_id === me || last.at <= off.at)
    },
    open: !['closed', 'withdrawn', 'declined'].includes(last.status),
    waits: last.status === 'answered' || last.status === 'asked',
    /** Who said so in the end. */
    how: last.status !== 'closed' ? last.status : last.step === 'closeSilent' ? 'silent' : last.by_id === filed_by ? 'confirmed' : 'proxy',
    contacted: said.some((entry) => (entry.heard !== null && entry.step === 'file' && !danger) || ['reply', 'answer', 'ask', 'transfer', 'takeToMeeting'].includes(entry.step) || (danger && ['accept', 'takeOver'].includes(entry.step))),
    /** What was late when the resident was asked stays late. */
    lateBy: (now: Instant) => (working && dueAt < now) || (askedAt !== null && dueAt < askedAt && dueAt < now),
  }
}

async function demandsOf(committeeId: Id): Promise<(Told & ReturnType<typeof retell>)[]> {
  const demands = await community.rows<Omit<Told, 'entries'>>('select id, kind, urgency, block_id, filed_by, category, lent_from is not null as lent from demand where committee_id = $1', [committeeId])
  const entries = await community.rows<Entry & { demand_id: Id; at: Instant | Date }>('select demand_id, at, step, by_id, status, to_id, to_name, heard from demand_entry where committee_id = $1 order by at, id', [committeeId])
  return demands.map((demand) => {
    const own = { ...demand, entries: entries.filter((entry) => entry.demand_id === demand.id).map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })) }
    return { ...own, ...retell(own) }
  })
}

/** Midnight in Shanghai, `days` after the day of `now`. */
const midnight = (now: Instant, days: number) => new Date((Math.floor((Date.parse(now) + 8 * 3_600_000) / 86_400_000) + days) * 86_400_000 - 8 * 3_600_000).toISOString()

type Retold = Told & ReturnType<typeof retell>

/** The first reason that holds. */
function whyLate(demand: Retold): LateWhy {
  if (demand.offered) return 'offered'
  if (demand.status === 'atMeeting') return 'atMeeting'
  if (demand.status === 'transferred') return 'outside'
  if (demand.moreTime) return 'moreTime'
  if (demand.asked) return 'asked'
  if (demand.lent) return 'lent'
  return demand.contacted ? 'working' : 'untouched'
}

function tally(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

async function recount(committeeId: Id, reader: Id) {
  const now = community.now()
  const all = await demandsOf(committeeId)
  const since = midnight(now, -30)
  const working = all.filter((demand) => demand.working)
  const rested = all.filter((demand) => !demand.open && demand.lastAt >= since)
  const kinds = new Map<string, number>()
  for (const demand of all.filter((one) => one.filedAt >= since)) kinds.set(demand.kind, (kinds.get(demand.kind) ?? 0) + 1)
  const requests = await community.rows(`select from join_request where committee_id = $1 and state = 'waiting' and account_id <> $2`, [committeeId, reader])
  const photos = await community.rows(`select from photo p, demand d where d.id = p.demand_id and p.committee_id = $1 and p.state = 'pending' and d.visibility = 'neighbours' and p.attached_at < $3::timestamptz - interval '10 minutes' and p.by_id <> $2 and d.filed_by <> $2`, [committeeId, reader, now])
  const held = await community.rows(`select from demand_entry where committee_id = $1 and safety = 'pending' and by_id <> $2`, [committeeId, reader])
  return {
    open: all.filter((demand) => demand.open).length,
    awaitingContact: working.filter((demand) => !demand.contacted).length,
    late: all.filter((demand) => demand.lateBy(now)).length,
    dueToday: working.filter((demand) => demand.dueAt >= now && demand.dueAt < midnight(now, 1)).length,
    desk: all.filter((demand) => demand.open && demand.block_id === null).length,
    offered: all.filter((demand) => demand.open && demand.offered).length,
    atMeeting: all.filter((demand) => demand.status === 'atMeeting').length,
    outside: all.filter((demand) => demand.status === 'transferred').length,
    moreTime: all.filter((demand) => demand.open && demand.moreTime).length,
    escalated: all.filter((demand) => demand.open && demand.escalated).length,
    lateWhy: tally(all.filter((demand) => demand.lateBy(now)).map(whyLate)),
    joinRequests: requests.length,
    heldWords: held.length,
    heldPhotos: photos.length,
    kinds: Object.fromEntries(kinds),
    themes: tally(all.filter((one) => one.filedAt >= since).map((demand) => demand.category ?? 'none')),
    outcomes: {
      closed: rested.length,
      ...Object.fromEntries(([['solved', 'confirmed'], ['proxy', 'proxy'], ['silent', 'silent'], ['declined', 'declined'], ['withdrawn', 'withdrawn']] as const).map(([name, how]) => [name, rested.filter((demand) => demand.how === how).length])),
    },
  }
}

async function compare(): Promise<void> {
  for (const [name, place] of [['tang', chunshen], ['chen', chunshen], ['qin', plum]] as const) {
    const { committeeName: _, day: __, duty: ___, dutyGaps: ____, first, kinds, themes, lateWhy, ...figures } = await community.as(name).demand.overview({ committeeId: place.committeeId })
    expect([name, community.now(), { ...figures, lateWhy: Object.fromEntries(lateWhy.map(({ why, count }) => [why, count])), kinds: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])), themes: Object.fromEntries(themes.map(({ category, count }) => [category?.slug ?? 'none', count])) }]).toEqual([name, community.now(), await recount(place.committeeId, accounts[name])])
    expect(kinds.map(({ count }) => count)).toEqual(kinds.map(({ count }) => count).sort((one, other) => other - one))
    // Danger first, then by deadline.
    const working = (await demandsOf(place.committeeId)).filter((demand) => demand.working)
      .sort((one, other) => Number(other.urgency === 'danger') - Number(one.urgency === 'danger') || (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : one.id < other.id ? -1 : 1))
    expect(first.map((demand) => demand.id)).toEqual(working.slice(0, 5).map((demand) => demand.id))
    const { tasks } = await community.as(name).account.home(place)
    expect([tasks?.desk, tasks?.joinRequests, tasks?.heldWords, tasks?.heldPhotos]).toEqual([figures.desk, figures.joinRequests, figures.heldWords, figures.heldPhotos])
  }
}

/** All items of a list, page by page. */
async function whole<T extends { id: Id }>(read: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length)
  return items
}

async function compareLists(): Promise<void> {
  const now = community.now()
  for (const [place, servers] of [[chunshen, ['wang', 'li', 'chen', 'tang']], [plum, ['zhu', 'qin']]] as const) {
    const all = await demandsOf(place.committeeId)
    for (const name of servers) {
      const me = accounts[name]
      const turn = all.filter((demand) => (demand.owner === me && demand.working) || (demand.offered === me && demand.open))
      const mine = turn.filter((demand) => !demand.snoozedBy(me, now))
      const own = all.filter((demand) => demand.owner === me)
      const expected = {
        mine, late: all.filter((demand) => (demand.owner === me || demand.offered === me) && demand.lateBy(now)),
        offered: all.filter((demand) => demand.offered === me && demand.open), atMeeting: own.filter((demand) => demand.status === 'atMeeting'),
        outside: own.filter((demand) => demand.status === 'transferred'), snoozed: own.filter((demand) => demand.snoozedBy(me, now)),
        resident: own.filter((demand) => demand.waits), rest: own.filter((demand) => !demand.open),
      }
      expect(Object.keys(expected).sort()).toEqual(InboxFilter.options.filter((filter) => filter !== 'unread').sort())
      for (const [filter, demands] of Object.entries(expected)) {
        const items = await whole((cursor) => community.as(name).demand.listInbox({ filter: filter as 'mine', cursor }))
        expect([name, filter, items.map((item) => item.id).sort()]).toEqual([name, filter, demands.map((demand) => demand.id).sort()])
      }
      const { counts } = await community.as(name).demand.listInbox({})
      const { unread, ...others } = counts
      expect([name, others]).toEqual([name, Object.fromEntries(Object.keys(others).map((filter) => [filter, expected[filter as keyof typeof expected].length]))])
      expect([name, (await whole((cursor) => community.as(name).demand.listInbox({ filter: 'unread', cursor }))).length]).toEqual([name, unread])
      const { tasks } = await community.as(name).account.home({})
      expect([name, tasks?.inbox, tasks?.late]).toEqual([name, counts.mine, counts.late])
    }
    const director = place === chunshen ? 'tang' : 'qin'
    for (const filter of CommitteeFilter.options) {
      const items = await whole((cursor) => community.as(director).demand.listCommittee({ committeeId: place.committeeId, filter, cursor }))
      const { total } = await community.as(director).demand.listCommittee({ committeeId: place.committeeId, filter })
      expect([filter, items.length]).toEqual([filter, total])
      const figures = await recount(place.committeeId, accounts[director])
      const known = { open: figures.open, late: figures.late, today: figures.dueToday, contact: figures.awaitingContact, desk: figures.desk, offered: figures.offered, atMeeting: figures.atMeeting, outside: figures.outside, moreTime: figures.moreTime, escalated: figures.escalated,
        danger: all.filter((demand) => demand.open && demand.urgency === 'danger').length, all: all.length, resident: all.filter((demand) => demand.waits).length, rest: all.filter((demand) => !demand.open).length }
      expect([filter, total]).toEqual([filter, known[filter]])
    }
    const list = (input: Omit<Parameters<ReturnType<Community['as']>['demand']['listCommittee']>[0], 'committeeId'>) =>
      whole((cursor) => community.as(director).demand.listCommittee({ committeeId: place.committeeId, ...input, cursor }))
    const idsOf = (rows: readonly { id: Id }[]) => rows.map((row) => row.id)
    for (const why of LateWhy.options) {
      expect([why, idsOf(await list({ filter: 'late', why })).sort()]).toEqual([why, idsOf(all.filter((demand) => demand.lateBy(now) && whyLate(demand) === why)).sort()])
    }
    const ownerId = accounts[servers[0]]
    expect(idsOf(await list({ filter: 'all', ownerId })).sort()).toEqual(idsOf(all.filter((demand) => demand.owner === ownerId)).sort())
    const back = (one: string, other: string) => (one < other ? 1 : one > other ? -1 : 0)
    const open = all.filter((demand) => demand.open)
    const sorted: Record<CommitteeSort, Retold[]> = {
      due: [...open].sort((a, b) => Number(a.waits) - Number(b.waits) || Number(b.urgency === 'danger') - Number(a.urgency === 'danger') || back(b.dueAt, a.dueAt) || back(b.id, a.id)),
      filed: [...open].sort((a, b) => back(a.filedAt, b.filedAt) || back(a.id, b.id)),
      last: [...open].sort((a, b) => back(a.lastAt, b.lastAt) || back(a.id, b.id)),
    }
    for (const sort of CommitteeSort.options) expect([sort, idsOf(await list({ filter: 'open', sort }))]).toEqual([sort, idsOf(sorted[sort])])
  }
  for (const [name, me] of Object.entries(accounts) as [Exclude<Name, 'visitor'>, Id][]) {
    const filed = await community.rows<{ id: Id; resting: boolean }>('select id, resting from demand where filed_by = $1', [me])
    for (const [filter, rows] of [['all', filed], ['open', filed.filter((row) => !row.resting)], ['rest', filed.filter((row) => row.resting)]] as const) {
      expect([name, filter, (await whole((cursor) => community.as(name).demand.listMine({ filter, cursor }))).map((item) => item.id).sort()]).toEqual([name, filter, rows.map((row) => row.id).sort()])
    }
    const { openDemands, unread } = await community.as(name).account.home({})
    const notices = await community.rows<{ read: boolean }>('select read_at is not null as read from notice where to_id = $1', [me])
    expect([name, openDemands, unread]).toEqual([name, filed.filter((row) => !row.resting).length, notices.filter((row) => !row.read).length])
    const matters = await whole((cursor) => community.as(name).notice.list({ cursor }))
    expect([name, matters.reduce((sum, matter) => sum + matter.unread, 0)]).toEqual([name, unread])
  }
}

/** Numbers that look random and are the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('figures', () => {
  test('of the demonstration', compare)
  test('lists of the demonstration', compareLists, 60_000)

  test('a day, three days and forty days later', async () => {
    for (const days of [1, 2, 37]) {
      community.later({ days, hours: 3 })
      await watchDue(community.surroundings)
      if (days === 37) for (const name of Object.keys(accounts) as (keyof typeof accounts)[]) await community.signInAgain(name)
      await compare()
    }
  })

  test('after a hundred and fifty steps of everybody, at any hour', async () => {
    const below = seeded(20261120)
    const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
    const taken: Record<string, number> = {}
    for (let turn = 0; turn < 150; turn += 1) {
      community.later({ minutes: below(300) })
      const name = pick(['zhou', 'zheng', 'zhang', 'xu', 'wang', 'li', 'chen', 'tang', 'shen', 'zhu', 'qin'] as const)
      const place = ['shen', 'zhu', 'qin'].includes(name) ? plum : chunshen
      if (below(3) === 0) {
        await community.as(name).demand.file({ committeeId: place.committeeId, ...words(`第${turn}件`, pick(['ordinary', 'soon', 'danger'])), kind: pick(['request', 'suggestion', 'complaint', 'consultation', 'hazard']) })
        continue
      }
      const known = await community.rows<{ id: Id }>('select id from demand where committee_id = $1 and not resting order by last_at desc limit 30', [place.committeeId])
      const demandId = pick(known).id
      const seen = await community.answerOf(name, 'demand/get', { committeeId: place.committeeId, demandId })
      if (!seen.ok) continue
      const { steps } = seen.output as { steps: DemandStep[] }
      const open = steps.filter((one) => one in contract.demand)
      if (open.length === 0) continue
      const step = pick(open)
      const to = pick(place === chunshen ? (['wang', 'li', 'chen', 'tang'] as const) : (['zhu', 'qin'] as const))
      const answer = await community.answerOf(name, `demand/${step}` as Path, { committeeId: place.committeeId, demandId, text: '看过了。', to: { accountId: accounts[to], kind: 'property', name: '物业公司', number: null }, reason: '说明白。', until: new Date(Date.parse(community.now()) + 86_400_000 * (1 + below(3))).toISOString() })
      const outcome = answer.ok ? step : 'refusal' in answer ? answer.refusal : 'fault'
      taken[outcome] = (taken[outcome] ?? 0) + 1
    }
    expect(taken.fault).toBeUndefined()
    expect(Object.keys(taken).filter((step) => /^[a-z]/.test(step)).length).toBeGreaterThan(6)
    await askAs(community, 'xu', 'block3')
    await askAs(community, 'chen', 'block2')
    await compareLists()
    await compare()
  }, 120_000)
})
