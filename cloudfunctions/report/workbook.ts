/** A spreadsheet as it leaves the app. Heavy, so it stays out of `api`. */
import writeXlsxFile from 'write-excel-file/node'
import { quoted } from './rules/sheet'

export interface Report {
  name: string
  type: string
  bytes: Uint8Array
}

export interface Sheet<Row> {
  name: string
  columns: { head: string; width: number; of: (row: Row) => string | number }[]
  rows: readonly Row[]
}

// Cells are typed as text, so a formula in any of them stays words; the quote is for programs that read the file again.
const cell = (value: string | number) => (typeof value === 'number' ? { value, type: Number } : { value: quoted(value), type: String })

/** Every sheet begins and ends with the same line, and is printed with it. */
// oxlint-disable-next-line typescript/no-explicit-any -- sheets of one book have rows of their own kinds
export async function workbook(name: string, mark: string, sheets: readonly Sheet<any>[]): Promise<Report> {
  const line = [{ value: quoted(mark), type: String, fontWeight: 'bold' as const }]
  const file = await writeXlsxFile(sheets.map(({ name: sheet, columns, rows }) => ({
    sheet, stickyRowsCount: 2, columns: columns.map(({ width }) => ({ width })),
    data: [line, columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => columns.map(({ of }) => cell(of(row)))), line],
  }))).toBuffer()
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: new Uint8Array(file) }
}
