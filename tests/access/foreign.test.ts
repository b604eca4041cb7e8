/** Captured requests with ids, types and fields changed, and words planted in 梅园 that nobody of 春申里 may ever read. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HouseList } from '../../contract/houseMap'
import type { Id } from '../../contract/values'
import { absent, accounts, chunshen, commands, names, openCommunity, paths, plum, promiseOf, type Community, type Path } from '../fixtures/community'
import { arrange, askAs, call, doors, fileAs, householdAt, forgetAsking, picture, words, type Matter } from '../fixtures/scene'
import { homeOf } from '../fixtures/visiting'
import { draftOf, rewriting, saidTo, writing } from '../fixtures/disclosing'
import { doorOf, plumber, soon } from '../fixtures/atDoor'
import { wheelchair } from '../fixtures/writing'
import { outcomeOf } from './table'

let community: Community
let own: Matter
let shens: Matter
let plumRequest: Id
let plumMeeting: Id
let plumFollow: Id
let plumHousehold: Id
let plumTemplate: Id
let plumRight: Id
let plumDraft: Id
let plumComment: Id
/** The household of shen and a visit of it, named by each of the two committees. */
let shenHomes: { committeeId: Id; householdId: Id }[] = []
let shenVisits: { committeeId: Id; visitId: Id }[] = []
let plumDoor: { committeeId: Id; householdId: Id }
let plumConsent: Id
let plumVisit: Id
let plumItem: string
/** Stands in every private word of 梅园. */
const canary = 'KANARI7F3'

const ofChunshen = names.filter((name) => !['shen', 'zhu', 'qin'].includes(name))

beforeAll(async () => {
  community = await openCommunity({ connections: 4 })
  own = await fileAs(community, 'zhou')
  shens = await fileAs(community, 'shen', '梅园的路灯不亮')
  await community.as('zhu').demand.reply({ ...shens, text: '明天去看。' })
  await community.as('zhu').demand.note({ ...shens, text: '先问物业。' })
  plumTemplate = (await community.as('qin').template.list({ committeeId: plum.committeeId })).items[0]!.id
  plumDraft = (await draftOf(community, 'qin')).disclosureId
  plumComment = (await saidTo(community, 'shen')).commentId
  plumRight = (await community.as('shen').rights.ask({ ...plum, kind: 'explain', words: '为什么记我的电话？' })).id
  plumDoor = await doorOf(community, 'shen')
  plumVisit = (await community.as('zhu').visit.sendToDoor({ ...plumDoor, ...plumber, ...soon(community) })).door.visits[0]!.id
  await community.rows('update household set no_home_visits = true where id = $1', [plumDoor.householdId])
  await community.as('zhu').visit.sendToDoor({ ...plumDoor, ...plumber, ...soon(community) })
  plumConsent = (await community.as('zhu').visit.askConsent({ ...plumDoor, ...plumber, ...soon(community) })).consents[0]!.id
  const written = await community.as('qin').service.save({ ...plum, slug: null, number: 0, revision: 0, content: { ...wheelchair, title: canary } })
  plumItem = written.saved ? written.slug : ''
  await community.rows(`update service_step set why = '${canary}' where slug = $1`, [plumItem])
  plumRequest = await askAs(community, 'xu', 'plum')
  const { committeeId } = plum
  plumMeeting = (await community.as('qin').meeting.open({ committeeId, chairId: accounts.qin, present: [] })).meetingId
  plumFollow = (await community.as('qin').meeting.resolve({ committeeId, meetingId: plumMeeting, demandId: shens.demandId, facts: '路灯', outcome: 'note', words: '接着办。', ownerId: accounts.zhu, dueOn: '2026-12-01' })).id
  await community.as('qin').meeting.close({ committeeId, meetingId: plumMeeting })
  plumHousehold = await householdAt(community, '2号楼 301室', plum)
  const shenHome = await homeOf(community, 'shen')
  const { id: visitId } = await community.as('shen').visit.ask({ ...shenHome, about: 'leader', purpose: '路灯', channel: 'app', offers: ['2026-11-25T11:00:00.000Z'] })
  shenHomes = [shenHome, { ...shenHome, committeeId: chunshen.committeeId }]
  shenVisits = [{ committeeId, visitId }, { committeeId: chunshen.committeeId, visitId }]
  const here = 'where committee_id = $1'
  for (const plant of [
    `update demand set title = '${canary}', text = '${canary} 路灯', place = '${canary}', filer_name = '${canary}', last_line = '${canary}' ${here}`,
    `update demand_entry set text = '${canary}' ${here} and text is not null`,
    `update resolution set title = '${canary}', facts = '${canary}', words = '${canary}' ${here}`,
    `update visit set purpose = '${canary}' ${here}`,
    `update visit_entry set text = '${canary}' ${here} and text is not null`,
    `insert into export_log (committee_id, id, by_id, at, what, rows, why) values ($1, gen_random_uuid(), '${accounts.qin}', now(), 'vacant', 1, 'x' || '${canary}')`,
    `update export_log set why = '${canary}' ${here}`,
    `update household set label = '${canary} ' || label, hours = '${canary}' ${here}`,
    `update resident set name = '${canary}' ${here}`,
    `update join_request set name = '${canary}', message = '${canary}', label = '${canary}' ${here} and account_id <> '${accounts.xu}'`,
    `update visit_consent set who = '${canary}', purpose = '${canary}' ${here}`,
    `update visit_attempt set who = '${canary}', purpose = '${canary}' ${here}`,
    `update visit set who = '${canary}', purpose = '${canary}' ${here} and mode = 'home'`,
    `update rights_request set words = '${canary}', name = '${canary}' ${here}`,
    `update disclosure set title = '${canary}', text = '${canary}' ${here} and state = 'draft'`,
    `update disclosure_comment set text = '${canary}' ${here}`,
    `update answer_template set title = '${canary}', text = '${canary}' ${here}`,
    `update notice set title = '${canary}', from_name = '${canary}' ${here} and to_id <> '${accounts.xu}'`,
  ]) await community.rows(plant, [plum.committeeId])
  await community.rows(`update account set name = '${canary}' where id = $1`, [accounts.shen])
})
afterAll(() => community.close())

