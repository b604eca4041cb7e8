/** Every personal column of docs/data-map.md is in one's own copy, or is kept out for a reason that stands here: a new one must choose. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentVersions } from '../../contract/consent'
import { RightsCopy } from '../../contract/rightsCopy'
import type { Id } from '../../contract/values'
import { accounts, chunshen, openCommunity, opening, type Community } from '../fixtures/community'
import { saidTo } from '../fixtures/disclosing'
import { fileAs } from '../fixtures/scene'
import { seals } from '../fixtures/seals'
import { homeOf, willingAs } from '../fixtures/visiting'

/** Where it stands in the copy. */
const copied: Record<string, string> = {
  'account.name': 'name',
  'resident.name': 'households.name', 'resident.relation': 'households.relation', 'resident.birth_year': 'households.birthYear', 'resident.roles': 'households.roles',
  'resident.phone_sealed': 'households.phone', 'resident.email_sealed': 'households.email', 'resident.has_phone': 'households.phone', 'resident.has_email': 'households.email',
  'household.label': 'households.label', 'household.room': 'households.label', 'household.tenure': 'households.tenure', 'household.no_home_visits': 'households.wish.noHomeVisits', 'household.channels': 'households.wish.channels',
  'household.hours': 'households.wish.hours', 'household.never': 'households.wish.never', 'household.language': 'households.wish.language', 'household.wish_at': 'households.wishAt',
  'household_care.kind_sealed': 'care.kind', 'household_care.basis_sealed': 'care.basis', 'household_care.law_sealed': 'care.law', 'household_care.since': 'care.since', 'household_care.review_on': 'care.reviewOn', 'household_care.set_by': 'care.setBy',
  'household_care.contested_at': 'care.contestedAt', 'household_care.contest_sealed': 'care.contest', 'household_care.ended_at': 'care.endedAt', 'household_care.ended_by': 'care.endedBy', 'household_care.ended_why_sealed': 'care.endedWhy',
  'archive_change.old': 'changes.old', 'archive_change.new': 'changes.new', 'archive_change.old_sealed': 'changes.old', 'archive_change.new_sealed': 'changes.new', 'archive_change.by_id': 'changes.by',
  'archive_change.decided_by': 'changes.decidedBy', 'archive_change.why': 'changes.why',
  'opening.by_id': 'openings.by', 'opening.why': 'openings.why',
  'join_request.label': 'joinRequests.label', 'join_request.name': 'joinRequests.name', 'join_request.relation': 'joinRequests.relation', 'join_request.message': 'joinRequests.message', 'join_request.decided_by': 'joinRequests.decidedBy', 'join_request.reason': 'joinRequests.reason',
  'departure.label': 'departures.label', 'departure.why': 'departures.why',
  'visit.asked_by': 'visits.askedBy', 'visit.invited': 'visits.askedBy', 'visit.host_id': 'visits.host', 'visit.who': 'visits.who', 'visit.purpose': 'visits.purpose', 'visit.summary': 'visits.summary',
  'visit_entry.by_id': 'visits.thread.by', 'visit_entry.text': 'visits.thread.text', 'visit_helper.what': 'visits.helps.what', 'visit_helper.answered_by': 'visits.helps.state', 'talent.account_id': 'talents', 'talent.what': 'talents.what',
  'visit_consent.who': 'doorConsents.who', 'visit_consent.purpose': 'doorConsents.purpose', 'visit_consent.asked_by': 'doorConsents.askedBy', 'visit_consent.answered_by': 'doorConsents.answeredBy',
  'visit_attempt.by_id': 'doorAttempts.by', 'visit_attempt.who': 'doorAttempts.who', 'visit_attempt.purpose': 'doorAttempts.purpose',
  'demand.filed_by': 'demands', 'demand.filer_name': 'demands.name', 'demand.filer_phone_sealed': 'demands.phone', 'demand.entered_by': 'demands.enteredBy', 'demand.title': 'demands.title', 'demand.text': 'demands.text', 'demand.place': 'demands.place', 'demand.answers': 'demands.answers.answer',
  'demand_entry.by_id': 'demands.thread.by', 'demand_entry.text': 'demands.thread.text',
  'demand_rating.by_id': 'demands.ratings', 'demand_rating.reasons': 'demands.ratings.reasons', 'demand_rating.words': 'demands.ratings.words',
  'photo.by_id': 'demands.photos',
  'notice.title': 'notices.title', 'notice.from_name': 'notices.from',
  'disclosure_comment.account_id': 'comments', 'disclosure_comment.text': 'comments.text', 'disclosure_comment.reason': 'comments.reason',
  'rights_request.name': 'requests.name', 'rights_request.words': 'requests.words', 'rights_request.reply': 'requests.reply', 'rights_request.decided_by': 'requests.decidedBy',
}

