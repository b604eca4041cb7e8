import type { HouseCell } from '../../../contract/houseMap'

export type HouseFilter = 'all' | 'unreached' | 'waiting' | 'A' | 'B' | 'C'

export interface Floor { key: string; word: string; homes: HouseCell[] }
export interface Part { word: string; floors: Floor[] }

/** Homes drawn at a time: a phone holds no more nodes, and an eye no more doors. */
export const mostHomes = 36

const fits: Record<HouseFilter, (home: HouseCell) => boolean> = {
  all: () => true,
  unreached: ({ vacant, reach }) => !vacant && reach !== 'recent',
  waiting: ({ openDemands, asksVisit }) => openDemands > 0 || asksVisit,
  A: (home) => home.class === 'A',
  B: (home) => home.class === 'B',
  C: (home) => home.class === 'C',
}

export const homesOf = (homes: readonly HouseCell[], filter: HouseFilter): HouseCell[] => homes.filter(fits[filter])

/** The highest floor first, as one stands before a building; what tells no floor comes last. */
function floorsOf(homes: readonly HouseCell[]): Floor[] {
  const floors = new Map<number | null, HouseCell[]>()
  for (const home of homes) floors.set(home.floor, [...(floors.get(home.floor) ?? []), home])
  return [...floors].sort(([one], [other]) => (other ?? -1) - (one ?? -1)).flatMap(([floor, all]) => cut(all).map((part, n) => ({
    key: `${floor} ${n}`, word: `${floor === null ? '其他' : `${floor}层`}${n > 0 ? ` 第 ${n + 1} 段` : ''}`, homes: part,
  })))
}

function cut(homes: HouseCell[]): HouseCell[][] {
  return Array.from({ length: Math.ceil(homes.length / mostHomes) }, (_, n) => homes.slice(n * mostHomes, (n + 1) * mostHomes))
}

/** Whole floors, as many as can be drawn at a time. */
export function partsOf(homes: readonly HouseCell[]): Part[] {
  const parts: Floor[][] = []
  for (const floor of floorsOf(homes)) {
    const last = parts.at(-1)
    const drawn = last?.reduce((sum, one) => sum + one.homes.length, 0) ?? mostHomes
    if (last && drawn + floor.homes.length <= mostHomes) last.push(floor)
    else parts.push([floor])
  }
  return parts.map((floors) => ({ floors, word: floors.length === 1 ? floors[0]!.word : `${floors[0]!.word.replace('层', '')}–${floors.at(-1)!.word}` }))
}
