/** From the cells of a table to what its lines say; what cannot be read is named with its cell and what to do. Pure. */
import type { CareKind, ResidentRole, Tenure } from '../../../contract/archive'
import type { Relation } from '../../../contract/household'
import type { ImportIssue, ImportKind } from '../../../contract/import'
import type { Day } from '../../../contract/values'
import { cares, columnsOf, doorClosed, letterOf, reasonHead, relations, roles, sheetWords, tenures, type Column, type ColumnKey } from './importWords'

export type Cell = string | number | boolean | Date | null

export interface SheetCells {
  kind: ImportKind
  /** The first row holds the heads; rows keep their place, empty ones too. */
  rows: readonly (readonly Cell[])[]
  /** Addresses of cells that hold a formula: `B3`. */
  formulas: ReadonlySet<string>
}

export interface Said {
  estate: string
  building: string
  block: string
  room: string
  tenure: Tenure
  door: 'closed'
  name: string
  relation: Relation
  birthYear: number
  phone: string
  roles: ResidentRole[]
  care: CareKind[]
  basis: string
  reviewOn: Day
}

export interface Line {
  kind: ImportKind
  /** As the spreadsheet numbers it. */
  line: number
  /** What stands there, of what could be read; an empty cell says nothing. */
  said: Partial<Said>
  issues: ImportIssue[]
  /** As it came, in the order of our columns. */
  cells: Cell[]
  /** Where our columns are in this sheet. */
  places: ReadonlyMap<ColumnKey, number>
}

type Wrong = { wrong: string; fix: string }
type Reading = { value: unknown } | Wrong

const plain = (text: string) => text.normalize('NFKC').trim()
const headOf = (cell: Cell | undefined) => plain(String(cell ?? '')).replaceAll(/[\s*]/g, '')
const dayOfDate = (at: Date) => at.toISOString().slice(0, 10)

/** What a person sees in the cell. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dayOfDate(cell)
  return plain(typeof cell === 'number' ? cell.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 }) : String(cell))
}

const short = (text: string) => (text.length > 12 ? `${text.slice(0, 12)}…` : text)

/** One word for each: what else is understood need not be offered. */
const offered = (words: Record<string, unknown>) => Object.keys(words).filter((word, at, all) => all.findIndex((other) => words[other] === words[word]) === at).join('、')

function oneOf(words: Record<string, unknown>, text: string): Reading {
  if (Object.hasOwn(words, text)) return { value: words[text] }
  return { wrong: `没有“${short(text)}”这一项`, fix: `写其中一个：${offered(words)}` }
}

function severalOf(words: Record<string, unknown>, text: string): Reading {
  const said = text.split(/[、,，;；/\s]+/).filter(Boolean)
  const unknown = said.find((word) => !Object.hasOwn(words, word))
  if (unknown !== undefined) return { wrong: `没有“${short(unknown)}”这一项`, fix: `从这些里写：${offered(words)}` }
  return { value: [...new Set(said.map((word) => words[word]))] }
}

function within(text: string, longest: number): Reading {
  return text.length > longest ? { wrong: `有 ${text.length} 个字`, fix: `写短一点，最多 ${longest} 个字` } : { value: text }
}

/** @returns as it is kept: 11 digits of a mobile, a landline with its area code before a dash */
export function phoneIn(text: string): string | null {
  const digits = text.replaceAll(/[\s().‐-―-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$|0)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return digits
  const landline = /^(02\d|010|0[3-9]\d{2})?([2-8]\d{6,7})$/.exec(digits)
  if (!landline) return null
  return landline[1] ? `${landline[1]}-${landline[2]}` : landline[2]!.length === 8 ? landline[2]! : null
}

function phoneOf(text: string): Reading {
  const phone = phoneIn(text)
  if (phone !== null) return { value: phone }
  const digits = text.replaceAll(/\D/g, '')
  if (/e\+/i.test(text)) return { wrong: '号码被表格改成了科学计数', fix: '把这一列设成“文本”，再写一次 11 位号码' }
  if (digits.startsWith('1') && digits.length !== 11) return { wrong: `手机号是 11 位，这里有 ${digits.length} 位`, fix: '照着原来的登记核对一遍' }
  return { wrong: '不像一个电话', fix: '手机写 11 位，座机写 021-55550101；几个号码只留一个' }
}

function yearOf(text: string, thisYear: number): Reading {
  const year = Number(/^(\d{4})(?:\s*年)?$/.exec(text)?.[1] ?? /^(\d{4})[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?/.exec(text)?.[1] ?? Number.NaN)
  if (Number.isNaN(year)) return { wrong: `“${short(text)}”看不出年份`, fix: '写四位数，如 1956' }
  return year < 1900 || year > thisYear ? { wrong: `${year} 年不会是出生年份`, fix: `写 1900 到 ${thisYear} 之间的年份` } : { value: year }
}

/** `2027-05-20`, `2027/5/20`, `2027年5月20日`; null for anything else and for days there are none of. */
export function dayIn(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day) ? dayOfDate(at) : null
}

function reviewOf(text: string, today: Day): Reading {
  const day = dayIn(text)
  if (day === null) return { wrong: `“${short(text)}”不是一个日子`, fix: '写成 2027-05-20 这样' }
  return day <= today ? { wrong: `${day} 已经过了`, fix: '写今天以后的一天' } : { value: day }
}

const read: Record<ColumnKey, (text: string, today: Day) => Reading> = {
  estate: (text) => within(text, 20),
  building: (text) => within(text, 20),
  block: (text) => within(/^\d+$/.test(text) ? `${text}块` : text, 20),
  room: (text) => {
    const bare = text.replace(/室$/, '').toUpperCase()
    return /^[0-9A-Z]{1,10}(?:-[0-9A-Z]{1,6})?$/.test(bare) ? { value: bare } : { wrong: `“${short(text)}”不像室号`, fix: '照门上的写，如 602、1101A' }
  },
  tenure: (text) => oneOf(tenures, text),
  door: (text) => (text === doorClosed ? { value: 'closed' } : { wrong: `“${short(text)}”导入不了`, fix: `这一格只能写“${doorClosed}”或空着；可以上门要这户自己说` }),
  // Two letters spaced out to stand under three.
  name: (text) => within(text.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''), 20),
  relation: (text) => oneOf(relations, text),
  birthYear: (text, today) => yearOf(text, Number(today.slice(0, 4))),
  phone: (text) => phoneOf(text),
  roles: (text) => severalOf(roles, text),
  care: (text) => severalOf(cares, text),
  basis: (text) => (text.length < 2 ? { wrong: '依据太短', fix: '写一句怎么知道的' } : within(text, 200)),
  reviewOn: (text, today) => reviewOf(text, today),
}