/** Columns, or whole tables, and why they stay out. */
const keptOut: Record<string, string> = {
  'identity.subject': 'whoever holds it is that person', 'session.token_hash': 'whoever holds it is signed in', 'household_code.hash': 'opens a household', 'rate.person': 'a hash that lives ten minutes',
  'receipt.answer': 'an answer once more, for thirty days; what it says stands in its own place',
  'resident.phone_index': 'a keyed hash of the number that stands there in the clear',
  'class_decision.by_id': 'shows whether somebody else of the household is cared for', 'class_decision.no_home_visits': 'the wish stands under changes; the class with it shows the care of others',
  'demand.filer_phone': 'empty: what was there lies sealed', 'demand.last_line': 'the beginning of the last line of the thread',
  ...Object.fromEntries(['declined_by', 'first_receiver_id', 'kept_from', 'last_by', 'lent_from', 'more_time_by', 'offered_to', 'owner_id', 'told'].map((column) => [`demand.${column}`, 'who serves had it when; each step names them in the thread'])),
  ...Object.fromEntries(['by_name', 'to_id', 'to_name', 'decided_by', 'decided_reason'].map((column) => [`demand_entry.${column}`, 'who serves, and a word on words that were held back from others'])),
  'visit_entry.decided_by': 'who serves, and looked at words that were held back', 'visit_entry.decided_reason': 'a word on words that were held back from others',
  demand_moved: 'stands in the thread, and the matter goes on under a new number',
  'demand_rating.rated_id': 'ratings speak of matters, not of people (decision 021)',
  demand_snooze: 'when one who serves puts off their own list', phone_try: 'a work note; what was said on the phone stands in the thread', fund_idea: 'what a meeting passed on, without a name', resolution: 'records of the committee; what was decided stands in the thread',
  'photo.verdict_by': 'the check of pictures; a refusal is told', 'photo.verdict_reason': 'the check of pictures; a refusal is told', photo_piece: 'seconds old; the photo is what counts',
  'visit.side': 'follows from the relation', 'visit.last_by': 'stands in the thread', 'visit.told': 'who else of the home was told',
  home_change: 'of the door as a whole, and read in the history of its archive; that one left, and why, stands under departures',
  export_log: 'a work record of one who serves; it names no resident',
  'archive_change.new_index': 'a keyed hash of the number that stands under changes', household_import: 'what a committee brought in at once; what it changed of somebody stands under changes, with its source',
  visit_note: 'the memory aid of one who serves, read by nobody else (DOMAIN 5.2)',
}

const personal = readFileSync('docs/data-map.md', 'utf8').split(/^## /m).slice(1).flatMap((part) => {
  const table = part.split(' ', 1)[0]!.split('\n', 1)[0]!
  return [...part.matchAll(/^- (?:person|home|contact|sensitive|words|secret): (.+)$/gm)].flatMap(([, list = '']) => list.split(/,\s*/).map((column) => `${table}.${column.trim()}`))
})

test('each personal column is copied, or kept out for a reason', () => {
  expect(personal.length).toBeGreaterThan(100)
  expect(personal.filter((name) => !(name in copied) && !(name in keptOut) && !(name.replace(/[.].*/, '') in keptOut))).toEqual([])
  expect([...Object.keys(copied), ...Object.keys(keptOut)].filter((name) => !personal.some((one) => one === name || one.startsWith(`${name}.`)))).toEqual([])
  expect(Object.keys(copied).filter((name) => name in keptOut)).toEqual([])
  expect(Object.values(keptOut).filter((reason) => reason.length < 8)).toEqual([])
})

