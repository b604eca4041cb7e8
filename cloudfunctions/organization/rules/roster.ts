/** Who serves a committee at one moment, and whether they are there. */
import type { DutyDay, PostKind, Presence, Staff } from '../../../contract/organization'
import type { Day, Id, Instant } from '../../../contract/values'
import type { Person } from '../../account/rules/person'
import { closesAt, dayAfter, dayOf, isOfficeHour, momentOf, opensNext, type WorkingCalendar } from './calendar'

export interface Absence {
  accountId: Id
  until: Instant
  standInId: Id | null
}

/** A committee's people at one moment: current posts, leave running now, and who receives today. */
export interface Roster {
  committeeId: Id
  staff: ReadonlyMap<Id, Staff>
  /** blockId → accountId */
  leaders: ReadonlyMap<Id, Id>
  deputies: ReadonlyMap<Id, Id>
  directorId: Id | null
  /** Secretary and officers, who also serve the committee whole. */
  officerIds: readonly Id[]
  secretaryIds: readonly Id[]
  workerIds: readonly Id[]
  /** People of the street's sections paired with the committee (对口科室), who own what was passed to them and see nothing else. */
  sectionIds: readonly Id[]
  /** Division heads paired with the committee (处级干部). */
  headIds: readonly Id[]
  absences: readonly Absence[]
  duty: { accountId: Id; until: Instant } | null
  calendar: WorkingCalendar
}

export interface HeldPost { accountId: Id; kind: PostKind; blockId: Id | null }

/** The people of a roster by their posts. Of two who lead a block at once the later one counts. */
export function holders(posts: readonly HeldPost[]): Pick<Roster, 'leaders' | 'deputies' | 'directorId' | 'secretaryIds' | 'officerIds' | 'workerIds' | 'sectionIds' | 'headIds'> {
  const holding = (...kinds: PostKind[]) => kinds.flatMap((kind) => posts.filter((post) => post.kind === kind))
  const ids = (...kinds: PostKind[]) => holding(...kinds).map((post) => post.accountId)
  const ofBlock = (kind: PostKind) => new Map(holding(kind).map((post): [Id, Id] => [post.blockId!, post.accountId]))
  return {
    leaders: ofBlock('leader'), deputies: ofBlock('deputy'), directorId: ids('director')[0] ?? null, secretaryIds: ids('secretary'), officerIds: ids('secretary', 'officer'),
    workerIds: ids('worker'), sectionIds: ids('section'), headIds: ids('head'),
  }
}

/** The roster as it would be with these posts. Who has none left stands in for nobody and receives nobody. */
export function withPosts<R extends Pick<Roster, 'absences' | 'duty'>>(roster: R, posts: readonly HeldPost[]): R & ReturnType<typeof holders> {
  const serves = (accountId: Id | null) => posts.some((post) => post.accountId === accountId)
  return {
    ...roster,
    ...holders(posts),
    absences: roster.absences.map((absence) => (serves(absence.standInId) ? absence : { ...absence, standInId: null })),
    duty: roster.duty && serves(roster.duty.accountId) ? roster.duty : null,
  }
}

export function absenceOf(roster: Roster, accountId: Id): Absence | undefined {
  return roster.absences.find((absence) => absence.accountId === accountId)
}

export function staffOf(roster: Roster, accountId: Id): Staff {
  const staff = roster.staff.get(accountId)
  if (!staff) throw new Error(`the roster of ${roster.committeeId} does not hold ${accountId}`)
  return staff
}

/** Reception opens with the offices, 08:30, and lasts as the duty roster says. */
const receptionOpens = 8 * 60 + 30

/** Whether one who serves is there now, until when, or when back. */
export function presenceOf(roster: Roster, accountId: Id, now: Instant): Presence {
  const staff = staffOf(roster, accountId)
  const absence = absenceOf(roster, accountId)
  if (absence) return { staff, here: false, until: null, back: opensNext(roster.calendar, absence.until) }
  if (roster.duty?.accountId === accountId && now >= momentOf(dayOf(now), receptionOpens) && now < roster.duty.until) {
    return { staff, here: true, until: roster.duty.until, back: null }
  }
  if (isOfficeHour(roster.calendar, now)) return { staff, here: true, until: closesAt(now), back: null }
  return { staff, here: false, until: null, back: opensNext(roster.calendar, now) }
}

/** The leader of a block with presence, or the deputy while the post is empty. */
export function leaderPresence(roster: Roster, blockId: Id | null, now: Instant): Presence | null {
  if (blockId === null) return null
  const accountId = roster.leaders.get(blockId) ?? roster.deputies.get(blockId)
  return accountId === undefined ? null : presenceOf(roster, accountId, now)
}

/** Who receives residents today, with presence. */
export function dutyPresence(roster: Roster, now: Instant): Presence | null {
  return roster.duty ? presenceOf(roster, roster.duty.accountId, now) : null
}

/** Holds any post in the committee. */
export function servesIn(person: Person, committeeId: Id): boolean {
  return person.posts.some((post) => post.committeeId === committeeId)
}

const staffIn = (roster: Roster, ids: Iterable<Id | null>): Staff[] => [...new Set(ids)].flatMap((id) => (id === null ? [] : [staffOf(roster, id)]))

/** Who may stand in for somebody: whoever may have a demand in hand, the street's people apart. */
export function standInsFor(roster: Roster): Staff[] {
  return staffIn(roster, [...roster.leaders.values(), ...roster.deputies.values(), ...roster.officerIds, roster.directorId])
}

/** May have demands in hand: holds a post other than that of a worker. */
export function mayOwn(roster: Roster, accountId: Id): boolean {
  return [...roster.leaders.values(), ...roster.deputies.values(), ...roster.officerIds, ...roster.sectionIds, ...roster.headIds, roster.directorId].includes(accountId)
}

/** Holds any post now. */
export function holdsAny(roster: Roster, accountId: Id): boolean {
  return mayOwn(roster, accountId) || roster.workerIds.includes(accountId)
}

/** One of the committee's own people, with a post now or without: may be given a block. */
export function mayLead(roster: Roster, accountId: Id): boolean {
  const staff = roster.staff.get(accountId)
  return staff !== undefined && staff.post !== 'section' && staff.post !== 'head'
}

/** Who may receive residents at the desk: those who serve the committee whole, and its workers. */
export function receivers(roster: Roster): Staff[] {
  return staffIn(roster, [...roster.officerIds, roster.directorId, ...roster.workerIds])
}

/** `count` days from `from` on with who receives. One whose posts have all ended receives nobody. */
export function dutyDays(roster: Roster, from: Day, count: number, duties: readonly { day: Day; accountId: Id; until: Instant }[]): DutyDay[] {
  const able = new Set(receivers(roster).map((one) => one.accountId))
  return Array.from({ length: count }, (_, index) => {
    const day = dayAfter(from, index)
    const duty = duties.find((one) => one.day === day && able.has(one.accountId))
    return { day, working: roster.calendar.isWorkingDay(day), staff: duty ? staffOf(roster, duty.accountId) : null, until: duty?.until ?? null }
  })
}
