/** A demand as one reader may see it: rows in, the contract's views out. */
import type { DemandCard } from '../../contract/demand/card'
import type { Demand } from '../../contract/demand/demand'
import type { DemandStatus, DemandStep } from '../../contract/demand/life'
import type { Rating } from '../../contract/demand/rating'
import type { RouteLink } from '../../contract/demand/route'
import type { HeardBy } from '../../contract/demand/said'
import type { DemandResolution, ThreadEntry } from '../../contract/demand/thread'
import type { ContactWish } from '../../contract/household'
import type { PostKind } from '../../contract/organization'
import { Refusal } from '../../contract/refusal'
import type { WordsSafety } from '../../contract/safety'
import type { Day, Id, Instant } from '../../contract/values'
import { approves, leads, servesWhole, type Person } from '../account/rules/person'
import type { Tx } from '../database/connection'
import { sql } from '../database/sql'
import { presenceOf, staffOf, type Roster } from '../organization/rules/roster'
import { readRoster } from '../organization/store'
import type { Seals } from '../runtime/seal'
import { cardColumns, cardTables, type CardRow } from './cards'
import { maySee, stepsFor } from './rules/access'
import { latenessOf, shownDue } from './rules/deadline'
import { isResting, isWorking } from './rules/lifecycle'
import { isSnoozed, snoozeChoices } from './rules/snooze'
import { silentAfter } from './rules/watch'
import { getRating, type RatingRow } from './ratings'
import { committeeOf, phonePlace } from './store'

function turnOf(row: CardRow, me: Id): DemandCard['turn'] {
  if (isResting(row.status)) return 'nobody'
  const waitsForFiler = row.status === 'answered' || row.status === 'asked'
  // Where the filer has no account, who serves asks and records what they say.
  if (row.filedBy === me) return waitsForFiler ? 'mine' : 'theirs'
  if (row.offeredTo === me) return 'mine'
  return isWorking(row.status) && row.ownerId === me ? 'mine' : 'theirs'
}

/** What is worked on with another is answered with it, by its day; those who serve see that day where the work is. */
function dueOf(row: CardRow, filer: boolean): { dueAt: Instant | null; provisional: boolean } {
  const counted = row.status === 'merged' && filer && row.shared ? row.shared : row
  const dueAt = shownDue(counted)
  return { dueAt, provisional: dueAt !== null && counted.provisional }
}

/** How many are worked on with it, as far as the reader may know. */
function followersOf(row: CardRow, filer: boolean): number {
  if (row.shared) return filer ? row.shared.neighbours : row.shared.everybody
  return filer ? row.followersShown : row.followers
}

export function cardOf(row: CardRow, person: Person, now: Instant): DemandCard {
  const filer = row.filedBy === person.accountId
  const { dueAt, provisional } = dueOf(row, filer)
  return {
    id: row.id,
    committeeId: row.committeeId,
    number: row.number,
    kind: row.kind,
    title: row.title,
    urgency: row.urgency,
    status: row.status,
    owner: row.owner,
    offeredTo: row.offered,
    filedAt: row.filedAt,
    lastAt: row.lastAt,
    dueAt,
    provisional,
    ...latenessOf({ dueAt, now }),
    outside: row.outsideShown ? { kind: row.outsideKind!, name: row.outsideName!, number: row.outsideNumber } : null,
    meetingOn: row.status === 'atMeeting' ? row.meetingOn : null,
    followers: followersOf(row, filer),
    proxied: row.enteredBy !== null,
    closedHow: row.closedHow,
    turn: turnOf(row, person.accountId),
    unread: row.unread,
    from: filer ? null : [row.householdLabel, row.filerName].filter(Boolean).join(' '),
    noHomeVisits: filer ? null : row.noHomeVisits,
    snoozed: snoozedOf(row, person.accountId, now),
    lastLine: row.lastLine,
    category: row.category,
  }
}

function snoozedOf(row: CardRow, me: Id, now: Instant): DemandCard['snoozed'] {
  if (row.snoozed === null || row.ownerId !== me || !isWorking(row.status)) return null
  const { until, reason, madeAt } = row.snoozed
  return isSnoozed({ until, madeAt }, { ...row, lastByMe: row.lastBy === me }, now) ? { until, reason } : null
}

