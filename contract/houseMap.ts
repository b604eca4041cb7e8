/** Households by building and floor, and lists of them: doors, never a care kind, never a whole name or a number. */
import * as z from 'zod/mini'
import { HouseholdClass, Tenure } from './archive'
import { query } from './method'
import { Cursor, Day, Id, Instant, page } from './values'

/**
 * When somebody there was last reached: visited, or answered. never: not once · long: longer ago than the cadence (30 days where somebody is
 * cared for, else 180; DOMAIN 3.7) · recent. Derived from visits and demands as this reader may see them.
 */
export const Reach = z.enum(['never', 'long', 'recent'])
export type Reach = z.infer<typeof Reach>

export const HouseCell = z.object({
  id: Id,
  room: z.string(),
  /** From the room; null where it tells none. */
  floor: z.nullable(z.int()),
  /** Of the reader’s own home only A or B: nobody serves their own household. */
  class: HouseholdClass,
  vacant: z.boolean(),
  reach: Reach,
  reachedAt: z.nullable(Instant),
  openDemands: z.int(),
  /** An online visit they asked for that waits for an answer. */
  asksVisit: z.boolean(),
})
export type HouseCell = z.infer<typeof HouseCell>

/** careDue: a review or a contact is due within a week, or late · noChannel: lived in, and nobody there has an account, a number or an e-mail. */
export const HouseList = z.enum(['A', 'B', 'C', 'careDue', 'noChannel', 'vacant'])
export type HouseList = z.infer<typeof HouseList>

export const HouseLine = z.object({
  id: Id,
  label: z.string(),
  blockName: z.string(),
  class: HouseholdClass,
  tenure: Tenure,
  /** Who lives there, masked: `周＊`; at most 3. */
  names: z.array(z.string()),
  people: z.int(),
  inApp: z.boolean(),
  /** That there is a number, an e-mail; they lie sealed. */
  hasPhone: z.boolean(),
  hasEmail: z.boolean(),
  reach: Reach,
  reachedAt: z.nullable(Instant),
  /** Only of `careDue`. */
  due: z.nullable(z.object({ on: Day, why: z.enum(['review', 'contact']), late: z.boolean() })),
})
export type HouseLine = z.infer<typeof HouseLine>

const Named = z.object({ id: Id, name: z.string() })

export const houses = {
  map: query({
    route: 'GET /committees/{committeeId}/house-map',
    summary: 'One building with its homes, by room, at most 400; and the buildings of its block with what waits there. A leader sees their own blocks.',
    input: z.object({ committeeId: Id, blockId: z.optional(Id), buildingId: z.optional(Id) }),
    output: z.object({
      blocks: z.array(Named),
      blockId: z.nullable(Id),
      buildings: z.array(z.extend(Named, { homes: z.int(), waiting: z.int(), unreached: z.int() })),
      building: z.nullable(Named),
      homes: z.array(HouseCell),
    }),
  }),
  listHouses: query({
    route: 'GET /committees/{committeeId}/house-list',
    summary: 'Households of one kind, by building and room (care that is due: by its day), 30 a page; names masked.',
    input: z.object({ committeeId: Id, list: HouseList, blockId: z.optional(Id), buildingId: z.optional(Id), cursor: z.optional(Cursor) }),
    output: z.object({ ...page(HouseLine).shape, total: z.int() }),
  }),
}
