/** What a table changes, measured against what stands: added, changed, the same, asked about or refused, a line each. Pure. */
import type { ArchiveField, ArchiveValue, CareKind, ResidentRole, Tenure } from '../../../contract/archive'
import type { Relation } from '../../../contract/household'
import type { ImportCounts, ImportIssue, ImportKind, ImportLook } from '../../../contract/import'
import { childName, isChild } from '../../../contract/child'
import type { ConsentLayer } from '../../../contract/consent'
import type { Day, Id } from '../../../contract/values'
import { issueAt, type Line } from './importRows'
import { sheetWords, type ColumnKey } from './importWords'

export interface Places {
  estates: readonly { id: Id; name: string }[]
  blocks: readonly { id: Id; name: string }[]
  buildings: readonly Building[]
}
export interface Building { id: Id; name: string; estateId: Id; blockId: Id }

export interface StandingHome { id: Id; buildingId: Id; blockId: Id; room: string; label: string; version: number; tenure: Tenure; noHomeVisits: boolean; inApp: boolean; cared: boolean }
export interface StandingPerson { id: Id; householdId: Id; name: string; relation: Relation; birthYear: number | null; roles: ResidentRole[]; inApp: boolean; left: boolean; phoneIndex: string | null; cared: boolean; /** What they said no to. */ refused: ConsentLayer[] }
/** The last change of a field, where a person made it and no import. `name` of somebody who was added. */
export interface ByHand { id: Id; householdId: Id; residentId: Id | null; field: ArchiveField; name: string | null }
/** What an import wished for before, and somebody is to decide about or has refused. */
export interface Asked { householdId: Id; residentId: Id | null; field: ArchiveField; value: ArchiveValue; numberIndex: string | null; against: Id | null }

export interface Standing { homes: readonly StandingHome[]; people: readonly StandingPerson[]; byHand: readonly ByHand[]; asked: readonly Asked[] }

export interface Around {
  today: Day
  newId: () => Id
  /** What a number may be found by. */
  indexes: (phone: string) => readonly string[]
  /** Households of whoever imports: nobody serves their own. */
  own: readonly Id[]
  /** Director or secretary, who alone set care. */
  decides: boolean
}

export type NewHome = Pick<StandingHome, 'id' | 'buildingId' | 'blockId' | 'room' | 'label' | 'tenure' | 'noHomeVisits'>
export interface NewPerson { id: Id; householdId: Id; blockId: Id; name: string; relation: Relation; birthYear: number | null; roles: ResidentRole[]; phone: string | null; version: number }
export interface Edit { householdId: Id; blockId: Id; residentId: Id | null; field: 'tenure' | 'wish' | 'member' | 'relation' | 'birthYear' | 'roles' | 'phone'; old: ArchiveValue; value: ArchiveValue; version: number }
export interface Ask extends Edit { against: Id | null; kind: ImportKind; line: number; label: string; name: string | null }
export interface NewCare { householdId: Id; blockId: Id; residentId: Id; kind: CareKind; basis: string; reviewOn: Day }
/** A household whose class follows from the table. */
export interface Decided { householdId: Id; blockId: Id; noHomeVisits: boolean; cared: boolean }

type Outcome = 'added' | 'changed' | 'same' | 'asked' | 'refused'

export interface Plan {
  counts: ImportCounts
  issues: ImportIssue[]
  asks: Ask[]
  refused: Line[]
  buildings: Building[]
  homes: NewHome[]
  people: NewPerson[]
  /** Applied at once. */
  edits: Edit[]
  /** Doors that are closed from now on. */
  closed: Id[]
  cares: NewCare[]
  decided: Decided[]
  /** Households that stood before, with the version this makes. */
  versions: { householdId: Id; version: number }[]
}

/** Lines whose building is known: one that stands, or one that comes with this table. */
export interface Placed { lines: { line: Line; building: Building | null; state: 'fine' | 'same' | 'refused' }[]; buildings: Building[] }