interface WholeRow extends CardRow {
  text: string
  place: string
  safety: WordsSafety
  visibility: Demand['visibility']
  channel: Demand['channel']
  about: Demand['about']
  route: RouteLink[]
  contactDueAt: Instant
  contactedAt: Instant | null
  wordDueAt: Instant | null
  answeredAt: Instant | null
  answers: { label: string; answer: string }[]
  phoneSealed: string | null
  channels: ContactWish['channels'] | null
  hours: string | null
  never: ContactWish['never'] | null
  homeId: Id | null
  homeBlockId: Id | null
}

interface EntryRow {
  id: Id
  at: Instant
  byId: Id | null
  step: DemandStep
  text: string | null
  internal: boolean
  toId: Id | null
  toName: string | null
  byName: string | null
  fromStatus: DemandStatus | null
  oldDue: Instant | null
  newDue: Instant | null
  meetingDay: Day | null
  heard: HeardBy | null
  resolutionId: Id | null
  safety: WordsSafety
  rejectedFor: string | null
}

interface ResolutionRow extends Omit<DemandResolution, 'owner'> { ownerId: Id | null }

const typeOf = (entry: EntryRow): ThreadEntry['type'] => {
  if (entry.internal) return 'note'
  if (entry.step === 'answer') return 'answer'
  // The words a demand was filed with stand at its head; in the thread the filing is an event.
  return entry.text !== null && spoken.has(entry.step) ? 'message' : 'event'
}

/** Steps whose words are said to the other side; the words of the others are a reason beside what happened. */
const spoken: ReadonlySet<DemandStep> = new Set(['add', 'reply', 'ask', 'notSolved'])

/** Words of others that wait or were rejected; what somebody wrote down for the filer are the filer's own. */
function isHeldBack(entry: EntryRow, me: Id): boolean {
  return entry.safety !== 'passed' && entry.byId !== me && entry.step !== 'file'
}

/** The reason of an offer, or why it was given back, is a word between colleagues; the resident reads that it happened, and to whom. */
function isBetweenColleagues(entry: EntryRow): boolean {
  return entry.step === 'handOver' || entry.step === 'join' || (entry.step === 'bounce' && entry.fromStatus !== 'transferred')
}

function entryOf(entry: EntryRow, row: WholeRow, roster: Roster, me: Id): ThreadEntry {
  const staff = entry.byId === null ? undefined : roster.staff.get(entry.byId)
  const post: PostKind | null = staff && entry.byId !== row.filedBy ? staff.post : null
  const name = entry.byId !== null && entry.byId === row.filedBy ? row.filerName : (entry.byName ?? staff?.name)
  return {
    id: entry.id,
    at: entry.at,
    type: typeOf(entry),
    step: entry.step,
    // What a meeting decided was said by the meeting.
    by: name === undefined || (entry.meetingDay !== null && row.filedBy === me) ? null : { name, post },
    mine: entry.byId === me,
    text: entry.step === 'file' || (row.filedBy === me && isBetweenColleagues(entry)) ? null : entry.text,
    // Which matter it was joined to, is for those who serve: a neighbour's may be private.
    to: entry.step === 'join' && row.filedBy === me ? null : entry.toId === null ? entry.toName : (roster.staff.get(entry.toId)?.name ?? null),
    meetingDay: entry.meetingDay,
    due: entry.oldDue === null || entry.newDue === null ? null : { old: entry.oldDue, new: entry.newDue },
    heard: entry.heard,
    safety: entry.safety,
    rejectedFor: entry.rejectedFor,
  }
}

export function ratingOf({ value, solved, reasons, words, at }: RatingRow): Rating {
  return { value, solved, reasons, words, at }
}

function wishOf(row: WholeRow): ContactWish | null {
  if (row.noHomeVisits === null) return null
  return { noHomeVisits: row.noHomeVisits, channels: row.channels ?? [], hours: row.hours, never: row.never ?? [] }
}

/** Nobody serves their own household; a stand-in from another block has the matter in hand, and not the archive. */
function homeOf({ committeeId, homeId, homeBlockId }: WholeRow, person: Person): Id | null {
  const serves = homeBlockId !== null && (leads(person, homeBlockId) || servesWhole(person, committeeId))
  return serves && !person.households.some(({ householdId }) => householdId === homeId) ? homeId : null
}

/**
 * The demand whole, as this person may see it; one round trip. The roster, when it was read before, is not read again.
 * @throws Refusal `NotFound`
 */
