/** What the archives of an invented area hold besides doors and names: birth years, numbers, care with its kind, decisions, changes, openings. Sealed with the keys of this run. */
import type { CareKind, Tenure } from '../../../contract/archive'
import type { Relation } from '../../../contract/household'
import type { Id } from '../../../contract/values'
import { dayAfter, dayOf } from '../../organization/rules/calendar'
import type { Seals } from '../../runtime/seal'
import type { Community } from './community'
import { cast } from './people'
import { seeded, uuid7At } from './random'

const day = 86_400_000

const bases: Record<CareKind, string> = {
  advancedAge: '户口本，八十岁以上', livingAlone: '走访时本人说的，子女住得远', childless: '街道名册', bereavedOnlyChild: '本人申请，街道核过', lowIncome: '低保证', preferential: '优待证',
  emptyNest: '走访时本人说的', disabledElder: '长护险评估结果', severeDisability: '残疾证一级', childInNeed: '街道儿童督导员转来', orphan: '民政名册', extremePoverty: '特困供养证', temporaryRelief: '临时救助批复',
}
const kinds: [CareKind, number][] = [['advancedAge', 38], ['livingAlone', 30], ['lowIncome', 12], ['emptyNest', 12], ['preferential', 8], ['severeDisability', 6], ['disabledElder', 5], ['childless', 3], ['bereavedOnlyChild', 3]]

const tenureOf: Partial<Record<Relation, Tenure>> = { owner: 'owner', tenant: 'tenant', family: 'family' }

/** What needs no consent because a law says so; the rest rests on a yes. */
const laws: Partial<Record<CareKind, string>> = { lowIncome: '《社会救助暂行办法》', preferential: '《军人抚恤优待条例》' }

/** Where the leader of each block is known by name. */
export interface Serving { leaderOf(blockId: Id): Id | undefined; directorId: Id }