/** What no cell may hold, whatever its column. */
function forbidden(text: string): Wrong | null {
  if (/^[=@]/.test(text)) return { wrong: '这一格是公式', fix: '删掉公式，直接写内容' }
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(text)) return { wrong: '这一格里有换行或看不见的字符', fix: '在一行里重新写一遍' }
  if (/(?<!\d)\d{17}[\dXx](?!\d)/.test(text)) return { wrong: '这里写了身份证号', fix: '删掉它。档案里不放身份证号' }
  return null
}

export interface SheetRead { lines: Line[]; /** About the heads: no line of this sheet can be read. */ problem: string | null }

/** @param today the day of review lies after it */
export function readSheet({ kind, rows, formulas }: SheetCells, today: Day): SheetRead {
  const columns = columnsOf[kind]
  const heads = (rows[0] ?? []).map(headOf)
  const places = new Map(columns.flatMap(({ key, head }): [ColumnKey, number][] => (heads.includes(head) ? [[key, heads.indexOf(head)]] : [])))
  const sheet = sheetWords[kind]
  const filled = rows.slice(1).flatMap((cells, at) => (cells.some((cell, place) => textOf(cell) !== '' && heads[place] !== reasonHead) ? [{ cells, line: at + 2 }] : []))
  if (filled.length === 0) return { lines: [], problem: null }
  const missing = columns.filter(({ key, must }) => must && !places.has(key)).map(({ head }) => head)
  if (missing.length > 0) return { lines: [], problem: `“${sheet}”这一页第一行没有“${missing.join('”“')}”这一列。第一行照模板写，不要改名，也不要合并` }
  const strange = heads.find((head, place) => head !== '' && head !== reasonHead && !columns.some((column) => column.head === head) && filled.some(({ cells }) => textOf(cells[place]) !== ''))
  if (strange !== undefined) return { lines: [], problem: `“${sheet}”这一页的“${short(strange)}”这一列，档案里没有地方放。删掉这一列，或改成模板里的名字` }
  if (new Set(heads.filter(Boolean)).size < heads.filter(Boolean).length) return { lines: [], problem: `“${sheet}”这一页有两列同名。只留一列` }
  return { lines: filled.map((row) => readLine(kind, columns, places, formulas, row, today)), problem: null }
}

function readLine(kind: ImportKind, columns: readonly Column[], places: ReadonlyMap<ColumnKey, number>, formulas: ReadonlySet<string>, { cells, line }: { cells: readonly Cell[]; line: number }, today: Day): Line {
  const found: Line = { kind, line, said: {}, issues: [], cells: columns.map(({ key }) => cells[places.get(key) ?? -1] ?? null), places }
  const said = found.said as Record<ColumnKey, unknown>
  for (const { key, head, must } of columns) {
    const place = places.get(key)
    if (place === undefined) continue
    const text = textOf(cells[place])
    const reading: Reading | null = formulas.has(`${letterOf(place)}${line}`)
      ? { wrong: '这一格是公式', fix: '删掉公式，直接写内容' }
      : text === '' ? (must ? { wrong: '空着', fix: `写上${head}` } : null) : (forbidden(text) ?? read[key](text, today))
    if (reading === null) continue
    if ('value' in reading) said[key] = reading.value
    else found.issues.push(issueAt(found, key, reading))
  }
  if (kind === 'person') withCare(found)
  return found
}

/** Kind, basis and day of review go together. */
function withCare(line: Line): void {
  const { care, basis, reviewOn } = line.said
  const named = new Set(line.issues.map(({ column }) => column))
  if (care && !basis && !named.has('照护依据')) line.issues.push(issueAt(line, 'basis', { wrong: '写了照护类别，没写依据', fix: '写一句怎么知道的、凭什么' }))
  if (care && !reviewOn && !named.has('下次复核')) line.issues.push(issueAt(line, 'reviewOn', { wrong: '写了照护类别，没写下次复核', fix: '写今天以后的一天，如 2027-05-20' }))
  if (!care && (basis || reviewOn) && !named.has('照护类别')) line.issues.push(issueAt(line, 'care', { wrong: '写了依据或复核，没写照护类别', fix: '写上类别，或把后面两格也空着' }))
}

/** @param key null for the line as a whole */
export function issueAt({ kind, line, places }: Pick<Line, 'kind' | 'line' | 'places'>, key: ColumnKey | null, said: Wrong): ImportIssue {
  const place = key === null ? undefined : places.get(key)
  const column = key === null ? undefined : columnsOf[kind].find((one) => one.key === key)?.head
  return { kind, line, column: column ?? null, cell: place === undefined ? null : `${letterOf(place)}${line}`, ...said }
}
