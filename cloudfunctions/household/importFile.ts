/** An xlsx somebody chose, as cells: never more than it may be, whatever it says of itself. Heavy, so it stays out of `api`. */
import { inflateRawSync } from 'node:zlib'
import readXlsxFile from 'read-excel-file/universal'
import { importBytes, importLines } from '../../contract/import'
import type { Cell, SheetCells } from './rules/importRows'
import { importKinds, letterOf, sheetWords } from './rules/importWords'

/** Unpacked; a table of 5,000 lines is some 2 MB. */
const largestUnpacked = 40 * 1024 * 1024
const mostParts = 200

const byHand = '在 Excel 或 WPS 里打开，另存为“Excel 工作簿 .xlsx”，再选一次'

/** A sentence about the file as a whole, or the sheets we know. */
export async function sheetsIn(bytes: Uint8Array): Promise<string | SheetCells[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return '这是一个空文件。换一份'
  if (file.length > importBytes) return `这份表有 ${(file.length / 1024 / 1024).toFixed(1)} 兆，一次最多 2 兆。去掉图片，或按块分成几份`
  const begins = file.toString('hex', 0, 4)
  if (begins === 'd0cf11e0') return `这是老格式 .xls，或加了密码的表。${byHand}`
  if (begins !== '504b0304') return `这不是 .xlsx 的表，也可能是 .csv。${byHand}`
  const parts = unpacked(file)
  if (typeof parts === 'string') return parts
  const paths = sheetPaths(parts)
  if (!importKinds.some((kind) => paths.has(sheetWords[kind]))) return `这份表里没有“${importKinds.map((kind) => sheetWords[kind]).join('”“')}”这几页。下载模板，照着填`
  // The library is given what was unpacked here and nothing else.
  const sheets = await readXlsxFile(Uint8Array.from(file).buffer, { trim: false }).catch(() => null)
  if (sheets === null) return `这份表打不开，可能坏了。${byHand}`
  const found = importKinds.flatMap((kind): SheetCells[] => {
    const sheet = sheets.find((one) => one.sheet.trim() === sheetWords[kind])
    const xml = parts.get(paths.get(sheetWords[kind]) ?? '')
    return sheet && xml ? [{ kind, rows: sheet.data as Cell[][], formulas: formulasIn(xml) }] : []
  })
  const lines = found.reduce((sum, { rows }) => sum + rows.slice(1).filter((row) => row.some((cell) => cell !== null && cell !== '')).length, 0)
  if (lines === 0) return '这份表里还没有填东西。从第二行开始填，第一行是列名'
  return lines > importLines ? `这份表有 ${lines} 行，一次最多 ${importLines} 行。按块或按楼分成几份，一份一份来` : found
}

/** Each part by name. What says less than it is, is stopped where it passes the limit. */
function unpacked(zip: Buffer): string | Map<string, string> {
  const broken = `这份表打不开，可能没有下载完。${byHand}`
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0 || end + 22 > zip.length) return broken
  const count = zip.readUInt16LE(end + 10)
  if (count > mostParts) return '这份表里的东西太多，不像一份住户表。下载模板，照着填'
  const parts = new Map<string, string>()
  let room = largestUnpacked
  try {
    for (let left = count, at = zip.readUInt32LE(end + 16); left > 0; left -= 1) {
      const [flags, method, packed, size, name, extra, comment, local] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
      if (flags & 1) return `这份表加了密码。去掉密码，${byHand}`
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(start, start + packed)
      const text = method === 8 ? inflateRawSync(bytes, { maxOutputLength: Math.max(room, 1) }) : bytes
      room -= text.length
      if (room < 0 || (method !== 8 && method !== 0)) return '这份表解开以后太大，不像一份住户表。去掉图片和多余的页，再选一次'
      // Who reads it after us makes room for what it says it is.
      if (size !== text.length) return broken
      const called = zip.toString('utf8', at + 46, at + 46 + name)
      if (/\.(xml|rels)$/i.test(called)) parts.set(called.replace(/^\//, ''), text.toString('utf8'))
      at += 46 + name + extra + comment
    }
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? '这份表解开以后太大，不像一份住户表。去掉图片和多余的页，再选一次' : broken
  }
  // Nothing of ours declares entities; what does means to grow.
  return [...parts.values()].some((xml) => xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) ? broken : parts
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const decoded = (text: string) => text.replaceAll(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) =>
  name.startsWith('#') ? String.fromCodePoint(Number.parseInt(name.replace(/^#x?/, ''), name.startsWith('#x') ? 16 : 10)) : (entities[name] ?? whole))
const attribute = (tag: string, name: string) => new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1]

/** The name of each sheet → its part. */
function sheetPaths(parts: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map([...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, tag = '']) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']))
  return new Map([...(parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, tag = '']) => {
    const target = targets.get(/\s\w+:id="([^"]*)"/.exec(tag)?.[1]) ?? ''
    return [decoded(attribute(tag, 'name') ?? '').trim(), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
  }))
}

/** The library gives what a formula came to last; that it is one only the part itself says. */
export function formulasIn(xml: string): Set<string> {
  const found = new Set<string>()
  let [row, column, cell] = [0, 0, '']
  for (const [, name, tag = ''] of xml.matchAll(/<(?:\w+:)?(row|c|f)\b([^>]*)>/g)) {
    const address = attribute(tag, 'r')
    if (name === 'row') [row, column] = [Number(address ?? row + 1), 0]
    else if (name === 'c') {
      // Some programs leave the address out where a cell follows the one before it.
      column = address ? columnOf(address) : column + 1
      cell = address ?? `${letterOf(column - 1)}${row}`
    } else found.add(cell)
  }
  return found
}

const columnOf = (address: string) => [...address.replaceAll(/\d/g, '')].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0)! - 64), 0)
