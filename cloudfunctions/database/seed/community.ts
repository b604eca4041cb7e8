/** Builds an invented area: blocks, buildings, households, those who live there, and which of them have an account. */
import type { ContactChannel, Relation } from '../../../contract/household'
import type { Id } from '../../../contract/values'
import { dayAfter, dayOf } from '../../organization/rules/calendar'
import { drawName } from './names'
import { blockIdOf, buildingIdOf, type KnownHousehold, type Place } from './places'
import { uuid7At, type Random } from './random'

/** A resident with an account, who may file. */
export interface Filer {
  accountId: Id
  name: string
  called: string
  home: { householdId: Id; label: string; block: number; building: number; visits: boolean; phone: boolean } | null
}

export interface Home {
  id: Id
  block: number
  building: number
  room: string
  label: string
  wish: KnownHousehold['wish']
  known: KnownHousehold | undefined
  hours: string | null
  size: number
}

const flatsOfFloor = 6
const day = 86_400_000

/** Six doors a floor; where one is missing, it is the porter's room downstairs. */
function roomsOf(place: Place, building: number): string[] {
  const share = Math.floor(place.households / place.buildings)
  const rooms = share + (building <= place.households % place.buildings ? 1 : 0)
  const floors = Math.ceil(rooms / flatsOfFloor)
  const missing = floors * flatsOfFloor - rooms
  const all = Array.from({ length: floors * flatsOfFloor }, (_, index) => `${Math.floor(index / flatsOfFloor) + 1}0${(index % flatsOfFloor) + 1}`)
  return all.filter((_, index) => index < flatsOfFloor - missing || index >= flatsOfFloor)
}

export const blockOf = (place: Place, building: number) => Math.ceil(building / (place.buildings / place.blocks))

function buildHomes(place: Place, random: Random, now: Date): Home[] {
  const started = now.getTime() - 500 * day
  const homes = Array.from({ length: place.buildings }, (_, index) => index + 1).flatMap((building) =>
    roomsOf(place, building).map((room): Home => {
      const known = place.known.find((one) => one.building === building && one.room === room)
      return {
        id: uuid7At(started, random), block: blockOf(place, building), building, room, label: `${building}号楼 ${room}室`,
        wish: known?.wish ?? 'ordinary', known, hours: known?.hours ?? null, size: known?.members.length ?? 0,
      }
    }))
  const free = random.shuffle(homes.filter((home) => !home.known))
  const knownWith = (wish: Home['wish']) => place.known.filter((one) => one.wish === wish).length
  const declining = place.noVisits - knownWith('noVisits')
  const cared = place.caredFor - knownWith('caredFor')
  for (const home of free.slice(0, declining)) home.wish = 'noVisits'
  for (const home of free.slice(declining, declining + cared)) home.wish = 'caredFor'
  settle(place, free, homes, random)
  return homes
}

/** Gives every household its number of people, so that the whole comes out exact. */
function settle(place: Place, free: Home[], homes: Home[], random: Random): void {
  for (const home of free) {
    home.size = home.wish === 'caredFor'
      ? random.weighted([[1, 55], [2, 45]])
      : random.weighted([[1, 23], [2, 37], [3, 26], [4, 10], [5, 4]])
  }
  let missing = place.people - homes.reduce((sum, home) => sum + home.size, 0)
  while (missing !== 0) {
    const home = random.pick(free)
    const step = Math.sign(missing)
    if (home.wish === 'caredFor' || home.size + step < 1 || home.size + step > 5) continue
    home.size += step
    missing -= step
  }
}

function wishOf(home: Home, random: Random): { channels: ContactChannel[]; hours: string | null; never: ContactChannel[] } {
  if (home.known) {
    if (home.wish === 'noVisits') return { channels: home.known.members[0]![0] === '林静' ? ['app'] : ['app', 'wechat'], hours: home.hours, never: ['phone', 'door'] }
    return { channels: home.wish === 'caredFor' ? ['phone', 'door'] : ['app', 'phone'], hours: null, never: [] }
  }
  if (home.wish === 'noVisits') {
    return {
      channels: random.weighted<ContactChannel[]>([[['app'], 3], [['app', 'wechat'], 4], [['wechat', 'app'], 2], [['app', 'email'], 1], [['app', 'phone'], 2]]),
      hours: random.weighted<string | null>([['工作日 19:00–21:30', 4], ['工作日 12:00–13:00', 1], ['周末 10:00–20:00', 2], ['每天 08:00–21:00', 1], [null, 1]]),
      never: ['door'],
    }
  }
  if (home.wish === 'caredFor') return { channels: random.weighted<ContactChannel[]>([[['phone', 'door'], 7], [['door'], 2], [['app', 'phone'], 1]]), hours: null, never: [] }
  return {
    channels: random.weighted<ContactChannel[]>([[['app', 'phone'], 7], [['phone'], 1], [['phone', 'door'], 1], [['wechat', 'app'], 1]]),
    hours: random.chance(0.15) ? random.pick(['工作日 18:30–21:00', '周末 09:00–18:00', '下午 14:00–17:00']) : null,
    never: random.chance(0.04) ? ['phone'] : [],
  }
}

