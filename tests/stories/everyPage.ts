/** Every page of the app, opened by the person it is for, with what it is called with found through the server. */
import { expect } from 'vitest'
import type { Id } from '../../contract/values'
import { chunshen } from '../fixtures/community'
import { everyPlace, type Person, type Place } from './person'
import type { Town } from './town'

type Reader = 'zhou' | 'wang' | 'chen'
interface Visit {
  place: Place
  reader: Reader
  params: Record<string, string>
}

/** A page that is not here fails the stories, so a new one cannot be forgotten. */
export async function everyVisit({ community }: Town): Promise<Visit[]> {
  const { committeeId } = chunshen
  const mine = (await community.as('zhou').demand.listMine({})).items
  const inbox = (await community.as('wang').demand.listInbox({ filter: 'mine' })).items
  const past = await community.as('chen').meeting.list({ committeeId })
  const ofDemand = (demandId: Id) => ({ demandId, committeeId })
  const answered = mine.find(({ status }) => status === 'answered')!
  const open = mine.find(({ status }) => status === 'accepted')!
  const visited = (await community.as('zhou').visit.listMine({})).items.find(({ state }) => state === 'summarised')!
  const hosted = (await community.as('wang').visit.listHosted({})).items.find(({ state }) => state === 'booked')!
  const ofVisit = ({ id }: { id: Id }) => ({ visitId: id, committeeId })
  const [own] = (await community.as('zhou').household.mine({})).items
  const zhous = { committeeId, householdId: own!.membership.householdId }
  const at = (reader: Reader, place: Place, params: Record<string, string> = {}): Visit => ({ place, reader, params })
  const visits = [
    at('zhou', 'pages/home'), at('zhou', 'pages/services'), at('zhou', 'pages/messages'), at('zhou', 'pages/me'),
    at('zhou', 'resident/service-item', { committeeId, slug: (await community.as('visitor').service.list({ committeeId })).items[0]!.slug }),
    at('zhou', 'resident/file-demand'), at('zhou', 'resident/demand-sent', ofDemand(open.id)), at('zhou', 'resident/my-demands'),
    at('zhou', 'resident/demand', ofDemand(open.id)), at('zhou', 'resident/demand', ofDemand(answered.id)),
    at('zhou', 'resident/demand-step', { ...ofDemand(answered.id), step: 'notSolved' }), at('zhou', 'resident/demand-step', { ...ofDemand(open.id), step: 'add' }),
    at('zhou', 'resident/my-household'), at('zhou', 'resident/household-history', zhous), at('zhou', 'resident/join-household', { committeeId, code: 'K7MP3XQA' }), at('zhou', 'resident/text-size'), at('zhou', 'resident/about'),
    at('zhou', 'resident/privacy'), at('zhou', 'resident/my-data'), at('zhou', 'resident/my-copy'), at('zhou', 'resident/children'), at('zhou', 'resident/door'), at('zhou', 'resident/complaint'),
    at('zhou', 'resident/book-visit'), at('zhou', 'resident/visit', ofVisit(visited)), at('zhou', 'resident/my-visits'),
    at('wang', 'leader/visits'), at('wang', 'leader/visit', ofVisit(hosted)),
    at('wang', 'pages/home'), at('wang', 'pages/me'), at('wang', 'leader/inbox'), at('wang', 'leader/demand', ofDemand(inbox[0]!.id)), at('wang', 'leader/enter'), at('wang', 'leader/door', ofDemand(inbox[0]!.id)), at('wang', 'leader/households'), at('wang', 'archive/house-map'), at('wang', 'archive/household', zhous), at('wang', 'archive/household-history', zhous), at('wang', 'archive/household-code', { committeeId, householdId: (await community.as('zhou').household.mine({})).items[0]!.membership.householdId }), at('wang', 'leader/join-requests'), at('wang', 'leader/phone-list'),
    at('chen', 'staff/overview'), at('chen', 'archive/find-phone'), at('chen', 'archive/house-map'), at('chen', 'archive/house-lists'), at('chen', 'staff/exports'), at('chen', 'staff/demands'), at('chen', 'staff/desk'), at('chen', 'staff/services'), at('chen', 'staff/templates'), at('chen', 'staff/review'), at('chen', 'staff/rights'), at('chen', 'staff/ratings'), at('chen', 'staff/talents'), at('wang', 'leader/leave'), at('chen', 'staff/roster'), at('chen', 'staff/duty'), at('chen', 'staff/calendar'), at('chen', 'staff/settings'), at('chen', 'staff/import'), at('chen', 'staff/meeting'), at('chen', 'staff/meeting', { meetingId: past.items[0]!.id }), at('chen', 'staff/meetings'), at('chen', 'staff/minutes', { committeeId, meetingId: past.items[0]!.id }), at('chen', 'leader/inbox'),
  ]
  expect(everyPlace.filter((place) => !visits.some((visit) => visit.place === place))).toEqual([])
  return visits
}

/** Opens each page as its reader and gathers what the look at it finds, by page; the readers look at the same time. */
export async function onEveryPage(visits: Visit[], people: Record<Reader, Person>, look: (person: Person) => Promise<string[]>): Promise<string[]> {
  const found = Object.entries(people).map(async ([name, person]) => {
    const lines: string[] = []
    for (const { place, params } of visits.filter(({ reader }) => reader === name)) {
      await person.opens(place, params)
      for (const line of await look(person)) lines.push(`${place} (${person.called}) ${line}`)
    }
    return lines
  })
  return (await Promise.all(found)).flat()
}
