/** How often a method waits for the database: counted at the driver, written down here, the same for one row and for a hundred. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CommitteeFilter, CommitteeSort, InboxFilter } from '../../contract/demand/lists'
import { HouseList } from '../../contract/houseMap'
import { accounts, chunshen, commands, openCommunity, paths, promiseOf, type Community, type Name, type Path } from '../fixtures/community'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import { saidWithPhoto } from '../fixtures/pictures'
import { arrange, copiesOf, doorOf, fileAs, forgetAsking } from '../fixtures/scene'
import { homeOf, summarisedAs } from '../fixtures/visiting'

/** A query: enter, read, commit. A command: enter, lock, write and read back, receipt and commit. */
const waits: Record<Path, number> = {
  'account/me': 3,
  'account/home': 3,
  'account/about': 2,
  'organization/committees': 3,
  'organization/buildings': 3,
  'organization/blocks': 3,
  'organization/serving': 3,
  'organization/roster': 3,
  'organization/appoint': 4,
  'organization/endPost': 4,
  'organization/splitBlock': 4,
  'organization/mergeBlocks': 4,
  'organization/listLeave': 3,
  'organization/takeLeave': 4,
  'organization/cancelLeave': 4,
  'organization/listDuty': 3,
  'organization/setDuty': 4,
  'organization/listCalendar': 3,
  'organization/foreseeDay': 3,
  'organization/setClosingDay': 4,
  'organization/removeClosingDay': 4,
  'organization/listSettings': 3,
  'organization/setLadder': 3,
  'household/mine': 3,
  'household/askToJoin': 4,
  'household/listRequests': 3,
  'household/decideRequest': 4,
  'household/listImports': 3,
  'household/undoImport': 4,
  'household/listOfBlock': 3,
  'household/findDoors': 3,
  'household/getDoor': 3,
  'household/makeCode': 4,
  'household/useCode': 3,
  'household/leave': 4,
  'household/removeMember': 4,
  'household/get': 3,
  'household/open': 3,
  'household/change': 4,
  'household/propose': 4,
  'household/decideChange': 4,
  'household/history': 3,
  'household/setWish': 4,
  'household/setCare': 4,
  'household/reviewCare': 4,
  'household/endCare': 4,
  'household/contestCare': 4,
  'household/findPhone': 4,
  'household/map': 3,
  'household/listHouses': 3,
  'report/log': 3,
  'household/split': 4,
  'household/merge': 4,
  'household/moveOut': 4,
  'household/undoHomeChange': 4,
  'service/list': 3,
  'service/get': 3,
  'service/listEdited': 3,
  'service/getEdit': 3,
  'service/versions': 3,
  'service/version': 3,
  'service/save': 3,
  'service/send': 4,
  'service/giveBack': 4,
  'service/publish': 4,
  'service/withdrawSchedule': 4,
  'service/retire': 4,
  'service/check': 4,
  'service/discard': 4,
  'service/rollBack': 4,
  'disclosure/list': 3,
  'disclosure/get': 3,
  'disclosure/listEdited': 3,
  'disclosure/listHeldComments': 3,
  'disclosure/save': 4,
  'disclosure/publish': 4,
  'disclosure/correct': 4,
  'disclosure/withdraw': 4,
  'disclosure/setBoardDate': 4,
  'disclosure/comment': 3,
  'disclosure/releaseComment': 3,
  'disclosure/rejectComment': 3,
  'category/list': 3,
  'demand/foresee': 3,
  'demand/file': 4,
  'demand/enter': 4,
  'demand/get': 3,
  'demand/listMine': 3,
  'demand/listInbox': 3,
  'demand/listCommittee': 3,
  'demand/overview': 3,
  'demand/add': 4,
  'demand/accept': 4,
  'demand/reply': 4,
  'demand/answer': 4,
  'demand/ask': 4,
  'demand/resume': 4,
  'demand/transfer': 4,
  'demand/bounce': 4,
  'demand/askMoreTime': 4,
  'demand/grantMoreTime': 4,
  'demand/refuseMoreTime': 4,
  'demand/note': 4,
  'demand/snooze': 4,
  'demand/unsnooze': 4,
  'demand/markReadMany': 4,
  'demand/handOver': 4,
  'demand/takeOver': 4,
  'demand/confirm': 4,
  'demand/notSolved': 4,
  'demand/withdraw': 4,
  'demand/rate': 4,
  'demand/ratingReasons': 3,
  'demand/listRatings': 3,
  'demand/lookAlikes': 3,
  'demand/join': 4,
  'demand/separate': 4,
  'demand/suggestJoins': 3,
  'demand/listJoined': 3,
  'demand/move': 4,
  'demand/listMoved': 3,
  'demand/markRead': 4,
  'demand/takeToMeeting': 4,
  'meeting/next': 3,
  'meeting/get': 3,
  'meeting/list': 3,
  'meeting/minutes': 3,
  'meeting/setTime': 4,
  'meeting/open': 4,
  'meeting/setPresent': 4,
  'meeting/resolve': 4,
  'meeting/settle': 4,
  'meeting/close': 4,
  'notice/list': 3,
  'notice/markRead': 3,
  'safety/list': 3,
  'safety/decide': 4,
  'safety/decideVisit': 4,
  'rights/mine': 3,
  'rights/copy': 3,
  'rights/list': 3,
  'rights/consent': 3,
  'rights/ask': 4,
  'rights/takeBack': 4,
  'rights/decide': 4,
  'visit/door': 3,
  'visit/sendToDoor': 4,
  'visit/askConsent': 4,
  'visit/answerConsent': 4,
  'visit/endHomeVisit': 4,
  'talent/list': 3,
  'talent/mine': 3,
  'talent/withdraw': 3,
  'template/list': 3,
  'template/save': 3,
  'template/remove': 3,
  'notice/asking': 3,
  'notice/grant': 3,
  'photo/begin': 4,
  'photo/put': 4,
  'photo/status': 3,
  'photo/attach': 4,
  'photo/listOfDemand': 3,
  'photo/links': 3,
  'photo/decide': 4,
  'photo/listWaiting': 3,
  'notice/phoneList': 3,
  'notice/called': 4,
  'visit/slots': 3,
  'visit/mySlots': 3,
  'visit/publishSlots': 4,
  'visit/withdrawSlot': 4,
  'visit/ask': 4,
  'visit/invite': 4,
  'visit/accept': 4,
  'visit/propose': 4,
  'visit/move': 4,
  'visit/cancel': 4,
  'visit/say': 4,
  'visit/hold': 4,
  'visit/summarise': 4,
  'visit/confirm': 4,
  'visit/correct': 4,
  'visit/help': 4,
  'visit/note': 4,
  'visit/get': 3,
  'visit/brief': 3,
  'visit/listMine': 3,
  'visit/listHosted': 3,
}

