/** Who serves a committee at one moment, and whether they are there. */
import type { Presence, Staff } from '../../../contract/organization'
import type { Id, Instant } from '../../../contract/values'
import { closesAt, dayOf, isOfficeHour, momentOf, opensNext, type WorkingCalendar } from './calendar'

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
  /** People of the street's sections paired with the committee (对口科室), who own what was passed to them and see nothing else. */
  sectionIds: readonly Id[]
  /** Division heads paired with the committee (处级干部). */
  headIds: readonly Id[]
  absences: readonly Absence[]
  duty: { accountId: Id; until: Instant } | null
  calendar: WorkingCalendar
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
