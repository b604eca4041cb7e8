/** The demonstration: the twelve real committees without a person, and two invented areas with people and their demands, fresh as of `now`. */
import type { ClientBase } from 'pg'
import type { Category } from '../../../contract/category'
import type { Id } from '../../../contract/values'
import { dayAfter, dayOf } from '../../organization/rules/calendar'
import { nextCheckAfter } from '../../service/rules/freshness'
import type { Seals } from '../../runtime/seal'
import { committeeSeeds, street } from './committees'
import { archiveRows } from './archives'
import { buildCommunity, type Community, type Filer } from './community'
import { chunshenliDemands, meiyuanDemands } from './demands'
import { importRows } from './imports'
import { joinRequestRows } from './joinRequests'
import type { Matter, Setting } from './matter'
import { drawName } from './names'
import { meetingRows } from './meetings'
import { noticesOf } from './notices'
import { demonstrations, people } from './people'
import { photosOf } from './photos'
import { callRows, proxyDemands } from './phoneCalls'
import { searchText } from './pinyin'
import { chunshenli, committeeIdOf, meiyuan, type Place } from './places'
import { seeded, uuid7At, type Random } from './random'
import { ratingsOf } from './ratings'
import { insertRows } from './rows'
import { disclosureRows } from './disclosures'
import { exportRows } from './exports'
import { firstRoundRows } from './firstRound'
import { rightsRows } from './rights'
import { serviceSeeds } from './services'
import { insertVersions } from './serviceVersions'
import { templateRows } from './templates'
import { visitRows } from './visits'
import { chunshenliService, meiyuanService, rosterAt, servingRows } from './serving'

const streetId = '0199c000-0000-7000-8000-000000000001'

function committeeRows() {
  const real = committeeSeeds.map(({ factsOf, ...committee }, index) => ({ id: committeeIdOf(index + 1), street_id: streetId, seq: index + 1, facts_of: factsOf, ...committee }))
  const ofPlace = (place: Place) => ({
    id: place.committeeId, street_id: streetId, seq: place.seq, facts_of: null, slug: place.slug, name: `${place.name}居委会`, open: true, invented: true,
    address: place.address, phone: place.phone, hours: '8:30–11:30，13:30–17:00', groups: null,
  })
  return [...real, ofPlace(chunshenli), ofPlace(meiyuan)]
}

/** Each committee gets its own copy of the list, to adapt later. */
function serviceRows(committeeIds: Id[]) {
  const items = serviceSeeds.map((item, index) => ({
    slug: item.slug, seq: index + 1, state: 'published', popular: item.popular, signed_in_only: item.slug === 'bereaved-family-support', category: item.category, committee_role: item.committeeRole, title: item.title,
    summary: item.summary, audience: item.audience, materials: item.materials, steps: item.steps, place: item.place, hours: item.hours, phone: item.phone, fee: item.fee,
    time_limit: item.timeLimit, basis: item.basis, link_name: item.link?.name ?? null, link_url: item.link?.url ?? null, caution: item.caution,
    search: searchText(item.title, item.keywords), as_of: item.asOf, next_check: nextCheckAfter(item.asOf), source: item.source, confidence: item.confidence, verified_by: null, version: 1,
  }))
  return committeeIds.flatMap((committee_id) => items.map((item) => ({ committee_id, ...item })))
}

/** People with an account and no household. */
function strangers(count: number, random: Random, now: Date): Filer[] {
  return Array.from({ length: count }, () => ({ accountId: uuid7At(now.getTime() - 50 * 86_400_000, random), ...drawName(random), home: null }))
}

/** In the order of filing, one row of numbers for the street. */
function number(matters: Matter[]): void {
  matters.sort((one, other) => (one.row.filed_at + one.row.id < other.row.filed_at + other.row.id ? -1 : 1))
  for (const [index, { row }] of matters.entries()) row.number = `ZX-${dayOf(row.filed_at).slice(0, 4)}-${String(index + 1).padStart(6, '0')}`
}

