import type { ServingTasks } from '../../../contract/account'
import type { Id, Instant } from '../../../contract/values'
import type { Tx } from '../../database/connection'
import { countCommittee, countInbox, countOpenFiled, listOpenFiled } from '../../demand/cards'
import { cardOf } from '../../demand/view'
import { countWaitingRequests } from '../../household/store'
import { countCalls } from '../../notice/calls'
import { countUnread } from '../../notice/store'
import { dutyPresence, leaderPresence } from '../../organization/rules/roster'
import { firstOpenCommittee, getCommittee, readRoster } from '../../organization/store'
import { countWaiting } from '../../photo/store'
import type { OpenMethod } from '../../runtime/request'
import { countHeld } from '../../safety/store'
import { listPopular } from '../../service/store'
import { countHostVisits, findNextVisit } from '../../visit/view'
import { homeIn, servesWhole, type Person } from '../rules/person'
import { viewMe } from '../view'

const demandsShown = 3

async function tasksOf(tx: Tx, person: Person, committeeId: Id, now: Instant): Promise<ServingTasks> {
  const wide = servesWhole(person, committeeId)
  const desk = { committeeId, filter: 'desk' as const, kind: undefined, blockId: undefined, search: undefined, now, endOfDay: now }
  const [counts, joinRequests, calls, visits, deskOpen, heldWords, heldPhotos] = await Promise.all([
    countInbox(tx, person.accountId, now),
    countWaitingRequests(tx, committeeId, person.accountId),
    countCalls(tx, person),
    countHostVisits(tx, person.accountId),
    wide ? countCommittee(tx, desk) : 0,
    wide ? countHeld(tx, committeeId, person.accountId) : 0,
    wide ? countWaiting(tx, { committeeId, me: person.accountId, now }) : 0,
  ])
  return { committeeId, inbox: counts.mine, late: counts.late, joinRequests, calls, visits, wide, desk: deskOpen, heldWords, heldPhotos }
}

async function personalParts(tx: Tx, person: Person, now: Instant) {
  const serving = person.posts[0]?.committeeId
  const [me, demands, openDemands, unread, nextVisit, tasks] = await Promise.all([
    viewMe(tx, person, now),
    listOpenFiled(tx, person.accountId, demandsShown),
    countOpenFiled(tx, person.accountId),
    countUnread(tx, person.accountId),
    findNextVisit(tx, person.households.map(({ householdId }) => householdId), now),
    serving ? tasksOf(tx, person, serving, now) : null,
  ])
  return { me, demands: demands.map((row) => cardOf(row, person, now)), openDemands, unread, nextVisit, tasks }
}

/** The reader's committee is the one asked for, else where they live, else where they serve, else the first where people serve. */
export const home: OpenMethod<'account', 'home'> = async ({ tx, person, now }, input) => {
  const chosen = person?.households.find(({ householdId }) => householdId === input.householdId)
  const wanted = input.committeeId ?? chosen?.committeeId ?? person?.households[0]?.committeeId ?? person?.posts[0]?.committeeId ?? firstOpenCommittee
  const [committee, serving, popular, personal] = await Promise.all([
    getCommittee(tx, wanted),
    readRoster(tx, wanted, now),
    listPopular(tx, wanted),
    person ? personalParts(tx, person, now) : { me: null, demands: [], openDemands: 0, unread: 0, nextVisit: null, tasks: null },
  ])
  const roster = { committeeId: committee.id, ...serving }
  const blockId = person ? (homeIn(person, committee.id, chosen?.householdId)?.blockId ?? null) : null
  return { ...personal, committee, duty: dutyPresence(roster, now), leader: leaderPresence(roster, blockId, now), popular, at: now }
}