let community: Community
let slug: string
let householdId: string
let meetingId: string
let disclosureId: string
beforeAll(async () => {
  community = await openCommunity({ rateLimits: true })
  householdId = (await homeOf(community, 'zhou')).householdId
  slug = (await community.as('visitor').service.list(chunshen)).items[0]!.slug
  disclosureId = (await community.as('visitor').disclosure.list(chunshen)).items[0]!.id
  meetingId = (await community.as('tang').meeting.open({ ...chunshen, chairId: accounts.tang, present: [] })).meetingId
  await community.as('tang').meeting.resolve({ committeeId: chunshen.committeeId, meetingId, title: '岁末慰问', facts: '', outcome: 'note', words: '名单月底前定。' })
  await community.as('tang').meeting.close({ committeeId: chunshen.committeeId, meetingId })
})
afterAll(() => community.close())
/** A minute each, so that the limits, whose counting belongs to the first round trip, stop nobody. */
const ask = (...call: Parameters<Community['answerOf']>) => {
  community.later({ minutes: 1 })
  // In the evening what goes out waits for the morning; the next one is come at once.
  if (community.now().slice(11, 13) >= '11') community.setClock(new Date(Date.parse(`${community.now().slice(0, 10)}T01:00:00Z`) + 86_400_000).toISOString())
  return community.answerOf(...call)
}

const readers: Name[] = ['zhou', 'xu', 'wang', 'chen', 'tang', 'shen', 'visitor']