/** @throws when any committee exists: invented people never join real ones. */
export async function seedDemonstration(client: ClientBase, { now, seals }: { now: Date; seals: Seals }): Promise<void> {
  const random = seeded(20261120)
  const today = dayOf(now.toISOString())
  const there = buildCommunity(chunshenli, random, now)
  const beside = buildCommunity(meiyuan, random, now)
  const [askerOne, askerTwo, askerThree, deskStranger, ...newcomers] = strangers(7, random, now) as [Filer, Filer, Filer, Filer, ...Filer[]]
  const { rows: categories } = await client.query<Category>('select slug, name, icon, kinds, keywords, questions from category order by seq')
  const setting = (service: Setting['service']): Setting => ({ service, today, now: now.toISOString(), random, categories, seals })
  const proxies = proxyDemands(setting(chunshenliService), there)
  const matters = [
    ...chunshenliDemands(setting(chunshenliService), there.filers, newcomers, deskStranger),
    ...meiyuanDemands(setting(meiyuanService), beside.filers),
    ...proxies.map(({ matter }) => matter),
  ]
  number(matters)
  const joins = joinRequestRows(setting(chunshenliService), there, [askerOne, askerTwo, askerThree])

  const castIds = new Set(people.map((person) => person.id))
  const accounts = new Map([
    ...people.map((person): [Id, string] => [person.id, person.called]),
    ...[...there.filers, ...beside.filers, askerOne, askerTwo, askerThree, deskStranger, ...newcomers]
      .filter((filer) => !castIds.has(filer.accountId)).map((filer): [Id, string] => [filer.accountId, filer.called]),
  ])
  const committees = committeeRows()
  const serving = [servingRows(chunshenliService, now, random), servingRows(meiyuanService, now, random)]
  const archivesOf = (community: Community) => {
    const service = community === there ? chunshenliService : meiyuanService
    const { leaders, directorId } = rosterAt(service, today, now.toISOString())
    return archiveRows(community, { leaderOf: (blockId) => leaders.get(blockId), directorId: directorId! }, { now, seals, seed: 20261124 })
  }
  const made_at = `${dayAfter(today, -60)}T02:00:00.000Z`

  await client.query('begin')
  try {
    await client.query('set local role zx_owner')
    const { rows } = await client.query('select exists (select from committee) as taken')
    if (rows[0].taken) throw new Error('this database has committees already; the demonstration goes into an empty one')
    await insertRows(client, 'street', [{ id: streetId, ...street }])
    await insertRows(client, 'committee', committees)
    await insertRows(client, 'service_item', serviceRows(committees.map((committee) => committee.id)))
    await insertRows(client, 'account', [...accounts].map(([id, name]) => ({ id, name, made_at })))
    await insertRows(client, 'demonstration', demonstrations.map(({ person, part, title, about }, index) => ({ account_id: person.id, seq: index + 1, part, title, about })))
    for (const community of [there, beside]) {
      await insertRows(client, 'estate', community.estates)
      await insertRows(client, 'block', community.blocks)
      await insertRows(client, 'building', community.buildings)
      const archives = archivesOf(community)
      await insertRows(client, 'household', archives.households)
      await insertRows(client, 'resident', archives.residents)
      await insertRows(client, 'household_care', archives.care)
      await insertRows(client, 'class_decision', archives.decisions)
      await insertRows(client, 'home_change', archives.homeChanges)
      await insertRows(client, 'archive_change', archives.changes)
      await insertRows(client, 'opening', archives.openings)
    }
    for (const { staff, posts, leaves, duties } of serving) {
      await insertRows(client, 'staff', staff)
      await insertRows(client, 'post', posts)
      await insertRows(client, 'leave', leaves)
      await insertRows(client, 'duty', duties)
    }
    await insertRows(client, 'answer_template', templateRows([chunshenli.committeeId, meiyuan.committeeId], now))
    await insertVersions(client, now)
    const made = disclosureRows(now)
    await insertRows(client, 'disclosure', made.disclosures)
    await insertRows(client, 'disclosure_revision', made.revisions)
    await insertRows(client, 'disclosure_comment', made.comments)
    await insertRows(client, 'household_import', importRows(now))
    await insertRows(client, 'join_request', joins.requests)
    const rights = rightsRows(now)
    await insertRows(client, 'rights_request', rights.requests)
    await insertRows(client, 'consent', rights.consents)
    await insertRows(client, 'export_log', exportRows(now))
    const ratings = ratingsOf(matters, now.toISOString())
    await insertRows(client, 'demand', matters.map((matter) => matter.watched().row))
    await client.query(`select setval('demand_number', $1)`, [matters.length])
    const { meetings, resolutions, ideas } = meetingRows(chunshenli, today)
    await insertRows(client, 'meeting', meetings)
    await insertRows(client, 'resolution', resolutions)
    await insertRows(client, 'fund_idea', ideas)
    await insertRows(client, 'demand_entry', matters.flatMap((matter) => matter.entries))
    const { photos, pieces } = photosOf(matters)
    await insertRows(client, 'photo', photos)
    await insertRows(client, 'photo_piece', pieces)
    await insertRows(client, 'demand_rating', ratings)
    await insertRows(client, 'demand_seen', matters.flatMap(({ row, seen }) =>
      [...seen].map(([account_id, seen_at]) => ({ committee_id: row.committee_id, demand_id: row.id, account_id, seen_at }))))
    await insertRows(client, 'demand_snooze', matters.flatMap(({ putOff }) => (putOff ? [putOff] : [])))
    const told = (place: Place) => matters.filter((matter) => matter.row.committee_id === place.committeeId)
    const notices = [
      ...told(chunshenli).flatMap((matter) => noticesOf(matter, setting(chunshenliService), accounts)),
      ...told(meiyuan).flatMap((matter) => noticesOf(matter, setting(meiyuanService), accounts)),
    ]
    await insertRows(client, 'notice', [...notices, ...joins.notices])
    const { calls, tries } = callRows(proxies, notices, setting(chunshenliService))
    await insertRows(client, 'phone_call', calls)
    await insertRows(client, 'phone_try', tries)
    const leading = ({ posts }: (typeof serving)[number]) => posts.filter(({ kind, until }) => kind === 'leader' && until === null).map(({ account_id }) => account_id)
    const visits = visitRows([{ place: chunshenli, community: there, leaders: leading(serving[0]!) }, { place: meiyuan, community: beside, leaders: leading(serving[1]!) }], now)
    await insertRows(client, 'visit_slot', visits.slots)
    await insertRows(client, 'visit', visits.visits)
    await insertRows(client, 'visit_entry', visits.entries)
    await insertRows(client, 'visit_helper', visits.helpers)
    await insertRows(client, 'consent', visits.consents)
    await insertRows(client, 'talent', visits.talents)
    await insertRows(client, 'visit', firstRoundRows(there, now))
    for (const { slotId, visitId } of visits.taken) await client.query('update visit_slot set visit_id = $2 where id = $1', [slotId, visitId])
    // Read before autovacuum comes by, with the plans of full tables.
    await client.query('analyze household, resident, visit, demand, demand_entry, notice, duty')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