export async function viewDemand(tx: Tx, person: Person, demand: { committeeId: Id; demandId: Id; now: Instant; firstWall: boolean; seals: Seals; roster?: Roster }): Promise<Demand> {
  const { demandId, now } = demand
  const me = person.accountId
  const committee = demand.roster ? demand.committeeId : committeeOf(me, demand.committeeId, demandId)
  const [rows, entries, resolutions, staff, rated] = await Promise.all([
    tx.run(sql<WholeRow>`
      select ${cardColumns(me)}, d.text, d.place, d.safety, d.visibility, d.channel, d.about, d.route, d.contact_due_at as "contactDueAt", d.contacted_at as "contactedAt", d.word_due_at as "wordDueAt", d.answered_at as "answeredAt",
        d.answers, d.filer_phone_sealed as "phoneSealed",
        h.channels, h.hours, h.never, h.id as "homeId", h.block_id as "homeBlockId"
      from ${cardTables} where d.committee_id = ${committee} and d.id = ${demandId}`),
    tx.run(sql<EntryRow>`
      select id, at, by_id as "byId", step, text, internal, to_id as "toId", to_name as "toName", by_name as "byName", from_status as "fromStatus", old_due as "oldDue", new_due as "newDue", heard, safety, decided_reason as "rejectedFor", resolution_id as "resolutionId",
        case when resolution_id is not null then (select r.day from resolution r where r.committee_id = e.committee_id and r.id = e.resolution_id) end as "meetingDay"
      from demand_entry e where committee_id = ${committee} and demand_id = ${demandId} order by at, id`),
    tx.run(sql<ResolutionRow>`
      select id, meeting_id as "meetingId", day, outcome, facts, words, owner_id as "ownerId", due_on as "dueOn" from resolution
      where committee_id = ${committee} and demand_id = ${demandId} order by at, id`),
    demand.roster ?? readRoster(tx, committee, now),
    getRating(tx, committee, demandId),
  ])
  const row = rows[0]
  if (!row || (demand.firstWall && !maySee(person, row))) throw new Refusal('NotFound')
  const roster: Roster = { committeeId: row.committeeId, ...staff }
  const filer = row.filedBy === me
  const judges = filer || (approves(person, row.committeeId) && rated?.ratedId !== me)
  const shown = demand.firstWall ? entries.filter((entry) => (judges || entry.step !== 'rate') && !(filer && (entry.internal || isHeldBack(entry, me)))) : entries
  return {
    ...cardOf(row, person, now),
    text: row.text,
    place: row.place,
    safety: row.safety,
    rejectedFor: entries.find((entry) => entry.step === 'file')?.rejectedFor ?? null,
    visibility: row.visibility,
    channel: row.channel,
    about: row.about,
    firstReceiver: staffOf(roster, row.firstReceiverId),
    ownerPresence: presenceOf(roster, row.ownerId, now),
    route: row.route.filter((link) => !(link.reason === 'askedForAnother' && link.staff?.accountId === me)),
    contactDueAt: row.contactedAt === null && !isResting(row.status) ? row.contactDueAt : null,
    wordDueAt: isResting(row.status) ? null : row.wordDueAt,
    dueDays: row.dueDays,
    moreTimeBy: filer || row.moreTimeBy === null ? null : staffOf(roster, row.moreTimeBy),
    enteredBy: row.enteredBy === null ? null : staffOf(roster, row.enteredBy),
    reopened: row.reopened,
    // What the meeting said reaches the resident with the line it moved the demand with.
    resolutions: resolutions.filter(({ id }) => !demand.firstWall || !filer || shown.some((entry) => entry.resolutionId === id)).map(({ ownerId, ...one }) => ({ ...one, owner: ownerId === null ? null : staffOf(roster, ownerId).name })),
    answers: row.answers.map(({ label, answer }) => ({ label, answer })),
    phone: filer || row.phoneSealed === null ? null : demand.seals.open(phonePlace(row.committeeId, row.id), row.phoneSealed),
    silentAt: row.status === 'answered' && row.answeredAt !== null ? silentAfter(row.answeredAt) : null,
    rating: rated && (judges || !demand.firstWall) ? ratingOf(rated) : null,
    joined: row.leadId !== null,
    lead: filer ? null : (row.shared?.lead ?? null),
    thread: shown.map((entry) => entryOf(entry, row, roster, me)),
    steps: stepsFor(person, row),
    snoozeUntil: row.ownerId === me && !filer && isWorking(row.status) ? snoozeChoices(roster.calendar, row, now) : [],
    reader: filer ? 'filer' : 'staff',
    wish: filer ? null : wishOf(row),
    householdId: filer ? null : homeOf(row, person),
  }
}