/** Fills `community.residents` and `households` in, and returns what stands in tables of their own. */
export function archiveRows(community: Community, serving: Serving, { now, seals, seed }: { now: Date; seals: Seals; seed: number }) {
  const random = seeded(seed)
  const today = dayOf(now.toISOString())
  const year = Number(today.slice(0, 4))
  const ago = (days: number) => new Date(now.getTime() - days * day).toISOString()
  const cared = new Map(community.cared.map((one) => [one.householdId, one]))
  const first = new Set<Id>()
  const residents = community.residents.map((one) => {
    const heads = !first.has(one.household_id)
    first.add(one.household_id)
    const old = heads && cared.has(one.household_id)
    const born = one.account_id === cast.zhangApo.id ? year - 84 : old ? year - random.int(72, 93) : year - (heads ? random.int(26, 70) : random.int(8, 78))
    const known = old || random.chance(heads ? 0.5 : 0.15)
    // 100 begins no number anybody has.
    const phone = known ? `100 ${String(random.int(0, 9999)).padStart(4, '0')} ${String(random.int(0, 9999)).padStart(4, '0')}` : null
    return {
      ...one, birth_year: born, roles: one.relation === 'carer' ? ['emergency', 'carer'] : heads ? ['head'] : [],
      phone_sealed: phone && seals.seal({ committeeId: one.committee_id, field: 'resident.phone', rowId: one.id }, phone), phone_index: phone && seals.index(one.committee_id, phone),
    }
  })
  const headOf = new Map(residents.filter(({ roles }) => roles.includes('head')).map((one) => [one.household_id, one]))
  const sharing = new Set(residents.filter(({ relation }) => relation === 'cotenant').map(({ household_id }) => household_id))
  // An owner on the list who lives elsewhere: one flat in fifty of those with a single owner without the app.
  const alone = new Map<Id, number>()
  for (const { household_id } of community.residents) alone.set(household_id, (alone.get(household_id) ?? 0) + 1)
  const vacant = new Set(residents.filter((one) => alone.get(one.household_id) === 1 && one.relation === 'owner' && one.account_id === null && !cared.has(one.household_id)).filter((_, n) => n % 16 === 7).map(({ household_id }) => household_id))
  const households = community.households.map((one) => ({
    ...one, tenure: vacant.has(one.id) ? 'vacant' : sharing.has(one.id) ? 'shared' : (tenureOf[headOf.get(one.id)?.relation ?? 'carer'] ?? 'unknown'),
    language: cared.has(one.id) && random.chance(0.6) ? '上海话' : null,
  }))
  const at = (householdId: Id) => households.find(({ id }) => id === householdId)!
  const care = community.cared.map(({ householdId, since }, index) => {
    const home = at(householdId)
    const head = headOf.get(householdId)!
    const setAt = new Date(`${since}T02:00:00Z`).getTime()
    const id = uuid7At(setAt, random)
    const kind: CareKind = head.account_id === cast.zhangApo.id ? 'livingAlone' : random.weighted(kinds)
    const seal = (field: string, text: string) => seals.seal({ committeeId: home.committee_id, field: `household_care.${field}`, rowId: id }, text)
    return {
      committee_id: home.committee_id, id, household_id: householdId, block_id: home.block_id, resident_id: head.id, kind_sealed: seal('kind', kind), basis_sealed: seal('basis', bases[kind]), law_sealed: laws[kind] ? seal('law', laws[kind]) : null, since,
      // A few are due to be looked at again.
      review_on: dayAfter(today, index % 14 === 3 ? -random.int(1, 20) : random.int(10, 300)), set_by: serving.leaderOf(home.block_id) ?? serving.directorId, set_at: new Date(setAt).toISOString(),
    }
  })
  const decisions = [
    ...care.map((one) => ({ committee_id: one.committee_id, id: uuid7At(Date.parse(one.set_at), random), household_id: one.household_id, block_id: one.block_id, at: one.set_at, class: 'C', no_home_visits: false, cared: true, why: 'care', source: 'staff', by_id: one.set_by })),
    ...households.flatMap((one) => {
      const said = one.wish_at && residents.find(({ household_id, account_id }) => household_id === one.id && account_id !== null)?.account_id
      const by = said || serving.leaderOf(one.block_id) || serving.directorId
      return one.wish_at && one.no_home_visits
        ? [{ committee_id: one.committee_id, id: uuid7At(Date.parse(one.wish_at), random), household_id: one.id, block_id: one.block_id, at: one.wish_at, class: 'A', no_home_visits: true, cared: false, why: 'wish', source: said ? 'resident' : 'visit', by_id: by }]
        : []
    }),
  ]
  const homeOf = (accountId: Id) => residents.find(({ account_id }) => account_id === accountId)
  const change = (accountId: Id, days: number, of: { field: string; old?: unknown; new?: unknown; sealed?: string; by?: Id; state?: 'proposed' | 'applied'; whole?: boolean; source?: string }) => {
    const person = homeOf(accountId)
    if (!person) return []
    const id = uuid7At(now.getTime() - days * day, random)
    const by = of.by ?? accountId
    const applied = of.state === 'applied'
    return [{
      committee_id: person.committee_id, id, household_id: person.household_id, block_id: person.block_id, resident_id: of.whole ? null : person.id, field: of.field, old: of.old ?? null, new: of.new ?? null, old_sealed: null,
      new_sealed: of.sealed ? seals.seal({ committeeId: person.committee_id, field: 'archive_change.new', rowId: id }, of.sealed) : null, version: applied ? 1 : null, source: of.source ?? 'resident', by_id: by, at: ago(days),
      state: of.state ?? 'proposed', decided_by: applied ? by : null, decided_at: applied ? ago(days) : null,
    }]
  }
  const open = (accountId: Id, days: number, by: Id, what: string[], why: string) => {
    const person = homeOf(accountId)
    return person ? [{ committee_id: person.committee_id, id: uuid7At(now.getTime() - days * day, random), household_id: person.household_id, by_id: by, at: ago(days), what, why }] : []
  }
  // Two that were taken for one by a list, and parted again.
  const lin = homeOf(cast.linJing.id)
  const homeChanges = lin ? [lin].flatMap(({ committee_id, household_id }) => {
    const keeps = at(household_id)
    const beside = households.find(({ building_id, id }) => building_id === keeps.building_id && id !== keeps.id)
    const leader = serving.leaderOf(keeps.block_id) ?? serving.directorId
    return beside ? [{
      committee_id, id: uuid7At(now.getTime() - 26 * day, random), kind: 'merge', household_id: keeps.id, other_id: beside.id, block_id: keeps.block_id, label: keeps.label, other_label: beside.label, people: 2,
      source: 'staff', why: '名册上写成了一户', by_id: leader, at: ago(26), undone_by: leader, undone_at: ago(24), undone_why: '问过了，是两家', moved: {},
    }] : []
  }) : []
  return {
    households, residents, care, decisions, homeChanges,
    changes: [
      ...change(cast.zhouLan.id, 1.2, { field: 'member', new: { name: '周小满', relation: 'family', birthYear: year - 3 }, whole: true }),
      ...change(cast.heJun.id, 3, { field: 'birthYear', old: 1978, new: 1979 }),
      ...change(cast.zhangApo.id, 12, { field: 'note', sealed: '早上六点去公园，十点以后在家。耳朵不好，敲门重一点。', by: cast.liQiang.id, state: 'applied', source: 'visit' }),
      ...change(cast.zhangApo.id, 2, { field: 'roles', old: ['head'], new: ['head', 'volunteer'] }),
      ...change(cast.linJing.id, 40, { field: 'tenure', old: 'unknown', new: 'owner', by: cast.wangFang.id, state: 'applied', whole: true, source: 'staff' }),
    ],
    openings: [
      ...open(cast.zhouLan.id, 6, cast.wangFang.id, ['contact'], '楼道灯修好了，约个时间看看'),
      ...open(cast.linJing.id, 30, cast.chenMin.id, ['contact'], '漏水那晚找人，消息没有回'),
      ...open(cast.zhangApo.id, 12, cast.liQiang.id, ['contact', 'care', 'notes'], '走访前看一眼身体情况'),
    ],
  }
}
