/** Values every noun speaks: moments, days, ids, pages. Money, when it comes, is whole fen (docs/decisions/006). */
import * as z from 'zod/mini'

/** A moment in UTC, ISO 8601 with milliseconds and `Z`: `2026-11-20T05:05:00.000Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** A calendar day in Asia/Shanghai: `2026-11-20`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** UUIDv7 made in Node, so ids sort by the time they were made (docs/decisions/005). */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** Opaque place to go on from, as the last page gave it; absent for the first page. */
export const Cursor = z.string().check(z.maxLength(200))
export type Cursor = z.infer<typeof Cursor>

/** One page of a list, with the place where the next begins, or null at the end. */
export function page<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.nullable(Cursor) })
}

/** What a person types: trimmed, control characters refused, between `min` and `max` characters. */
export function line(min: number, max: number) {
  // A C0 control other than tab and newline has no place in words and breaks printing and export.
  // oxlint-disable-next-line no-control-regex
  return z.string().check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/))
}

/** A search box: at most 40 characters. */
export const SearchText = line(0, 40)
