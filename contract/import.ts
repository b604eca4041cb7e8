/**
 * Bringing in buildings, households and who lives there from a table. The table is looked at first, and nothing is written; what was brought in can be
 * taken back as a batch. The table itself goes to the function `reports` (`import`), and is kept nowhere.
 */
import * as z from 'zod/mini'
import { ArchiveField } from './archive'
import { command, query } from './method'
import { Id, Instant, line } from './values'

/** A sheet of the table: building 楼栋 · household 住户 · person 人员. */
export const ImportKind = z.enum(['building', 'household', 'person'])
export type ImportKind = z.infer<typeof ImportKind>

/** Lines at most, of all sheets together. */
export const importLines = 5_000
/** Bytes of the file at most. */
export const importBytes = 2 * 1024 * 1024

/** asked: somebody changed by hand what the line says otherwise, so a person picks. Each line counts once. */
export const ImportCount = z.object({ lines: z.int(), added: z.int(), changed: z.int(), same: z.int(), asked: z.int(), refused: z.int() })
export type ImportCount = z.infer<typeof ImportCount>
export const ImportCounts = z.object({ building: ImportCount, household: ImportCount, person: ImportCount })
export type ImportCounts = z.infer<typeof ImportCounts>

/** What is wrong with a line, and what to do about it. In the table’s own words, for it stands in the file of failed lines as well. */
export const ImportIssue = z.object({
  kind: ImportKind,
  /** As the spreadsheet numbers it. */
  line: z.int(),
  /** `手机`; null for the line as a whole. */
  column: z.nullable(z.string()),
  /** `F12`; null for the line as a whole. */
  cell: z.nullable(z.string()),
  wrong: z.string(),
  fix: z.string(),
})
export type ImportIssue = z.infer<typeof ImportIssue>

/** What stays when a batch is taken back, since somebody has touched it meanwhile. own: one’s own household, which a colleague sees to. */
export const ImportKept = z.object({
  /** `12号楼 602室`. */
  label: z.string(),
  what: z.enum(['building', 'household', 'person', 'value', 'wish', 'care', 'own']),
  field: z.nullable(ArchiveField),
})
export type ImportKept = z.infer<typeof ImportKept>

export const ImportBatch = z.object({
  committeeId: Id,
  id: Id,
  fileName: z.string(),
  at: Instant,
  by: z.string(),
  lines: z.int(),
  counts: ImportCounts,
  undoneAt: z.nullable(Instant),
  undoneBy: z.nullable(z.string()),
  kept: z.array(ImportKept),
  /** What this reader may do with it now. */
  steps: z.array(z.enum(['undo'])),
})
export type ImportBatch = z.infer<typeof ImportBatch>

/** What goes with the table. Without a key it is only looked at; with one it is brought in, once. */
export const ImportCall = z.object({ committeeId: Id, fileName: line(1, 80), key: z.nullable(Id) })
export type ImportCall = z.infer<typeof ImportCall>

/** What a table says, measured against what stands; with `batch` when it was brought in. */
export const ImportLook = z.object({
  /** What is wrong with the file as a whole, and what to do; then there is nothing else. */
  problem: z.nullable(z.string()),
  counts: ImportCounts,
  /** The first 300. */
  issues: z.array(ImportIssue),
  issueCount: z.int(),
  /** The first 100 values that somebody is asked about. */
  asks: z.array(z.object({ kind: ImportKind, line: z.int(), label: z.string(), name: z.nullable(z.string()), field: ArchiveField })),
  /** A table of the failed lines alone, to be put right and sent again; xlsx in base64. */
  failed: z.nullable(z.object({ name: z.string(), base64: z.string() })),
  batch: z.nullable(ImportBatch),
})
export type ImportLook = z.infer<typeof ImportLook>

export const imports = {
  listImports: query({
    route: 'GET /committees/{committeeId}/imports',
    summary: 'What was brought in from tables, newest first, at most 50; for those who serve the committee whole.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(ImportBatch) }),
  }),
  undoImport: command({
    route: 'POST /committees/{committeeId}/imports/{importId}/undo',
    summary: 'Take a batch back: what nobody has touched since goes, what was changed since stays and is named. A door that was closed stays closed.',
    input: z.object({ committeeId: Id, importId: Id }),
    output: ImportBatch,
    refusals: ['WrongStep'],
    perMinute: 6,
  }),
}
