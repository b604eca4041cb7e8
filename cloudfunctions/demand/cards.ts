/** Lists of demands: which ones, in what order, as rows the view turns into cards. */
import type { DemandCard } from '../../contract/demand/card'
import type { DemandStatus } from '../../contract/demand/life'
import type { CommitteeFilter, CommitteeSort, InboxFilter, LateWhy } from '../../contract/demand/lists'
import type { OutsideKind } from '../../contract/demand/route'
import type { DemandKind, Urgency } from '../../contract/demand/said'
import type { Staff } from '../../contract/organization'
import type { Day, Id, Instant } from '../../contract/values'
import type { Tx } from '../database/connection'
import { joined, literal, sql, type Statement } from '../database/sql'
import type { DemandParties } from './rules/access'

/** What a card is made of. */
export interface CardRow extends DemandParties {
  id: Id
  number: string
  kind: DemandKind
  title: string
  urgency: Urgency
  owner: Staff
  offered: Staff | null
  filedAt: Instant
  lastAt: Instant
  dueAt: Instant
  provisional: boolean
  filerName: string
  withResident: boolean
  rank: number
  lastLine: string | null
  askedAt: Instant | null
  meetingOn: Day | null
  enteredBy: Id | null
  followersShown: number
  leadId: Id | null
  /** Of one that is joined: how it stands with its lead, and, for those who serve that one, which it is. */
  shared: { everybody: number; neighbours: number; dueAt: Instant; provisional: boolean; askedAt: Instant | null; status: DemandStatus; lead: { id: Id; number: string } | null } | null
  outsideKind: OutsideKind | null
  outsideName: string | null
  outsideShown: boolean
  outsideNumber: string | null
  householdLabel: string | null
  noHomeVisits: boolean | null
  /** What the reader put it off to in their own inbox, over or not. */
  snoozed: { until: Instant; reason: string; madeAt: Instant } | null
  lastBy: Id | null
  unread: number
  category: DemandCard['category']
}

type Condition = Statement<unknown>

const staffJson = (alias: string): Statement<Staff> =>
  sql`jsonb_build_object('accountId', ${literal(`${alias}.account_id`)}, 'name', ${literal(`${alias}.name`)}, 'post', ${literal(`${alias}.post`)}, 'blockName', ${literal(`${alias}.block_name`)}, 'section', ${literal(`${alias}.section`)})`

/** Somebody else had the last word since this person looked. */
const unreadFor = (me: Id) => sql`(d.last_by is distinct from ${me} and d.last_at > coalesce((select s.seen_at from demand_seen s where s.committee_id = d.committee_id and s.demand_id = d.id and s.account_id = ${me}), '-infinity'))`