function inputsOf(path: Path): Record<string, unknown>[] {
  const whole: Partial<Record<Path, Record<string, unknown>[]>> = {
    'account/home': [{}, chunshen],
    'meeting/get': [{ ...chunshen, meetingId }],
    'meeting/minutes': [{ ...chunshen, meetingId }],
    'organization/listCalendar': [{ ...chunshen, year: '2026' }, { ...chunshen, year: '2027' }],
    'organization/foreseeDay': [{ ...chunshen, day: '2026-12-30', to: 'closed' }, { ...chunshen, day: '2026-11-25', to: 'closed' }],
    'service/get': [{ ...chunshen, slug }],
    'service/getEdit': [{ ...chunshen, slug }],
    'service/versions': [{ ...chunshen, slug }],
    'service/version': [{ ...chunshen, slug, number: 1 }],
    'disclosure/list': [chunshen, { ...chunshen, class: 'fund' }],
    'disclosure/get': [{ ...chunshen, disclosureId }],
    'demand/foresee': [{ ...chunshen, kind: 'hazard', urgency: 'danger' }],
    'household/findDoors': [{ ...chunshen, door: '11-2' }],
    'household/get': [{ ...chunshen, householdId }],
    'household/history': [{ ...chunshen, householdId }],
    'household/map': [chunshen, { ...chunshen, buildingId: chunshen.building(11) }],
    'household/listHouses': HouseList.options.map((list) => ({ ...chunshen, list })),
    'demand/lookAlikes': [{ ...chunshen, text: '二楼楼道灯不亮', place: '' }],
    'demand/listMine': [{}, { filter: 'open' }, { filter: 'rest' }],
    'demand/listInbox': InboxFilter.options.map((filter) => ({ filter, search: '灯' })),
    'demand/listCommittee': [...CommitteeFilter.options.map((filter) => ({ ...chunshen, filter })), ...CommitteeSort.options.map((sort) => ({ ...chunshen, sort, why: 'working' }))],
    'notice/list': [{}, { filter: 'myTurn' }],
    'notice/asking': [{ moment: 'filed' }, { moment: 'work' }],
  }
  return whole[path] ?? [chunshen]
}

test('no query waits more than three times, no command more than four', () => {
  expect(Object.keys(waits).sort()).toEqual([...paths].sort())
  expect(paths.filter((path) => waits[path] > (promiseOf(path).meta.kind === 'query' ? 3 : 4))).toEqual([])
})

/** Of those who are answered; a refusal stops earlier. */
async function queries(): Promise<Record<string, number[]>> {
  const counted: Record<string, Set<number>> = {}
  for (const path of paths.filter((one) => promiseOf(one).meta.kind === 'query' && one !== 'demand/get')) {
    for (const name of readers) {
      for (const input of inputsOf(path)) {
        const answer = await ask(name, path, input)
        if (answer.ok) (counted[path] ??= new Set()).add(answer.roundTrips)
      }
    }
  }
  for (const name of ['wang', 'chen'] as const) {
    const answer = await ask(name, 'household/getDoor', await doorOf(community))
    if (answer.ok) (counted['household/getDoor'] ??= new Set()).add(answer.roundTrips)
  }
  const matter = await fileAs(community, 'zhou')
  for (const path of ['demand/get', 'demand/suggestJoins', 'demand/listJoined'] as const) {
    for (const name of ['zhou', 'wang', 'chen'] as const) {
      const answer = await ask(name, path, matter)
      if (answer.ok) (counted[path] ??= new Set()).add(answer.roundTrips)
    }
  }
  const visited = await summarisedAs(community, 'zhou')
  const home = await homeOf(community, 'zhou')
  for (const [path, input] of [['visit/get', visited], ['visit/brief', visited], ['visit/slots', home], ['visit/door', home]] as const) {
    const answer = await ask('wang', path, input)
    if (answer.ok) (counted[path] ??= new Set()).add(answer.roundTrips)
  }
  const { photoId, ...said } = await saidWithPhoto(community, 'zhou')
  const { committeeId, demandId } = said
  await drawDue(community.surroundings)
  for (const [path, input] of [['photo/listOfDemand', { committeeId, demandId }], ['photo/links', { committeeId, demandId, photoIds: [photoId] }], ['photo/status', { committeeId, photoId }]] as const) {
    const answer = await ask('zhou', path, input)
    if (answer.ok) (counted[path] ??= new Set()).add(answer.roundTrips)
  }
  return Object.fromEntries(Object.entries(counted).map(([path, found]) => [path, [...found]]))
}

const expected = (kind: 'query' | 'command') => Object.fromEntries(paths.filter((path) => promiseOf(path).meta.kind === kind).map((path) => [path, [waits[path]]]))

describe('as the demonstration stands', () => {
  test('queries', async () => { expect(await queries()).toEqual(expected('query')) })

  test.each(commands)('%s', async (path) => {
    const act = await arrange(community, path)
    const answer = await ask(act.name, path, act.input)
    expect([answer.ok, answer.roundTrips]).toEqual([true, waits[path]])
    await forgetAsking(community)
  })
})