/** All that a method about one archive may ask for, besides whose it is. */
const aboutHome = {
  what: ['contact', 'care', 'notes'], why: '让我看看。', version: 1, edits: [{ field: 'tenure', value: 'vacant' }], residentId: absent, kind: 'orphan', basis: '让我看看。', reviewOn: '2027-05-20',
  wish: { noHomeVisits: false, channels: ['door'], hours: null, never: [], language: null },
}

/** Inputs for every method that name the other committee and its things, in every mixture. */
function prying(path: Path): Record<string, unknown>[] {
  const matters = [shens, { committeeId: chunshen.committeeId, demandId: shens.demandId }, { committeeId: plum.committeeId, demandId: own.demandId }]
  const said = { text: '让我看看。', reason: '让我看看。', to: { accountId: accounts.li, kind: 'property', name: '物业公司', number: null } }
  const inputs: Partial<Record<Path, Record<string, unknown>[]>> = {
    'account/home': [{}, plum],
    'organization/buildings': [plum],
    'organization/blocks': [plum],
    'organization/serving': [plum],
    'organization/roster': [plum],
    'organization/listLeave': [plum],
    'organization/listDuty': [plum, { ...plum, from: '2026-11-02' }],
    'organization/listCalendar': [{ ...plum, year: '2026' }],
    'organization/listSettings': [plum],
    'organization/foreseeDay': [{ ...plum, day: '2026-11-30', to: 'closed' }],
    'organization/takeLeave': [{ ...plum, accountId: accounts.zhu, since: '2026-11-21T00:00:00.000Z', until: '2026-11-22T00:00:00.000Z', standInId: null }],
    'organization/cancelLeave': [{ ...plum, leaveId: absent }],
    'organization/setDuty': [{ ...plum, day: '2026-11-30', accountId: null, untilMinute: 1020 }],
    'organization/setClosingDay': [{ ...plum, day: '2026-11-30', working: false, name: '闭门' }],
    'organization/removeClosingDay': [{ ...plum, day: '2026-11-30' }],
    'organization/appoint': [{ ...plum, accountId: accounts.tang, kind: 'leader', blockId: plum.block(1) }, { ...chunshen, accountId: accounts.zhu, kind: 'leader', blockId: plum.block(1) }],
    'organization/endPost': [{ ...plum, postId: absent }],
    'organization/splitBlock': [{ ...plum, blockId: plum.block(1), buildingIds: [plum.building(1)], leaderId: accounts.zhu }, { committeeId: chunshen.committeeId, blockId: plum.block(1), buildingIds: [plum.building(1)], leaderId: accounts.wang }],
    'organization/mergeBlocks': [{ ...plum, blockId: plum.block(1), intoId: plum.block(2) }, { committeeId: chunshen.committeeId, blockId: chunshen.block(1), intoId: plum.block(2) }],
    'organization/setLadder': [{ ...plum, rungs: [{ who: 'director', afterMinutes: 0 }] }],
    'service/list': [plum],
    'service/get': [{ ...plum, slug: 'juzhuzheng' }],
    ...Object.fromEntries((['getEdit', 'versions', 'version', 'send', 'giveBack', 'publish', 'withdrawSchedule', 'retire', 'check', 'discard', 'rollBack'] as const).map((name) => [`service/${name}`,
      [plum, chunshen].map(({ committeeId }) => ({ committeeId, slug: plumItem, number: 1, revision: 1, reason: '看看', at: null, asOf: '2026-11-20', nextCheck: null }))])),
    'service/listEdited': [plum],
    'service/save': [{ ...plum, slug: null, number: 0, revision: 0, content: wheelchair }, ...[plum, chunshen].map(({ committeeId }) => ({ committeeId, slug: plumItem, number: 1, revision: 1, content: wheelchair }))],
    'household/askToJoin': [{ ...doors.plum, committeeId: chunshen.committeeId, name: '小许', relation: 'tenant', message: '' }],
    'household/decideRequest': [{ requestId: plumRequest, decision: 'confirm', reason: '' }],
    'household/listOfBlock': [{}, { search: canary }],
    'demand/foresee': [{ committeeId: plum.committeeId, kind: 'request', urgency: 'danger' }],
    'demand/file': [],
    'demand/enter': [{ ...call, committeeId: plum.committeeId }, { ...call, committeeId: chunshen.committeeId, who: { ...call.who, householdId: plumHousehold } }],
    'demand/rate': matters.map((matter) => ({ ...matter, value: 1, reasons: [], words: '' })),
    'demand/ratingReasons': [{}],
    'demand/listRatings': [plum],
    'household/getDoor': [{ ...plum, householdId: plumHousehold }, { committeeId: chunshen.committeeId, householdId: plumHousehold }],
    'household/makeCode': [{ ...plum, householdId: plumHousehold }, { committeeId: chunshen.committeeId, householdId: plumHousehold }],
    'household/useCode': [{ code: '22222222', name: '小许', relation: 'tenant' }],
    'household/leave': [{ ...plum, householdId: plumHousehold }],
    'household/removeMember': [{ ...plum, residentId: absent, reason: '让我看看。' }],
    'household/findDoors': [{ ...plum, door: '2-301' }, { ...chunshen, door: '2-301' }],
    ...Object.fromEntries((['get', 'history', 'open', 'change', 'propose', 'setWish', 'setCare'] as const).map((name) => [`household/${name}`, [plum, chunshen].map(({ committeeId }) => ({ ...aboutHome, committeeId, householdId: plumHousehold }))])),
    'household/split': [plum, chunshen].map(({ committeeId }) => ({ committeeId, householdId: plumHousehold, version: 1, residentIds: [absent], room: '201乙', source: 'staff', why: '看看' })),
    'household/merge': [plum, chunshen].map(({ committeeId }) => ({ committeeId, householdId: plumHousehold, version: 1, otherId: absent, source: 'staff', why: '看看' })),
    'household/moveOut': [plum, chunshen].map(({ committeeId }) => ({ committeeId, householdId: plumHousehold, version: 1, source: 'staff', why: '看看' })),
    'household/undoHomeChange': [plum, chunshen].map(({ committeeId }) => ({ committeeId, changeId: absent, why: '看看' })),
    'household/decideChange': [plum, chunshen].map(({ committeeId }) => ({ committeeId, changeId: absent, apply: true, why: '' })),
    'household/reviewCare': [plum, chunshen].map(({ committeeId }) => ({ committeeId, careId: absent, basis: '看过', reviewOn: '2027-05-20' })),
    'household/endCare': [plum, chunshen].map(({ committeeId }) => ({ committeeId, careId: absent, why: '看过' })),
    'household/contestCare': [plum, chunshen].map(({ committeeId }) => ({ committeeId, careId: absent, why: '看过' })),
    'household/map': [plum, { ...plum, buildingId: plum.building(1) }, { ...chunshen, buildingId: plum.building(1) }, { ...chunshen, blockId: plum.block(1) }],
    'household/listHouses': HouseList.options.flatMap((list) => [{ ...plum, list }, { ...chunshen, list, blockId: plum.block(1) }, { ...chunshen, list, buildingId: plum.building(1) }]),
    'report/log': [plum],
    'household/findPhone': [{ committeeId: plum.committeeId, phone: '100 0000 0001', why: '看看' }, { committeeId: chunshen.committeeId, phone: '100 0000 0001', why: '看看' }],
    'demand/listInbox': [{}, { search: canary }, { filter: 'rest' }, { filter: 'late' }],
    'demand/listCommittee': [{ committeeId: plum.committeeId, filter: 'all' }, { committeeId: plum.committeeId, search: canary }, { committeeId: chunshen.committeeId, blockId: plum.block(1) }, { committeeId: chunshen.committeeId, search: canary }],
    'demand/overview': [{ committeeId: plum.committeeId }],
    'demand/lookAlikes': [{ committeeId: plum.committeeId, text: `${canary} 路灯不亮`, place: canary }],
    'demand/listMoved': [{ committeeId: plum.committeeId }],
    'demand/join': [...matters.map((matter) => ({ ...matter, leadId: own.demandId, reason: '' })), { ...own, leadId: shens.demandId, reason: '' }],
    'demand/suggestJoins': matters,
    'demand/listJoined': matters,
    'demand/move': matters.map((matter) => ({ ...matter, toCommitteeId: chunshen.committeeId, reason: '给我们。' })),
    'demand/handOver': matters.map((matter) => ({ ...matter, to: { accountId: accounts.li }, reason: '' })),
    'visit/door': [plumDoor, { committeeId: chunshen.committeeId, householdId: plumDoor.householdId }, { ...plum, demandId: shens.demandId }],
    'visit/sendToDoor': [{ ...plumDoor, ...plumber, ...soon(community) }, { committeeId: chunshen.committeeId, householdId: plumDoor.householdId, ...plumber, ...soon(community) }],
    'visit/askConsent': [{ ...plumDoor, ...plumber, ...soon(community) }],
    'visit/answerConsent': [{ ...plum, consentId: plumConsent, answer: 'give' }, { ...chunshen, consentId: plumConsent, answer: 'give' }],
    'visit/endHomeVisit': [{ ...plum, visitId: plumVisit, outcome: 'cancel', words: '' }],
    'rights/list': [plum],
    'rights/ask': [],
    'rights/takeBack': [{ ...plum, requestId: plumRight }, { ...chunshen, requestId: plumRight }],
    'rights/decide': [{ ...plum, requestId: plumRight, done: true, reply: '看过了。' }, { ...chunshen, requestId: plumRight, done: true, reply: '看过了。' }],
    'talent/list': [plum, { ...plum, search: canary }],
    'talent/withdraw': [{ ...plum, talentId: absent }],
    'disclosure/list': [plum],
    'disclosure/get': [plum, chunshen].map(({ committeeId }) => ({ committeeId, disclosureId: plumDraft })),
    'disclosure/listEdited': [plum],
    'disclosure/listHeldComments': [plum],
    'disclosure/save': [{ ...plum, ...writing, disclosureId: null, revision: null }, ...[plum, chunshen].map(({ committeeId }) => ({ committeeId, ...writing, disclosureId: plumDraft, revision: 1 }))],
    'disclosure/publish': [plum, chunshen].map(({ committeeId }) => ({ committeeId, disclosureId: plumDraft, revision: 1 })),
    'disclosure/correct': [plum, chunshen].map(({ committeeId }) => ({ committeeId, ...rewriting, disclosureId: plumDraft, revision: 1, reason: '让我看看' })),
    'disclosure/withdraw': [plum, chunshen].map(({ committeeId }) => ({ committeeId, disclosureId: plumDraft, reason: '让我看看' })),
    'disclosure/setBoardDate': [plum, chunshen].map(({ committeeId }) => ({ committeeId, disclosureId: plumDraft, boardOn: null })),
    'disclosure/comment': [plum, chunshen].map(({ committeeId }) => ({ committeeId, disclosureId: plumDraft, text: '让我看看' })),
    'disclosure/releaseComment': [plum, chunshen].map(({ committeeId }) => ({ committeeId, commentId: plumComment })),
    'disclosure/rejectComment': [plum, chunshen].map(({ committeeId }) => ({ committeeId, commentId: plumComment, reason: '让我看看' })),
    'template/list': [plum],
    'template/save': [{ ...plum, templateId: null, kind: null, title: '好', text: '看过了' }, { ...chunshen, templateId: plumTemplate, kind: null, title: '好', text: '看过了' }],
    'template/remove': [{ ...plum, templateId: plumTemplate }],
    'demand/markReadMany': [{ demands: matters }],
    'demand/snooze': matters.map((matter) => ({ ...matter, until: '2026-11-23T00:30:00.000Z', reason: '等配件' })),
    'meeting/next': [plum],
    'meeting/get': [{ ...plum, meetingId: plumMeeting }, { ...chunshen, meetingId: plumMeeting }],
    'meeting/list': [plum],
    'meeting/minutes': [{ ...plum, meetingId: plumMeeting }, { ...chunshen, meetingId: plumMeeting }],
    'meeting/setTime': [{ ...plum, weekday: 1, minute: 540 }],
    'meeting/open': [{ ...plum, chairId: accounts.qin, present: [] }],
    'meeting/setPresent': [{ ...plum, meetingId: plumMeeting, came: [accounts.zhou], notThere: [] }, { ...chunshen, meetingId: plumMeeting, came: [], notThere: [] }],
    'meeting/resolve': [plum, chunshen].map(({ committeeId }) => ({ committeeId, meetingId: plumMeeting, demandId: shens.demandId, facts: '', outcome: 'note', words: '看看。' })),
    'meeting/settle': [plum, chunshen].map(({ committeeId }) => ({ committeeId, resolutionId: plumFollow, done: true, words: '' })),
    'meeting/close': [{ ...plum, meetingId: plumMeeting }],
    'notice/markRead': [{ subjectId: shens.demandId }, {}],
    'visit/slots': shenHomes,
    'visit/mySlots': [plum],
    'visit/publishSlots': [{ ...plum, times: ['2026-11-25T11:00:00.000Z'], minutes: 20, weeks: 1 }],
    'visit/ask': shenHomes.map((home) => ({ ...home, about: 'leader', purpose: '让我看看', channel: 'app', offers: ['2026-11-25T11:00:00.000Z'] })),
    'visit/invite': shenHomes.map((home) => ({ ...home, purpose: '让我看看', channel: 'app', offers: ['2026-11-25T11:00:00.000Z'] })),
    'visit/get': shenVisits,
    'visit/brief': shenVisits,
    'visit/say': shenVisits.map((visit) => ({ ...visit, text: '让我看看' })),
    'visit/cancel': shenVisits.map((visit) => ({ ...visit, reason: '让我看看' })),
    'safety/decideVisit': shenVisits.map((visit) => ({ ...visit, entryId: absent, decision: 'release', reason: '' })),
    'visit/summarise': shenVisits.map((visit) => ({ ...visit, summary: '让我看看', needs: [], helpers: [] })),
  }
  if (inputs[path]) return inputs[path]
  if (!path.startsWith('demand/') || path === 'demand/listMine') return [{}]
  return matters.map((matter) => (['demand/get', 'demand/accept', 'demand/takeOver', 'demand/confirm', 'demand/withdraw', 'demand/separate', 'demand/markRead', 'demand/unsnooze'].includes(path) ? matter : { ...matter, ...said }))
}

