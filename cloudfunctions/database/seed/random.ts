/** Chance that repeats itself: the same seed gives the same world. */
import type { Id } from '../../../contract/values'

export interface Random {
  /** 0 ≤ n < 1 */
  next(): number
  /** Both ends may come. */
  int(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** Each value with its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  shuffle<T>(list: readonly T[]): T[]
}

/** mulberry32: 32 bits of state are plenty for some thousand picks. */
export function seeded(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]) => {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[int(0, list.length - 1)] as T
  }
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick,
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) if ((left -= weight) < 0) return value
      return pick(list)[0]
    },
    shuffle(list) {
      const rest = [...list]
      for (let last = rest.length - 1; last > 0; last -= 1) {
        const other = int(0, last)
        ;[rest[last], rest[other]] = [rest[other]!, rest[last]!]
      }
      return rest
    },
  }
}

/** A UUIDv7 of that moment whose other bits come from `random`. */
export function uuid7At(instantMs: number, random: Random): Id {
  const hex = (bits: number, digits: number) => Math.floor(random.next() * 2 ** bits).toString(16).padStart(digits, '0')
  const time = instantMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12, 3)}-${(8 + random.int(0, 3)).toString(16)}${hex(12, 3)}-${hex(48, 12)}`
}
