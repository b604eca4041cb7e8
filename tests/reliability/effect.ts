/** Whether something happened between two pictures of the database, and what. */
import type { picture } from '../fixtures/scene'

export type Picture = Awaited<ReturnType<typeof picture>>

const rowsOf = (text: string | undefined) => Number(text!.split(' ')[0])
/** How many rows more, by table. */
export const grown = (from: Picture, to: Picture) => JSON.stringify(Object.fromEntries(Object.keys(from).map((table) => [table, rowsOf(to[table]) - rowsOf(from[table])])))
export const same = (one: Picture, other: Picture) => JSON.stringify(one) === JSON.stringify(other)