/** `12号楼`, `12号`, `12栋` and `12` are one building. */
export const buildingKey = (name: string) => name.replaceAll(/\s/g, '').replace(/(号楼|号|栋|幢|楼)$/, '').toUpperCase()

/** Refuses, in place, the lines whose estate, block or building there is not. */
export function placeLines(lines: readonly Line[], { estates, blocks, buildings }: Places, newId: () => Id): Placed {
  const known = new Map<string, Building[]>()
  const keep = (one: Building) => known.set(buildingKey(one.name), [...(known.get(buildingKey(one.name)) ?? []), one])
  for (const one of buildings) keep(one)
  const added: Building[] = []
  const seen = new Map<string, number>()
  const named = (line: Line, key: ColumnKey, name: string, list: readonly { id: Id; name: string }[]) => {
    const found = list.find((one) => one.name === name)
    if (!found) line.issues.push(issueAt(line, key, { wrong: `没有“${name}”`, fix: `写其中一个：${list.slice(0, 12).map((one) => one.name).join('、')}` }))
    return found
  }
  const placed = lines.filter(({ kind }) => kind === 'building').map((line): Placed['lines'][number] => {
    const { said } = line
    const estate = said.estate !== undefined ? named(line, 'estate', said.estate, estates) : estates.length === 1 ? estates[0] : undefined
    if (!estate && said.estate === undefined) line.issues.push(issueAt(line, 'estate', { wrong: '不知道在哪个小区', fix: `写其中一个：${estates.map(({ name }) => name).join('、')}` }))
    const block = said.block === undefined ? undefined : named(line, 'block', said.block, blocks)
    if (line.issues.length > 0 || !estate || !block || said.building === undefined) return { line, building: null, state: 'refused' }
    const key = `${estate.id} ${buildingKey(said.building)}`
    const before = seen.get(key)
    seen.set(key, line.line)
    if (before !== undefined) line.issues.push(issueAt(line, 'building', { wrong: `和第 ${before} 行是同一栋楼`, fix: '只留一行' }))
    const stands = buildings.find((one) => one.estateId === estate.id && buildingKey(one.name) === buildingKey(said.building!))
    if (stands && stands.blockId !== block.id) line.issues.push(issueAt(line, 'block', { wrong: `${stands.name}现在归${blocks.find(({ id }) => id === stands.blockId)?.name ?? '别的块'}`, fix: '换块在“谁在管”里办，事和人会一起过去；这里写现在的块' }))
    if (line.issues.length > 0) return { line, building: null, state: 'refused' }
    if (stands) return { line, building: stands, state: 'same' }
    const made = { id: newId(), name: /^\d+[A-Za-z]?$/.test(said.building) ? `${said.building}号楼` : said.building, estateId: estate.id, blockId: block.id }
    added.push(made)
    keep(made)
    return { line, building: made, state: 'fine' }
  })
  for (const line of lines) {
    if (line.kind === 'building') continue
    const { building, estate } = line.said
    const within = building === undefined ? [] : (known.get(buildingKey(building)) ?? []).filter((one) => estate === undefined || estates.some(({ id, name }) => id === one.estateId && name === estate))
    if (building !== undefined && within.length === 0) line.issues.push(issueAt(line, 'building', { wrong: `没有“${building}”这栋楼`, fix: `看看楼号${estate === undefined ? '' : '和小区'}；是新楼，先写进“${sheetWords.building}”那一页` }))
    if (within.length > 1) line.issues.push(issueAt(line, 'building', { wrong: `有 ${within.length} 栋楼都叫“${building}”`, fix: '在“小区”那一列写上是哪个小区的' }))
    placed.push({ line, building: within.length === 1 ? within[0]! : null, state: line.issues.length > 0 ? 'refused' : 'fine' })
  }
  return { lines: placed, buildings: added }
}