describe('words of the other committee', () => {
  test('stand where those of 梅园 read them', async () => {
    const { text, thread, from } = await community.as('qin').demand.get(shens)
    expect([text, from, thread.filter((entry) => entry.text?.includes(canary)).length > 1]).toEqual([`${canary} 路灯`, expect.stringContaining(canary), true])
    expect(JSON.stringify(await community.as('zhu').household.listOfBlock({}))).toContain(canary)
    expect(JSON.stringify(await community.as('zhu').notice.list({}))).toContain(canary)
  })

  test.each([true, false])('are in no answer and no log of anybody of 春申里, whatever they ask (first wall: %s)', async (firstWall) => {
    const walls = firstWall ? community : community.withoutFirstWall()
    const seen: string[] = []
    let asked = 0
    for (const name of ofChunshen) {
      for (const path of paths) {
        for (const input of prying(path)) {
          const answer = await walls.answerOf(name, path, input)
          asked += 1
          if (JSON.stringify(answer).includes(canary)) seen.push(`${name} ${path} ${JSON.stringify(input)}`)
        }
      }
    }
    expect(asked).toBeGreaterThan(600)
    expect(seen).toEqual([])
    expect(JSON.stringify(community.logged)).not.toContain(canary)
    const [row] = await community.rows(`select status, owner_id as owner from demand where id = $1`, [shens.demandId])
    expect(row).toEqual({ status: 'accepted', owner: accounts.zhu })
  })
})

