/** Of one's own copy: the homes one belongs to, and what their archives hold of oneself, opened. */
import type { ArchiveValue } from '../../../contract/archive'
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { Id } from '../../../contract/values'
import type { Tx } from '../../database/connection'
import { sql, type Statement } from '../../database/sql'
import { openOwn, type OpenHome } from '../../household/openings'
import { listChildren } from '../store'
import type { Seals } from '../../runtime/seal'

type Homes = readonly { committeeId: Id; householdId: Id }[]
type Parts = Pick<RightsCopy, 'households' | 'children' | 'care' | 'changes' | 'openings' | 'joinRequests' | 'departures'>
type With<Row, More> = Row & More

/** One who serves, by name; anybody else as a resident. */
const served = (account: Statement, of: Statement) => sql`(select s.name from staff s where s.committee_id = ${of}.committee_id and s.account_id = ${account})`

export async function copyHome(tx: Tx, seals: Seals, { me, name, homes }: { me: Id; name: string; homes: Homes }): Promise<Parts> {
  const ids = homes.map(({ householdId }) => householdId)
  const mine = (account: Statement, of: Statement) => sql`case when ${account} = ${me} then ${name}::text else coalesce(${served(account, of)}, '居民') end`
  const [opened, children, households, care, changes, openings, joinRequests, departures] = await Promise.all([
    Promise.all(homes.map(({ committeeId, householdId }) => openOwn(tx, seals, committeeId, householdId))),
    listChildren(tx),
    tx.run(sql<With<Omit<Parts['households'][number], 'phone' | 'email'>, { id: Id }>>`
      select r.id, c.name as committee, h.label, b.name as block, r.name, r.relation, r.birth_year as "birthYear", r.roles, h.tenure, h.wish_at as "wishAt",
        jsonb_build_object('noHomeVisits', h.no_home_visits, 'channels', h.channels, 'hours', h.hours, 'never', h.never, 'language', h.language) as wish
      from resident r join household h on h.committee_id = r.committee_id and h.id = r.household_id join block b on b.committee_id = h.committee_id and b.id = h.block_id join committee c on c.id = h.committee_id
      where r.account_id = ${me} order by h.committee_id, h.id`),
    tx.run(sql<With<Omit<Parts['care'][number], 'kind' | 'basis' | 'law' | 'contest' | 'endedWhy'>, { id: Id }>>`
      select k.id, h.label, k.since, k.review_on as "reviewOn", ${served(sql`k.set_by`, sql`k`)} as "setBy", k.set_at as "setAt", k.contested_at as "contestedAt", k.ended_at as "endedAt",
        case when k.ended_by = ${me} then ${name}::text else ${served(sql`k.ended_by`, sql`k`)} end as "endedBy"
      from household_care k join household h on h.committee_id = k.committee_id and h.id = k.household_id
      where k.household_id = any (${ids}::uuid[]) and k.resident_id = any (app.own_residents()) order by k.set_at, k.id`),
    tx.run(sql<With<Parts['changes'][number], { id: Id }>>`
      select k.id, h.label, r.name, k.field, k.old, k.new, k.source, ${mine(sql`k.by_id`, sql`k`)} as by, k.at, k.state, case when k.decided_by is not null then ${mine(sql`k.decided_by`, sql`k`)} end as "decidedBy", k.decided_at as "decidedAt", k.why
      from archive_change k join household h on h.committee_id = k.committee_id and h.id = k.household_id left join resident r on r.committee_id = k.committee_id and r.id = k.resident_id
      where k.household_id = any (${ids}::uuid[]) order by k.at, k.id`),
    tx.run(sql<Parts['openings'][number]>`
      select h.label, o.at, coalesce(${served(sql`o.by_id`, sql`o`)}, '居委会') as by, o.what, o.why from opening o join household h on h.committee_id = o.committee_id and h.id = o.household_id
      where o.household_id = any (${ids}::uuid[]) order by o.at, o.id`),
    tx.run(sql<Parts['joinRequests'][number]>`
      select c.name as committee, j.label, j.name, j.relation, j.message, j.asked_at as "askedAt", j.state, ${served(sql`j.decided_by`, sql`j`)} as "decidedBy", j.reason
      from join_request j join committee c on c.id = j.committee_id where j.account_id = ${me} order by j.asked_at, j.id`),
    tx.run(sql<Parts['departures'][number]>`
      select d.label, d.at, case when d.by_id = ${me} then ${name}::text else ${served(sql`d.by_id`, sql`d`)} end as by, d.why from departure d where d.account_id = ${me} order by d.at, d.id`),
  ])
  const find = <K extends keyof OpenHome>(part: K, is: (one: OpenHome[K][number]) => boolean) => opened.flatMap((home) => home[part] as OpenHome[K][number][]).find(is)
  return {
    children,
    households: households.map(({ id, ...row }) => {
      const own = find('people', (one) => one.residentId === id)
      return { ...row, phone: own?.phone ?? null, email: own?.email ?? null }
    }),
    care: care.flatMap(({ id, ...row }) => {
      const own = find('care', (one) => one.careId === id)
      return own ? [{ ...row, kind: own.kind, basis: own.basis, law: own.law, contest: own.contest, endedWhy: own.endedWhy }] : []
    }),
    changes: changes.map(({ id, ...row }) => {
      const own = find('changes', (one) => one.id === id)
      return own ? { ...row, old: own.old as ArchiveValue, new: own.new as ArchiveValue } : row
    }),
    openings, joinRequests, departures,
  }
}
