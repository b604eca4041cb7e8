/** The place in a list where the next page begins: opaque to the client, checked when it comes back. */
import * as z from 'zod/mini'
import { Refusal } from '../../contract/refusal'
import { Instant } from '../../contract/values'

/** A moment in a cursor. The year 0 is good ISO 8601, and PostgreSQL has no such year. */
export const PlaceInstant = Instant.check(z.refine((at) => at >= '1970'))
/** `demand.rank` in a cursor: danger or not. */
export const PlaceRank = z.union([z.literal(0), z.literal(1)])

export function cursorOf(place: readonly (string | number | boolean | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** @throws Refusal `BadInput` when it is not one of ours */
export function placeOf<S extends z.ZodMiniType>(schema: S, cursor: string | undefined): z.infer<S> | null {
  if (cursor === undefined) return null
  try {
    return z.parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new Refusal('BadInput', { issues: [{ path: ['cursor'], code: 'invalid_cursor' }] })
  }
}

/** Cuts the one row too many that tells whether there is a next page. */
export function cutPage<Row>(rows: Row[], limit: number, placeAfter: (row: Row) => readonly (string | number | boolean | null)[]): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? cursorOf(placeAfter(shown[shown.length - 1]!)) : null }
}