describe('absent and foreign look the same', () => {
  test('an id of the other committee is answered as an id that nothing has, to the letter', async () => {
    const strip = (answer: Awaited<ReturnType<Community['answerOf']>>) => ({ ...answer, roundTrips: 0 })
    for (const name of ['zhou', 'wang', 'tang'] as const) {
      for (const path of paths.filter((one) => prying(one).some((input) => 'demandId' in input))) {
        const input = prying(path)[0]!
        const foreign = strip(await community.answerOf(name, path, input))
        expect([path, foreign]).toEqual([path, strip(await community.answerOf(name, path, { ...input, demandId: absent }))])
        expect([path, foreign]).toEqual([path, { ok: false, refusal: 'NotFound', data: {}, roundTrips: 0 }])
      }
      const decide = { decision: 'confirm', reason: '' }
      expect(strip(await community.answerOf(name, 'household/decideRequest', { ...decide, requestId: plumRequest })))
        .toEqual(strip(await community.answerOf(name, 'household/decideRequest', { ...decide, requestId: absent })))
    }
  })

  test('the pages of one list do not open another', async () => {
    await community.as('wang').demand.listInbox({})
    const { next } = await community.as('tang').demand.listCommittee({ committeeId: chunshen.committeeId, filter: 'all' })
    expect(next).not.toBeNull()
    for (const name of ['zhou', 'shen', 'qin'] as const) {
      const { items } = await community.as(name).demand.listMine({ cursor: next! })
      expect(items.every((item) => item.from === null)).toBe(true)
    }
    const broken = ['', 'x', Buffer.from('[1]').toString('base64url'), Buffer.from(`["2026-11-20T05:00:00.000Z","' or true --"]`).toString('base64url')]
    for (const cursor of broken) expect(await community.answerOf('zhou', 'demand/listMine', { cursor })).toMatchObject({ ok: false, refusal: 'BadInput' })
  })
})