describe('with a hundred rows of everything more', () => {
  beforeAll(async () => {
    for (const [name, status] of [['zhou', 'submitted'], ['zhou', 'answered'], ['zhou', 'closed'], ['xu', 'submitted']] as const) {
      const copies = await copiesOf(community, await fileAs(community, name), Array.from({ length: 100 }, () => ({ status })))
      await community.rows(`
        insert into demand_entry (committee_id, id, demand_id, at, by_id, step, status, text) select $1, gen_random_uuid(), id, now(), $3, 'reply', 'accepted', '看过了' from unnest($2::uuid[]) id, generate_series(1, 3)`,
      [chunshen.committeeId, copies.map((copy) => copy.demandId), accounts.wang])
      await community.rows(`
        insert into notice (committee_id, id, to_id, about, subject, subject_id, title, at, state, next_at)
        select $1, gen_random_uuid(), who, 'demandReplied', 'demand', id, '灯', now(), 'kept', now() from unnest($2::uuid[]) id, unnest($3::uuid[]) who`,
      [chunshen.committeeId, copies.map((copy) => copy.demandId), [accounts.zhou, accounts.wang, accounts.chen]])
    }
    // A hundred visits more of zhou's household, with words.
    await community.rows(`
      insert into visit (committee_id, id, household_id, block_id, mode, state, side, purpose, about, asked_by, host_id, channel, offers, told, made_at, last_at)
      select r.committee_id, gen_random_uuid(), r.household_id, r.block_id, 'online', 'asked', case when r.relation = 'tenant' then 'tenant' else 'owner' end, '聊聊', 'leader', r.account_id, $2, 'app', '["2027-01-01T11:00:00.000Z"]', array[r.account_id], now(), now()
      from resident r, generate_series(1, 100) where r.account_id = $1`, [accounts.zhou, accounts.wang])
    await community.rows(`
      insert into visit_entry (committee_id, id, visit_id, at, by_id, step, state, text) select committee_id, gen_random_uuid(), id, now(), asked_by, 'say', 'asked', '在吗' from visit v, generate_series(1, 10) where host_id = $1`, [accounts.wang])
    await community.rows(`
      insert into visit_slot (committee_id, id, host_id, starts_at, minutes) select $1, gen_random_uuid(), $2, date_trunc('day', $3::timestamptz) + n / 4 * interval '1 day' + (18 + n % 4) * interval '1 hour', 20 from generate_series(4, 100) n`, [chunshen.committeeId, accounts.wang, community.now()])
    // zhou belongs to a hundred households more of the same block, after her own by their ids, and a hundred people ask.
    await community.rows(`
      insert into resident (committee_id, id, household_id, block_id, name, relation, account_id) select committee_id, overlay(gen_random_uuid()::text placing 'ffff' from 1)::uuid, id, block_id, '周岚', 'tenant', $2 from household
      where block_id = $1 and id not in (select household_id from resident where account_id = $2) limit 100`, [chunshen.block(3), accounts.zhou])
    await community.rows(`
      with askers as (insert into account (id, name, made_at) select gen_random_uuid(), '小许', now() from generate_series(1, 100) returning id),
        doors as (select *, row_number() over () as n from household where block_id = $1 limit 100), numbered as (select id, row_number() over () as n from askers)
      insert into join_request (committee_id, id, household_id, block_id, label, account_id, name, relation, message, asked_at, state)
      select d.committee_id, gen_random_uuid(), d.id, d.block_id, d.label, a.id, '小许', 'tenant', '', now(), 'waiting' from doors d join numbered a using (n)`, [chunshen.block(3)])
  })

  test('queries wait as often', async () => { expect(await queries()).toEqual(expected('query')) })

  test.each(commands)('%s waits as often', async (path) => {
    const act = await arrange(community, path)
    const answer = await ask(act.name, path, act.input)
    expect([answer.ok, answer.roundTrips]).toEqual([true, waits[path]])
    await forgetAsking(community)
  })

  test('a thread of a hundred lines waits as often as one of one', async () => {
    const matter = await fileAs(community, 'zhou')
    await community.rows(`insert into demand_entry (committee_id, id, demand_id, at, by_id, step, status, text) select $1, gen_random_uuid(), $2, now(), $3, 'reply', 'accepted', '看过了' from generate_series(1, 100)`,
      [matter.committeeId, matter.demandId, accounts.wang])
    for (const path of ['demand/get', 'demand/markRead'] as const) expect((await ask('zhou', path, matter)).roundTrips).toBe(waits[path])
  })
})