function membersOf(home: Home, random: Random): { name: string; called: string; relation: Relation; accountId: Id | null }[] {
  if (home.known) return home.known.members.map(([name, relation, account]) => ({ name, relation, called: account?.called ?? name, accountId: account?.id ?? null }))
  const first = drawName(random)
  const tenants = home.wish !== 'caredFor' && random.chance(0.27)
  const sharing = tenants && home.size <= 3 && random.chance(0.3)
  return Array.from({ length: home.size }, (_, index) => {
    if (index === 0) return { ...first, relation: tenants ? 'tenant' : 'owner', accountId: null }
    if (sharing) return { ...drawName(random), relation: 'cotenant', accountId: null }
    if (home.wish === 'caredFor' && random.chance(0.25)) return { ...drawName(random), relation: 'carer', accountId: null }
    return { ...drawName(random, index > 1 ? first.name[0] : undefined), relation: 'family', accountId: null }
  })
}

/** Rows of one area, and those of its people who may file. */
export function buildCommunity(place: Place, random: Random, now: Date) {
  const committee_id = place.committeeId
  const today = dayOf(now.toISOString())
  const homes = buildHomes(place, random, now)
  const saying = new Set(Array.from({ length: place.blocks }, (_, index) =>
    random.shuffle(homes.filter((home) => home.block === index + 1 && !home.known)).slice(0, place.filersOfBlock)).flat())
  const filers: Filer[] = []
  const residents: { committee_id: Id; id: Id; household_id: Id; block_id: Id; name: string; relation: Relation; account_id: Id | null }[] = []
  const households: ({ committee_id: Id; id: Id; block_id: Id; building_id: Id; room: string; label: string; seq: number; no_home_visits: boolean; wish_at: string | null } & ReturnType<typeof wishOf>)[] = []
  for (const [index, home] of homes.entries()) {
    const wish = wishOf(home, random)
    households.push({
      committee_id, id: home.id, block_id: blockIdOf(place, home.block), building_id: buildingIdOf(place, home.building), room: home.room, label: home.label,
      seq: index + 1, no_home_visits: home.wish === 'noVisits', ...wish,
      wish_at: home.wish === 'noVisits' ? new Date(now.getTime() - random.int(50, 400) * day).toISOString() : null,
    })
    for (const [at, member] of membersOf(home, random).entries()) {
      const accountId = member.accountId ?? (at === 0 && saying.has(home) ? uuid7At(now.getTime() - random.int(60, 300) * day, random) : null)
      residents.push({ committee_id, id: uuid7At(now.getTime() - 400 * day, random), household_id: home.id, block_id: blockIdOf(place, home.block), name: member.name, relation: member.relation, account_id: accountId })
      if (accountId === null) continue
      filers.push({
        accountId, name: member.name, called: member.called,
        home: {
          householdId: home.id, label: home.label, block: home.block, building: home.building,
          visits: home.wish !== 'noVisits', phone: !wish.never.includes('phone') && wish.channels.includes('phone'),
        },
      })
    }
  }
  return {
    homes,
    filers,
    estates: [{ committee_id, id: blockIdOf(place, 0), name: place.name }],
    blocks: Array.from({ length: place.blocks }, (_, index) => ({ committee_id, id: blockIdOf(place, index + 1), seq: index + 1, name: `${index + 1}块` })),
    buildings: Array.from({ length: place.buildings }, (_, index) => ({
      committee_id, id: buildingIdOf(place, index + 1), estate_id: blockIdOf(place, 0), block_id: blockIdOf(place, blockOf(place, index + 1)), seq: index + 1, name: `${index + 1}号楼`,
    })),
    households,
    cared: homes.filter((home) => home.wish === 'caredFor').map((home) => ({ householdId: home.id, since: dayAfter(today, -random.int(60, 900)) })),
    residents,
  }
}
export type Community = ReturnType<typeof buildCommunity>