/** A moment inside JSON, as it travels everywhere else. */
const isoOf = (at: Statement<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Put off by this person, and nothing has brought it back: as `isSnoozed` of rules/snooze.ts says of one. */
/** Whether that person has put it off and nothing has brought it back. */
export const isSnoozed = (me: Id | Statement<Id>, now: Instant): Statement<boolean> => sql<boolean>`exists (select from demand_snooze s where s.committee_id = d.committee_id and s.demand_id = d.id and s.account_id = ${me}
  and s.until > ${now} and (d.last_by is not distinct from ${me} or d.last_at <= s.made_at) and d.urgency <> 'danger' and d.due_at - interval '3 hours' > ${now})`

/** The name of an outside party is a word of those who serve: the resident reads it once the words of that step have passed. */
const outsideShown = (me: Id) => sql`(d.status = 'transferred' and (d.filed_by is distinct from ${me} or exists (select from demand_entry e where e.committee_id = d.committee_id and e.demand_id = d.id
    and e.step = 'transfer' and e.safety = 'passed' and e.to_name = concat_ws(' ', d.outside_name, d.outside_number))))`

/** Everything a card shows, for one reader. The label of a household the reader may not open stays empty. */
export const cardColumns = (me: Id): Statement<unknown> => sql`
  d.id, d.committee_id as "committeeId", d.number, d.kind, d.title, d.urgency, d.status, ${staffJson('o')} as owner,
  d.offered_to as "offeredTo",
  case when d.offered_to is null then null else (select ${staffJson('f')} from serving f where f.committee_id = d.committee_id and f.account_id = d.offered_to) end as offered,
  d.filed_at as "filedAt", d.last_at as "lastAt", d.due_at as "dueAt", d.provisional, d.filed_by as "filedBy", d.filer_name as "filerName",
  d.owner_id as "ownerId", d.first_receiver_id as "firstReceiverId", d.told, d.block_id as "blockId", d.with_resident as "withResident", d.rank, d.last_line as "lastLine",
  d.asked_at as "askedAt", d.meeting_on as "meetingOn", d.entered_by as "enteredBy", d.followers, d.followers_shown as "followersShown", d.lead_id as "leadId", g.shared, d.closed_how as "closedHow",
  d.more_time_by as "moreTimeBy", d.due_days as "dueDays", d.outside_kind as "outsideKind", d.outside_name as "outsideName", d.outside_number as "outsideNumber",
  ${outsideShown(me)} as "outsideShown",
  h.label as "householdLabel", h.no_home_visits as "noHomeVisits", d.last_by as "lastBy",
  (select jsonb_build_object('until', ${isoOf(sql`s.until`)}, 'reason', s.reason, 'madeAt', ${isoOf(sql`s.made_at`)}) from demand_snooze s
    where s.committee_id = d.committee_id and s.demand_id = d.id and s.account_id = ${me}) as snoozed,
  d.kept_from as "keptFrom", d.rated, d.reopened, case when d.category is null then null else jsonb_build_object('slug', d.category, 'name', c.name) end as category,
  case when not ${unreadFor(me)} then 0 else (select count(*) from demand_entry e where e.committee_id = d.committee_id and e.demand_id = d.id and e.by_id is distinct from ${me}
    and e.at > coalesce((select s.seen_at from demand_seen s where s.committee_id = d.committee_id and s.demand_id = d.id and s.account_id = ${me}), '-infinity')) end as unread`

export const cardTables = sql`
  demand d
  join serving o on o.committee_id = d.committee_id and o.account_id = d.owner_id
  left join household h on h.committee_id = d.committee_id and h.id = d.household_id
  left join category c on c.slug = d.category
  left join lateral (select app.shared_with(d.committee_id, d.id) as shared where d.lead_id is not null) g on true`

/** Picks the rows of a page by index first and dresses them after, so that a page costs the same at any size. */
function cards(tx: Tx, me: Id, page: { where: Condition; order: Condition; limit: number }): Promise<CardRow[]> {
  return tx.run(sql<CardRow>`
    with picked as materialized (select d.committee_id, d.id from demand d where ${page.where} order by ${page.order} limit ${page.limit + 1})
    select ${cardColumns(me)} from ${cardTables} where (d.committee_id, d.id) in (select committee_id, id from picked) order by ${page.order}`)
}

const byDue = sql`d.rank, d.due_at, d.id`
/** What waits for the resident comes after what somebody has to do. */
const workFirst = sql`d.with_resident, d.rank, d.due_at, d.id`
const newestFirst = sql`d.filed_at desc, d.id desc`
const lastFirst = sql`d.last_at desc, d.id desc`
const all = (conditions: Condition[]): Condition => joined(conditions, ' and ')

/** `[waits for the resident, rank, dueAt, id]` of the last card seen. */
export type WorkPlace = [boolean, number, Instant, Id]
/** `[rank, dueAt, id]` of the last card seen. */
export type DuePlace = [number, Instant, Id]
/** `[filedAt or lastAt, id]` of the last card seen. */
export type TimePlace = [Instant, Id]

const afterDue = (place: DuePlace | null): Condition[] => (place ? [sql`(d.rank, d.due_at, d.id) > (${place[0]}::smallint, ${place[1]}::timestamptz, ${place[2]}::uuid)`] : [])
const afterWork = (place: WorkPlace | null): Condition[] => (place ? [sql`(d.with_resident, d.rank, d.due_at, d.id) > (${place[0]}::boolean, ${place[1]}::smallint, ${place[2]}::timestamptz, ${place[3]}::uuid)`] : [])
const beforeTime = (column: 'd.filed_at' | 'd.last_at', place: TimePlace | null): Condition[] =>
  place ? [sql`(${literal(column)}, d.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)`] : []

/** A word of the title, text, number, place, filer or door, as far as the reader may know the door; `%` and `_` mean themselves. */
function searched(text: string | undefined): Condition[] {
  if (!text) return []
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return [sql`(d.title ilike ${pattern} or d.text ilike ${pattern} or d.number ilike ${pattern} or d.filer_name ilike ${pattern} or d.place ilike ${pattern}
    or (select h.label from household h where h.committee_id = d.committee_id and h.id = d.household_id) ilike ${pattern})`]
}

/** What one person filed, newest first. */
export function listFiled(tx: Tx, query: { me: Id; filter: 'all' | 'open' | 'rest'; after: TimePlace | null; limit: number }): Promise<CardRow[]> {
  const which = { all: [], open: [sql`not d.resting`], rest: [sql`d.resting`] }[query.filter]
  return cards(tx, query.me, { where: all([sql`d.filed_by = ${query.me}`, ...which, ...beforeTime('d.filed_at', query.after)]), order: newestFirst, limit: query.limit })
}

/** Own open demands for the home page: those that wait for the filer first. */
export function listOpenFiled(tx: Tx, me: Id, limit: number): Promise<CardRow[]> {
  return cards(tx, me, { where: sql`d.filed_by = ${me} and not d.resting`, order: sql`d.with_resident desc, d.filed_at desc, d.id desc`, limit: limit - 1 })
}

export async function countOpenFiled(tx: Tx, me: Id): Promise<number> {
  return (await tx.one(sql<{ count: number }>`select count(*) as count from demand d where d.filed_by = ${me} and not d.resting`)).count
}

/** Past its deadline; what was late when the resident was asked stays late. */
export const isLate = (now: Instant) => sql`((d.working or d.status = 'asked') and d.due_at < least(${now}::timestamptz, d.asked_at))`

const theirTurn = (me: Id) => sql`((d.owner_id = ${me} and d.working) or (d.offered_to = ${me} and not d.resting))`

/** What waits for one who serves; what they put off themselves lies apart until it comes back. */
export function listInbox(tx: Tx, query: { me: Id; now: Instant; filter: InboxFilter; search: string | undefined; due: DuePlace | null; time: TimePlace | null; limit: number }): Promise<CardRow[]> {
  const { me, now, filter } = query
  if (filter === 'rest') {
    return cards(tx, me, { where: all([sql`d.owner_id = ${me} and d.resting`, ...searched(query.search), ...beforeTime('d.last_at', query.time)]), order: lastFirst, limit: query.limit })
  }
  const mine = sql`${theirTurn(me)} and not ${isSnoozed(me, now)}`
  const which: Record<Exclude<InboxFilter, 'rest'>, Condition> = {
    mine,
    unread: sql`${mine} and ${unreadFor(me)}`,
    late: sql`(${theirTurn(me)} or (d.owner_id = ${me} and d.with_resident)) and ${isLate(now)}`,
    offered: sql`d.offered_to = ${me} and not d.resting`,
    atMeeting: sql`d.owner_id = ${me} and d.status = 'atMeeting'`,
    outside: sql`d.owner_id = ${me} and d.status = 'transferred'`,
    snoozed: sql`d.owner_id = ${me} and d.working and ${isSnoozed(me, now)}`,
    resident: sql`d.owner_id = ${me} and d.with_resident`,
  }
  return cards(tx, me, { where: all([which[filter], ...searched(query.search), ...afterDue(query.due)]), order: byDue, limit: query.limit })
}

export type InboxCounts = Record<Exclude<InboxFilter, 'rest'>, number>

/** The three ways to be in the inbox are written apart, because each has its own index. */
export function countInbox(tx: Tx, me: Id, now: Instant): Promise<InboxCounts> {
  return tx.one(sql<InboxCounts>`
    select count(*) filter (where turn and not snoozed) as mine,
      count(*) filter (where turn and not snoozed and ${unreadFor(me)}) as unread,
      count(*) filter (where ${isLate(now)}) as late,
      count(*) filter (where d.offered_to = ${me}) as offered,
      count(*) filter (where d.owner_id = ${me} and d.status = 'atMeeting') as "atMeeting",
      count(*) filter (where d.owner_id = ${me} and d.status = 'transferred') as outside,
      count(*) filter (where d.owner_id = ${me} and d.working and snoozed) as snoozed,
      count(*) filter (where d.with_resident and d.owner_id = ${me}) as resident
    from demand d cross join lateral (select (d.working and d.owner_id = ${me}) or d.offered_to = ${me} as turn, ${isSnoozed(me, now)} as snoozed) own
    where (d.owner_id = ${me} and d.working) or (d.owner_id = ${me} and d.with_resident) or (d.offered_to = ${me} and not d.resting)`)
}

/** Why something is late, for the first reason that holds: each late one is counted once. */
export const lateWhy: Statement<LateWhy> = sql<LateWhy>`case when d.offered_to is not null then 'offered' when d.status = 'atMeeting' then 'atMeeting' when d.status = 'transferred' then 'outside'
  when d.more_time_by is not null then 'moreTime' when d.status = 'asked' then 'asked' when d.lent_from is not null then 'lent' when d.contacted_at is null then 'untouched' else 'working' end`

/** Somebody higher was told of it. */
export const isEscalated = sql`exists (select from demand_entry e where e.committee_id = d.committee_id and e.demand_id = d.id and e.step = 'escalate')`

/** Conditions of each filter of a committee's list; `endOfDay` is when the day of `now` ends. */
function committeeConditions(filter: CommitteeQuery['filter'], now: Instant, endOfDay: Instant): Condition[] {
  const working = sql`d.working and not d.resting`
  const table: Record<CommitteeQuery['filter'], Condition[]> = {
    working: [working],
    all: [],
    open: [sql`not d.resting`],
    late: [sql`not d.resting`, isLate(now)],
    today: [working, sql`d.due_at >= ${now} and d.due_at < ${endOfDay}`],
    contact: [working, sql`d.contacted_at is null`],
    desk: [sql`not d.resting and d.block_id is null`],
    offered: [sql`not d.resting and d.offered_to is not null`],
    atMeeting: [sql`d.status = 'atMeeting'`],
    outside: [sql`d.status = 'transferred'`],
    moreTime: [sql`not d.resting and d.more_time_by is not null`],
    escalated: [sql`not d.resting`, isEscalated],
    danger: [sql`not d.resting and d.rank = 0`],
    resident: [sql`d.with_resident`],
    rest: [sql`d.resting`],
  }
  return table[filter]
}

export interface CommitteeQuery {
  committeeId: Id
  /** `working`: open and not waiting for the resident. */
  filter: CommitteeFilter | 'working'
  kind: DemandKind | undefined
  category?: string | undefined
  blockId: Id | undefined
  /** Who has it. */
  ownerId?: Id | undefined
  /** Of the late ones: why. */
  why?: LateWhy | undefined
  search: string | undefined
  now: Instant
  endOfDay: Instant
}

/** Filters whose rows lie in the past stand newest first; the others by deadline, what waits for the resident last. */
export function usualSort(filter: CommitteeQuery['filter']): CommitteeSort {
  if (filter === 'rest') return 'last'
  return filter === 'all' ? 'filed' : 'due'
}

function committeeWhere(query: CommitteeQuery): Condition[] {
  return [
    sql`d.committee_id = ${query.committeeId}`,
    ...committeeConditions(query.filter, query.now, query.endOfDay),
    ...(query.kind ? [sql`d.kind = ${query.kind}`] : []),
    ...(query.category ? [sql`d.category = ${query.category}`] : []),
    ...(query.blockId ? [sql`d.block_id = ${query.blockId}`] : []),
    ...(query.ownerId ? [sql`d.owner_id = ${query.ownerId}`] : []),
    ...(query.why ? [sql`${lateWhy} = ${query.why}`] : []),
    ...searched(query.search),
  ]
}

/** Demands of a committee, in the order asked for. */
export function listCommittee(tx: Tx, me: Id, query: CommitteeQuery & { sort: CommitteeSort; work: WorkPlace | null; time: TimePlace | null; limit: number }): Promise<CardRow[]> {
  const by = { due: { order: workFirst, place: afterWork(query.work) }, filed: { order: newestFirst, place: beforeTime('d.filed_at', query.time) }, last: { order: lastFirst, place: beforeTime('d.last_at', query.time) } }[query.sort]
  return cards(tx, me, { where: all([...committeeWhere(query), ...by.place]), order: by.order, limit: query.limit })
}

export async function countCommittee(tx: Tx, query: CommitteeQuery): Promise<number> {
  return (await tx.one(sql<{ count: number }>`select count(*) as count from demand d where ${all(committeeWhere(query))}`)).count
}
