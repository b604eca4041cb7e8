/** The table to fill in, and the one of failed lines to put right: the same sheets, so that either can be sent. Heavy, so it stays out of `api`. */
import writeXlsxFile from 'write-excel-file/node'
import { importLines } from '../../contract/import'
import type { Places } from './rules/importPlan'
import { textOf, type Line } from './rules/importRows'
import { columnsOf, guideSheet, importKinds, reasonHead, sheetWords, type Column } from './rules/importWords'

/** Text, so that 0101 keeps its zero and nothing becomes a formula. */
const text = (value: string) => ({ value, type: String, format: '@' })
const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
const headOf = ({ head, must }: Column) => bold(must ? `${head}*` : head)
/** Lines already set as text, for whoever types a number. */
const emptyLines = 200

async function workbook(sheets: { sheet: string; data: object[][]; columns: { width: number }[]; stickyRowsCount?: number }[]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(sheets as never).toBuffer())
}

export async function templateFile({ estates, blocks, buildings }: Places): Promise<Uint8Array> {
  const guide: string[][] = [
    ['怎么填'],
    ['1. 填“楼栋”“住户”“人员”三页，用不到的页空着。第一行是列名，不要改；从第二行开始填。带 * 的要写。'],
    ['2. 填好先查一遍，这时什么也不改。哪一行、哪一格不对，会告诉您怎么改。'],
    [`3. 一次最多 ${importLines} 行。同一份表再来一次，已经有的会跳过，不会多出来。`],
    ['4. 空着的格不改原来的内容。有人改过的，不会被盖掉，会留给块长选。'],
    ['5. 不要写身份证号，不要写公式。照护类别只有主任、书记能导入。'],
    ['6. 导入不会安排上门，也不会让谁可以上门。'],
    [],
    [`这里的小区：${estates.map(({ name }) => name).join('、') || '还没有'}`],
    [`这里的块：${blocks.map(({ name }) => name).join('、') || '还没有'}`],
    [`已经有的楼：${buildings.map(({ name }) => name).join('、') || '还没有'}`],
  ]
  const explained = importKinds.flatMap((kind) => [
    [], [bold(`“${sheetWords[kind]}”这一页`), bold('怎么写'), bold('例子')],
    ...columnsOf[kind].map((column) => [text(column.must ? `${column.head}*` : column.head), text(column.note), text(column.example)]),
  ])
  return workbook([
    ...importKinds.map((kind) => ({
      sheet: sheetWords[kind], columns: columnsOf[kind].map(({ width }) => ({ width })), stickyRowsCount: 1,
      data: [columnsOf[kind].map(headOf), ...Array.from({ length: emptyLines }, () => columnsOf[kind].map(() => ({ value: '', type: String, format: '@' })))],
    })),
    { sheet: guideSheet, columns: [{ width: 30 }, { width: 70 }, { width: 20 }], data: [...guide.map((row, at) => row.map((one) => (at === 0 ? bold(one) : text(one)))), ...explained] },
  ])
}

/** Null when no line failed. */
export async function failedFile(lines: readonly Line[]): Promise<Uint8Array | null> {
  if (lines.length === 0) return null
  return workbook(importKinds.filter((kind) => lines.some((line) => line.kind === kind)).map((kind) => ({
    sheet: sheetWords[kind], columns: [...columnsOf[kind].map(({ width }) => ({ width })), { width: 60 }], stickyRowsCount: 1,
    data: [
      [...columnsOf[kind].map(headOf), bold(reasonHead)],
      ...lines.filter((line) => line.kind === kind).map((line) => [
        ...line.cells.map((cell) => text(textOf(cell))),
        text(line.issues.map(({ column, wrong, fix }) => `${column ? `${column}：` : ''}${wrong}。${fix}`).join('；')),
      ]),
    ],
  })))
}