/** 0602 and 602 are one door, so that nobody gets a second archive beside the wish of the first. */
const doorKey = (buildingId: Id, room: string) => `${buildingId} ${room.replace(/^0+/, '')}`
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isEmpty = (value: unknown) => value === null || value === 'unknown' || (Array.isArray(value) && value.length === 0)

export function planImport(placed: Placed, standing: Standing, { today, newId, indexes, own, decides }: Around): Plan {
  const plan: Plan = { counts: emptyCounts(), issues: [], asks: [], refused: [], buildings: placed.buildings, homes: [], people: [], edits: [], closed: [], cares: [], decided: [], versions: [] }
  const homes = new Map(standing.homes.map((home) => [doorKey(home.buildingId, home.room), home]))
  const fresh = new Set<Id>()
  const people = grouped(standing.people, ({ householdId }) => householdId)
  const byHand = grouped(standing.byHand, ({ householdId }) => householdId)
  const asked = grouped(standing.asked, ({ householdId }) => householdId)
  const seen = new Map<string, number>()
  const touched = new Map<Id, StandingHome>()
  const newlyCared = new Set<Id>()
  /** As the table says. */
  const empty = new Set<Id>()
  const said = new Set<Id>()
  const refuse = (line: Line, key: ColumnKey | null, wrong: string, fix: string) => { line.issues.push(issueAt(line, key, { wrong, fix })) }
  const versionOf = (home: StandingHome) => (fresh.has(home.id) ? 1 : home.version + 1)

  function twice(line: Line, key: string, column: ColumnKey, what: string): boolean {
    const before = seen.get(`${line.kind} ${key}`)
    if (before === undefined) seen.set(`${line.kind} ${key}`, line.line)
    else refuse(line, column, `和第 ${before} 行是${what}`, '只留一行')
    return before !== undefined
  }

  /** One value of a household or a person that stands: written, asked about, or nothing. */
  function becomes(line: Line, home: StandingHome, person: StandingPerson | null, field: Edit['field'], old: ArchiveValue, value: ArchiveValue, isSame: boolean): Outcome {
    if (isSame) return 'same'
    const hand = byHand.get(home.id)?.find((one) => one.residentId === (person?.id ?? null) && one.field === field)
      ?? byHand.get(home.id)?.find((one) => one.field === 'member' && person !== null && one.name === person.name && !isEmpty(old))
    const edit: Edit = { householdId: home.id, blockId: home.blockId, residentId: person?.id ?? null, field, old: field === 'phone' ? null : old, value, version: versionOf(home) }
    const stands = field === 'phone' ? (person?.phoneIndex ?? null) !== null : !isEmpty(old)
    if (!hand && !(person?.inApp && stands)) {
      plan.edits.push(edit)
      touched.set(home.id, home)
      return 'changed'
    }
    const against = hand?.id ?? null
    const before = asked.get(home.id)?.some((one) => one.residentId === edit.residentId && one.field === field && one.against === against
      && (field === 'phone' ? one.numberIndex !== null && indexes(String(value)).includes(one.numberIndex) : same(one.value, value)))
    if (before) return 'same'
    plan.asks.push({ ...edit, against, kind: line.kind, line: line.line, label: home.label, name: person?.name ?? null })
    return 'asked'
  }

  function close(home: StandingHome, decidedHome: Decided): void {
    plan.closed.push(home.id)
    plan.edits.push({ householdId: home.id, blockId: home.blockId, residentId: null, field: 'wish', old: null, value: null, version: versionOf(home) })
    plan.decided.push(decidedHome)
    touched.set(home.id, home)
  }

  function household(line: Line, building: Building): Outcome {
    const { room, tenure, door } = line.said
    const stands = homes.get(doorKey(building.id, room!))
    if (twice(line, doorKey(building.id, room!), 'room', '同一户')) return 'refused'
    if (!stands) {
      const home: StandingHome = { id: newId(), buildingId: building.id, blockId: building.blockId, room: room!, label: `${building.name} ${room}室`, version: 1, tenure: tenure ?? 'unknown', noHomeVisits: door === 'closed', inApp: false, cared: false }
      homes.set(doorKey(building.id, room!), home)
      fresh.add(home.id)
      if (home.tenure === 'vacant') empty.add(home.id)
      plan.homes.push(home)
      plan.edits.push({ householdId: home.id, blockId: home.blockId, residentId: null, field: 'tenure', old: null, value: home.tenure, version: 1 })
      if (home.noHomeVisits) close(home, { householdId: home.id, blockId: home.blockId, noHomeVisits: true, cared: false })
      return 'added'
    }
    if (!open(line, stands)) return 'refused'
    if (tenure === 'vacant') empty.add(stands.id)
    // Said anew by this table, so nothing more of it follows from who comes.
    if (tenure !== undefined) said.add(stands.id)
    const closes = door === 'closed' && !stands.noHomeVisits
    if (closes && stands.inApp) {
      refuse(line, 'door', '这户有人用小程序', '上不上门由他们自己在小程序里说，这一格空着')
      return 'refused'
    }
    const outcome = tenure === undefined ? 'same' : becomes(line, stands, null, 'tenure', stands.tenure, tenure, tenure === stands.tenure)
    if (!closes) return outcome
    close(stands, { householdId: stands.id, blockId: stands.blockId, noHomeVisits: true, cared: stands.cared })
    return 'changed'
  }

  function open(line: Line, home: StandingHome): boolean {
    if (own.includes(home.id)) refuse(line, null, '这是您自己家', '请同事来导入这一户')
    return line.issues.length === 0
  }

  function resident(line: Line, building: Building): Outcome {
    const { room, name, relation, birthYear = null, phone = null, roles = [], care = [] } = line.said
    const home = homes.get(doorKey(building.id, room!))
    if (!home) {
      refuse(line, 'room', `${building.name}没有 ${room} 室`, `看看室号；是新的一户，先写进“${sheetWords.household}”那一页，那一行也要没有错`)
      return 'refused'
    }
    if (twice(line, `${home.id} ${name}`, 'name', '同一个人')) return 'refused'
    if (!open(line, home)) return 'refused'
    if (care.length > 0 && !decides) refuse(line, 'care', '照护类别由主任或书记导入', '这三格先空着，或请主任、书记来导入')
    const child = isChild(birthYear, today)
    const living = people.get(home.id) ?? []
    const byName = living.filter((one) => one.name === name)
    // Until a guardian says yes a child stands there without its name, and is found by its year.
    const called = child && byName.length === 0 ? living.filter((one) => one.name === childName && one.birthYear === birthYear && !one.left) : byName
    const here = called.filter(({ left }) => !left)
    if (here.length === 0 && empty.has(home.id)) refuse(line, 'room', `“${sheetWords.household}”那一页说这户空着`, '看看是空着，还是有人住')
    if (here.length > 1) refuse(line, 'name', `这户有 ${here.length} 位都叫“${name}”`, '分不清是哪一位，在这户的档案里改')
    if (here.length === 0 && called.length > 0) refuse(line, 'name', `“${name}”已经从这户搬走`, '搬回来了，在这户的档案里改')
    const stands = here[0]
    if (phone !== null && stands?.refused.includes('contact')) refuse(line, 'phone', '本人说了不留电话', '这一格空着')
    if (care.length > 0 && stands?.refused.includes('sensitive')) refuse(line, 'care', '本人没有同意记这些', '这三格空着；有法律依据的，在这户的档案里写明再记')
    if (child && (stands?.refused.includes('minor') ?? true)) {
      if (phone !== null) refuse(line, 'phone', '家长还没有同意记孩子的电话', '这一格空着；家长在小程序里同意了，再记')
      if (roles.length > 0) refuse(line, 'roles', '家长还没有同意', '这一格空着；孩子只记和这户的关系、出生年份')
      if (care.length > 0) refuse(line, 'care', '家长还没有同意记这些', '这三格空着；有法律依据的，在这户的档案里写明再记')
    }
    if (line.issues.length > 0) return 'refused'
    const id = stands?.id ?? newId()
    const at = { householdId: home.id, blockId: home.blockId, version: versionOf(home) }
    if (care.length > 0 && !stands?.cared) {
      plan.cares.push(...care.map((kind) => ({ householdId: home.id, blockId: home.blockId, residentId: id, kind, basis: line.said.basis!, reviewOn: line.said.reviewOn! })))
      touched.set(home.id, home)
      if (!home.cared) newlyCared.add(home.id)
    }
    if (!stands) {
      if (home.tenure === 'vacant' && !said.has(home.id)) {
        plan.edits.push({ ...at, residentId: null, field: 'tenure', old: 'vacant', value: 'unknown' })
        said.add(home.id)
      }
      plan.people.push({ id, name: name!, relation: relation!, birthYear, roles, phone, ...at })
      plan.edits.push({ ...at, residentId: null, field: 'member', old: null, value: { name: name!, relation: relation!, birthYear } })
      if (roles.length > 0) plan.edits.push({ ...at, residentId: id, field: 'roles', old: [], value: roles })
      if (phone !== null) plan.edits.push({ ...at, residentId: id, field: 'phone', old: null, value: phone })
      touched.set(home.id, home)
      return 'added'
    }
    const outcomes = [
      becomes(line, home, stands, 'relation', stands.relation, relation!, relation === stands.relation),
      ...(birthYear === null ? [] : [becomes(line, home, stands, 'birthYear', stands.birthYear, birthYear, birthYear === stands.birthYear)]),
      ...(roles.length === 0 ? [] : [becomes(line, home, stands, 'roles', stands.roles, roles, same(roles.toSorted(), stands.roles.toSorted()))]),
      ...(phone === null ? [] : [becomes(line, home, stands, 'phone', null, phone, stands.phoneIndex !== null && indexes(phone).includes(stands.phoneIndex))]),
      ...(care.length > 0 && !stands.cared ? (['changed'] as const) : []),
    ]
    return outcomes.includes('changed') ? 'changed' : outcomes.includes('asked') ? 'asked' : 'same'
  }

  for (const { line, building, state } of placed.lines) {
    const outcome: Outcome = state === 'refused' || building === null ? 'refused'
      : line.kind === 'building' ? (state === 'same' ? 'same' : 'added') : line.kind === 'household' ? household(line, building) : resident(line, building)
    plan.counts[line.kind].lines += 1
    plan.counts[line.kind][outcome] += 1
    if (outcome === 'refused') plan.refused.push(line)
    plan.issues.push(...line.issues)
  }
  for (const householdId of newlyCared) {
    const decided = plan.decided.find((one) => one.householdId === householdId)
    const home = touched.get(householdId)!
    if (decided) decided.cared = true
    else plan.decided.push({ householdId, blockId: home.blockId, noHomeVisits: home.noHomeVisits, cared: true })
  }
  plan.versions = [...touched.values()].filter(({ id }) => !fresh.has(id)).map((home) => ({ householdId: home.id, version: home.version + 1 }))
  return plan
}

export function emptyCounts(): ImportCounts {
  const none = () => ({ lines: 0, added: 0, changed: 0, same: 0, asked: 0, refused: 0 })
  return { building: none(), household: none(), person: none() }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => Id): Map<Id, T[]> {
  const groups = new Map<Id, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

/** Nothing would be written. */
export const changesNothing = ({ buildings, homes, edits, cares, asks }: Plan) => buildings.length + homes.length + edits.length + cares.length + asks.length === 0

export const askViews = (plan: Plan): ImportLook['asks'] => plan.asks.slice(0, 100).map(({ kind, line, label, name, field }) => ({ kind, line, label, name, field }))
