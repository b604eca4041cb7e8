/** Files for those who serve, and the log of who took them. Made by the cloud function `reports`, or `POST /reports/<path>`. */
import * as z from 'zod/mini'
import { HouseList } from './houseMap'
import { query } from './method'
import { Cursor, Id, Instant, line, page } from './values'

/** What a file is for; it stands on every sheet and in the log. */
export const ExportWhy = line(2, 200)

/** More households than these leave the app only by the word of director or secretary (DOMAIN 5.7). */
export const mostHouseholds = 50

export const DemandsAsked = z.object({ committeeId: Id, why: ExportWhy })
export const HousesAsked = z.object({ committeeId: Id, list: HouseList, blockId: z.optional(Id), buildingId: z.optional(Id), why: ExportWhy })

export const ReportAsked = z.discriminatedUnion('path', [
  z.object({ path: z.literal('demands.xlsx'), input: DemandsAsked }),
  z.object({ path: z.literal('households.xlsx'), input: HousesAsked }),
  z.object({ path: z.literal('import-template.xlsx'), input: z.object({ committeeId: Id }) }),
  z.object({ path: z.literal('visit.ics'), input: z.object({ committeeId: Id, visitId: Id }) }),
])
export type ReportAsked = z.infer<typeof ReportAsked>

export const Exported = z.enum(['demands', ...HouseList.options])
export type Exported = z.infer<typeof Exported>

export const ExportLine = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  what: Exported,
  /** `3块`, `3块 9号楼`; null for the committee whole. */
  place: z.nullable(z.string()),
  rows: z.int(),
  why: z.string(),
})
export type ExportLine = z.infer<typeof ExportLine>

export const report = {
  log: query({
    route: 'GET /committees/{committeeId}/exports',
    summary: 'Who took which list out of the app, newest first, 30 a page; for director and secretary.',
    input: z.object({ committeeId: Id, cursor: z.optional(Cursor) }),
    output: page(ExportLine),
  }),
}