describe('fields nobody asked for', () => {
  const extra = JSON.parse(`{"role":"director","post":"director","openid":"o-someone","person":{"accountId":"${accounts.tang}"},"accountId":"${accounts.tang}","filedBy":"${accounts.tang}",
    "owner":"${accounts.zhou}","status":"closed","number":"ZX-2026-000001","committeeIds":["${plum.committeeId}"],"firstWall":false,"__proto__":{"role":"director","firstWall":false},"constructor":{"prototype":{"firstWall":false}}}`) as object

  test('change nothing: the answer is the same, to queries', async () => {
    for (const name of ['zhou', 'zheng', 'visitor'] as const) {
      for (const path of paths.filter((one) => promiseOf(one).meta.kind === 'query')) {
        for (const input of prying(path)) {
          const plain = await community.answerOf(name, path, input)
          const laden = await community.answerOf(name, path, { ...input, ...Object.fromEntries(Object.entries(extra).filter(([key]) => !(key in input))) })
          expect([name, path, laden]).toEqual([name, path, plain])
        }
      }
    }
  })

  test.each(commands)('change nothing: %s does what it would have done', async (path) => {
    const act = await arrange(community, path)
    const laden = Object.assign(JSON.parse(JSON.stringify(extra)) as object, act.input)
    const answer = await community.answerOf(act.name, path, laden)
    expect(answer).toMatchObject({ ok: true })
    // Nor do they make somebody of another committee into one who may.
    const open = ['demand/file', 'household/askToJoin', 'household/useCode', 'notice/markRead', 'notice/grant', 'demand/markReadMany', 'photo/begin', 'rights/consent', 'rights/ask'].includes(path)
    if (!open) expect(outcomeOf(await community.answerOf('shen', path, laden))).toBe('NotFound')
    if (path === 'demand/file') {
      const { owner, number, status } = answer.ok ? (answer.output as { owner: { accountId: Id }; number: string; status: string }) : {} as never
      expect([owner.accountId, status, number === 'ZX-2026-000001']).toEqual([accounts.wang, 'submitted', false])
    }
    await forgetAsking(community)
  })

  test('nothing leaks into other objects of the server', () => {
    expect(({} as Record<string, unknown>).role).toBeUndefined()
    expect(({} as Record<string, unknown>).firstWall).toBeUndefined()
  })
})