interface Schema { def: { element?: Schema; innerType?: Schema; shape?: Record<string, Schema> } }
/** Follows lists and optional values down. */
function within({ def }: Schema, path: string): boolean {
  if (path === '') return true
  if (def.element ?? def.innerType) return within((def.element ?? def.innerType)!, path)
  const [head = '', ...rest] = path.split('.')
  const next = def.shape?.[head]
  return next !== undefined && within(next, rest.join('.'))
}

test('each place named is a place of the copy', () => {
  expect(Object.values(copied).filter((path) => !within(RightsCopy as unknown as Schema, path))).toEqual([])
  expect(within(RightsCopy as unknown as Schema, 'households.nothing')).toBe(false)
})

let community: Community
beforeAll(async () => { community = await openCommunity() })
afterAll(() => community.close())

const residentOf = async (account: Id) => (await community.rows<{ committee_id: Id; id: Id; household_id: Id; block_id: Id }>('select committee_id, id, household_id, block_id from resident where account_id = $1', [account]))[0]!

test('what is written into those columns comes out in the copy of the person concerned, and of nobody else', async () => {
  community.setClock(opening)
  const { committeeId } = chunshen
  const { id: resident, household_id: home, block_id: block } = await residentOf(accounts.zhou)
  const seal = (field: string, rowId: Id, text: string) => seals.seal({ committeeId, field, rowId }, text)
  const id = (n: number) => `0199aaaa-0000-7000-8000-00000000000${n}`
  await willingAs(community, 'zhou')
  const { commentId } = await saidTo(community, 'zhou', '北面水管没包')
  await community.as('tang').disclosure.rejectComment({ committeeId: chunshen.committeeId, commentId, reason: '写了别家门牌' })
  const { demandId } = await fileAs(community, 'zhou', '甲乙楼道的灯')
  await community.as('wang').demand.reply({ committeeId, demandId, text: '乙丙答复' })
  await community.as('zhou').rights.ask({ committeeId, kind: 'explain', words: '丙丁为什么' })
  await community.as('zhou').notice.grant({ answers: { answered: 'reject' } })
  await community.rows(`update resident set birth_year = 1987, roles = '{volunteer}', phone_sealed = $2, phone_index = 'x', email_sealed = $3 where id = $1`, [resident, seal('resident.phone', resident, '10012340001'), seal('resident.email', resident, 'jia@example.cn')])
  await community.rows(`update household set hours = '丁戊时段', language = '戊己话' where id = $1`, [home])
  const where = [committeeId, home, block] as const
  await community.rows(`insert into household_care (committee_id, household_id, block_id, id, resident_id, kind_sealed, basis_sealed, since, review_on, set_by, set_at, contested_at, contest_sealed, ended_at, ended_by, ended_why_sealed)
    values ($1, $2, $3, $4, $5, $6, $7, '2026-03-02', '2026-12-30', $8, now(), now(), $9, now(), $8, $10)`,
  [...where, id(1), resident, seal('household_care.kind', id(1), 'emptyNest'), seal('household_care.basis', id(1), '己庚依据'), accounts.wang, seal('household_care.contest', id(1), '庚辛不对'), seal('household_care.ended_why', id(1), '辛壬结束')])
  await community.rows(`insert into archive_change (committee_id, household_id, block_id, id, resident_id, field, old_sealed, new_sealed, source, by_id, at, state, decided_by, decided_at, why) values ($1, $2, $3, $4, $5, 'note', $6, $7, 'visit', $8, now(), 'refused', $8, now(), '壬癸理由')`,
    [...where, id(2), resident, seal('archive_change.old', id(2), '子丑从前'), seal('archive_change.new', id(2), '丑寅现在'), accounts.wang])
  await community.rows(`insert into opening (committee_id, household_id, id, by_id, at, what, why) values ($1, $2, $3, $4, now(), '{care}', '寅卯打开')`, [committeeId, home, id(3), accounts.tang])
  await community.rows(`insert into join_request (committee_id, household_id, block_id, id, label, account_id, name, relation, message, asked_at, state, decided_by, decided_at, reason) values ($1, $2, $3, $4, '卯辰门', $5, '辰巳名', 'family', '巳午留言', now(), 'refused', $6, now(), '午未不成')`, [...where, id(4), accounts.zhou, accounts.wang])
  await community.rows(`insert into departure (committee_id, household_id, block_id, id, resident_id, label, account_id, by_id, why, at) values ($1, $2, $3, $4, $4, '未申门', $5, $6, '申酉移出', now())`, [...where, id(5), accounts.zhou, accounts.wang])
  await community.rows(`insert into visit_consent (committee_id, household_id, block_id, id, who, purpose, from_at, until_at, asked_by, asked_at, state) values ($1, $2, $3, $4, '酉戌师傅', '戌亥水管', now(), now() + interval '1 hour', $5, now(), 'asked')`, [...where, id(6), accounts.wang])
  await community.rows(`insert into visit_attempt (committee_id, household_id, block_id, id, at, by_id, who, purpose, why) values ($1, $2, $3, $4, now(), $5, '春分师傅', '清明查表', 'none')`, [...where, id(7), accounts.wang])
  await community.rows(`update demand set place = '谷雨门口', filer_name = '立夏名', answers = '[{"label": "小满问", "answer": "芒种答"}]', filer_phone_sealed = $2 where id = $1`, [demandId, seal('demand.filer_phone', demandId, '10012340002')])
  await community.rows(`insert into demand_rating (committee_id, demand_id, closure, by_id, rated_id, value, reasons, words, at) values ($1, $2, 0, $3, $4, 2, '{夏至慢}', '小暑的话', now())`, [committeeId, demandId, accounts.zhou, accounts.wang])
  await community.as('zhou').rights.consent({ layer: 'minor', version: consentVersions.minor, given: true })
  await community.rows(`insert into resident (committee_id, household_id, block_id, id, name, relation, birth_year) values ($1, $2, $3, $4, '大暑娃', 'family', 2021)`, [...where, id(8)])
  const planted = ['大暑娃', '10012340001', 'jia@example.cn', '1987', 'volunteer', '丁戊', '戊己', 'emptyNest', '己庚', '2026-03-02', '2026-12-30', '庚辛', '辛壬', '壬癸', '子丑', '丑寅', '寅卯', '卯辰', '辰巳', '巳午', '午未', '未申', '申酉', '酉戌', '戌亥', '春分', '清明',
    '谷雨', '立夏', '小满', '芒种', '10012340002', '夏至', '小暑', '甲乙', '乙丙', '丙丁', '北面水管没包', '写了别家门牌', '会修自行车', '聊了楼道的灯，下周换。']
  const copy = await community.as('zhou').rights.copy({})
  const own = JSON.stringify(copy)
  expect(planted.filter((text) => !own.includes(text))).toEqual([])
  for (const name of ['zheng', 'wang', 'tang'] as const) {
    // Whoever serves is told of a matter by its title.
    const theirs = JSON.stringify({ ...(await community.as(name).rights.copy({})), notices: [] })
    expect(planted.filter((text) => !['1987', 'volunteer', 'emptyNest', '2026-12-30'].includes(text) && theirs.includes(text))).toEqual([])
  }
  // No list of the copy was left untested by being empty.
  expect(Object.entries(copy).filter(([name, list]) => Array.isArray(list) && list.length === 0 && !['signIns', 'posts'].includes(name)).map(([name]) => name)).toEqual([])
  expect((await homeOf(community, 'zhou')).householdId).toBe(home)
})

test('staff see their posts, and how they sign in; the numbers behind it stay out', async () => {
  await community.rows(`insert into identity (kind, subject, account_id, made_at) values ('weapp', 'openid-geheim', $1, now())`, [accounts.wang])
  const copy = await community.as('wang').rights.copy({})
  expect(copy).toMatchObject({ signIns: [{ kind: 'weapp' }], posts: [{ kind: 'leader', block: '3块' }] })
  expect(copy.sessions.length).toBeGreaterThan(0)
  expect(JSON.stringify(copy)).not.toContain('geheim')
})