describe('what does not fit the contract', () => {
  const strange: unknown[] = [null, undefined, 0, '', 'x', [], [{}], true, { committeeId: 1 }, { committeeId: { $ne: null }, demandId: ['x'] }, { committeeId: `${chunshen.committeeId}' or '1'='1` }, { demandId: '../../etc' }]

  test('is refused by name or answered, and never a fault', async () => {
    const before = await picture(community)
    const faults: string[] = []
    for (const path of paths) {
      for (const input of strange) {
        const answer = await community.answerOf('zhou', path, input)
        if (!answer.ok && 'fault' in answer) faults.push(`${path} ${JSON.stringify(input)}: ${JSON.stringify(community.logged.at(-1))}`)
      }
    }
    expect(faults).toEqual([])
    // notice/markRead of everything takes an input without fields, and leaves its receipt.
    expect(await picture(community)).toEqual({ ...before, receipt: expect.anything(), notice: expect.anything() })
  })

  test.each([
    ['a single emoji', '😀'], ['two emoji', '😀🀄'], ['a lone surrogate', '\ud800ab'], ['right to left and joiners', '‮\u200d灯坏了'], ['a formula', '=HYPERLINK("x")'],
    ['quotes and backslashes', `'";\\%_--`], ['a thousand characters', '灯'.repeat(1000)], ['five hundred emoji', '😀'.repeat(500)],
  ])('words of any kind are kept or refused: %s', async (_, text) => {
    const answer = await community.answerOf('zhou', 'demand/file', { committeeId: chunshen.committeeId, ...words(text) })
    expect(['ok', 'BadInput']).toContain(outcomeOf(answer))
    if (answer.ok) expect((answer.output as { text: string }).text).toBe(Buffer.from(text).toString().trim())
    const found = await community.answerOf('tang', 'demand/listCommittee', { committeeId: chunshen.committeeId, search: text.slice(0, 40) })
    expect(['ok', 'BadInput']).toContain(outcomeOf(found))
  })

  test('a NUL is refused wherever it may be typed', async () => {
    for (const [path, input] of [
      ['demand/file', { committeeId: chunshen.committeeId, ...words('灯\u0000坏了') }], ['demand/listInbox', { search: '\u0000' }], ['service/get', { ...chunshen, slug: '\u0000' }], ['household/listOfBlock', { search: 'a\u0000' }],
    ] as const) {
      const answer = await community.answerOf('zhou', path, input)
      expect([path, ['BadInput', 'NotFound'].includes(outcomeOf(answer))]).toEqual([path, true])
    }
  })

  test('a cursor that was tampered with is refused', async () => {
    const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
    const at = '2026-11-20T05:00:00.000Z'
    const places = [[2 ** 40, at, absent], [99_999, at, absent], [2 ** 40, absent], ['0000-01-01T00:00:00.000Z', absent], [0, '0000-01-01T00:00:00.000Z', absent], [at, `${absent}'`], {}, null, [[]]]
    for (const name of ['wang', 'tang'] as const) {
      for (const path of ['demand/listMine', 'demand/listInbox', 'demand/listCommittee', 'notice/list', 'household/listOfBlock'] as const) {
        for (const place of places) {
          expect([path, place, outcomeOf(await community.answerOf(name, path, { committeeId: chunshen.committeeId, cursor: cursor(place) }))])
            .toEqual([path, place, path === 'demand/listCommittee' && name === 'wang' ? 'NotFound' : 'BadInput'])
        }
      }
    }
  })
})
