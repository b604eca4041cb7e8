/**
 * A QR code (ISO/IEC 18004) of at most 106 bytes: byte mode, error correction M, versions 1 to 6, which is all a printed code needs. Pure.
 */

/** Of each version: bytes of data, bytes of correction a block, blocks (all of one size up to version 6). */
const versions = [[16, 10, 1], [28, 16, 1], [44, 26, 1], [64, 18, 2], [86, 24, 2], [108, 16, 4]] as const

/** Powers of 2 in GF(256) by the polynomial 0x11d, and their logarithms. */
const power: number[] = []
const logarithm: number[] = []
for (let exponent = 0, value = 1; exponent < 255; exponent += 1, value = (value << 1) ^ (value > 127 ? 0x11d : 0)) {
  power[exponent] = value
  logarithm[value] = exponent
}
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : power[(logarithm[a]! + logarithm[b]!) % 255]!)

/** Reed-Solomon: the rest of the data times x^count by the generator of that degree. */
function correctionOf(data: readonly number[], count: number): number[] {
  let generator = [1]
  for (let root = 0; root < count; root += 1) generator = [...generator, 0].map((factor, at) => factor ^ times(generator[at - 1] ?? 0, power[root]!))
  const rest = [...data, ...Array.from({ length: count }, () => 0)]
  for (let at = 0; at < data.length; at += 1) {
    const lead = rest[at]!
    for (let term = 0; term < generator.length; term += 1) rest[at + term]! ^= times(generator[term]!, lead)
  }
  return rest.slice(data.length)
}

function bytesOf(text: string): number[] {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([sign, hex]) => (hex ? Number.parseInt(hex, 16) : sign.charCodeAt(0)))
}

/** Data in blocks, block by block one byte in turn, then their corrections likewise. */
function codewords(text: string): { version: number; words: number[] } {
  const bytes = bytesOf(text)
  const version = versions.findIndex(([room]) => bytes.length + 2 <= room) + 1
  if (version === 0) throw new Error(`a QR code of ours holds 106 bytes, not ${bytes.length}`)
  const [room, correction, blocks] = versions[version - 1]!
  // Mode 4 and the length, 12 bits; the text; 4 bits to end it.
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0]
  const data = Array.from({ length: nibbles.length / 2 }, (_, at) => nibbles[at * 2]! * 16 + nibbles[at * 2 + 1]!)
  for (let pad = 0; data.length < room; pad += 1) data.push(pad % 2 ? 0x11 : 0xec)
  const parts = Array.from({ length: blocks }, (_, block) => data.slice((block * room) / blocks, ((block + 1) * room) / blocks))
  const inTurn = (columns: number[][]) => columns[0]!.flatMap((_, at) => columns.map((column) => column[at]!))
  return { version, words: [...inTurn(parts), ...inTurn(parts.map((part) => correctionOf(part, correction)))] }
}

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0, (r) => r % 2 === 0, (_, c) => c % 3 === 0, (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0, (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0, (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** Long runs and full squares of one colour, which cameras mistake for patterns. */
function penalty(cells: readonly boolean[][]): number {
  let points = 0
  const size = cells.length
  for (let row = 0; row < size; row += 1) {
    for (const at of [(n: number) => cells[row]![n]!, (n: number) => cells[n]![row]!]) {
      for (let from = 0, to = 1; to <= size; to += 1) {
        if (to < size && at(to) === at(from)) continue
        if (to - from >= 5) points += to - from - 2
        from = to
      }
    }
    const above = cells[row - 1]
    if (!above) continue
    for (let column = 1; column < size; column += 1) {
      const here = cells[row]![column]
      if (here === above[column] && here === cells[row]![column - 1] && here === above[column - 1]) points += 3
    }
  }
  return points
}

/** Dark cells by row and column, without the quiet edge. @throws for more than 106 bytes */
export function qrOf(text: string): boolean[][] {
  const { version, words } = codewords(text)
  const size = 17 + 4 * version
  const cells = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const fixed = cells.map((line) => [...line])
  const set = (row: number, column: number, dark: boolean) => {
    if (row < 0 || column < 0 || row >= size || column >= size) return
    cells[row]![column] = dark
    fixed[row]![column] = true
  }
  const square = (middleRow: number, middleColumn: number, reach: number, dark: (distance: number) => boolean) => {
    for (let row = -reach; row <= reach; row += 1) for (let column = -reach; column <= reach; column += 1) set(middleRow + row, middleColumn + column, dark(Math.max(Math.abs(row), Math.abs(column))))
  }
  for (let at = 0; at < size; at += 1) for (const [row, column] of [[6, at], [at, 6]] as const) set(row, column, at % 2 === 0)
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]] as const) square(row, column, 4, (distance) => distance !== 2 && distance !== 4)
  if (version > 1) square(size - 7, size - 7, 2, (distance) => distance !== 1)
  const format = (mask: number) => {
    // M is 0; five bits, ten of a BCH code, and the pattern that keeps them from being all light.
    let rest = mask << 10
    for (let bit = 14; bit >= 10; bit -= 1) if (rest & (1 << bit)) rest ^= 0x537 << (bit - 10)
    const bits = ((mask << 10) | rest) ^ 0x5412
    for (let bit = 0; bit < 15; bit += 1) {
      const dark = ((bits >> bit) & 1) === 1
      set(bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, 8, dark)
      set(8, bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, dark)
    }
    set(size - 8, 8, true)
  }
  format(0)

  const bits = words.flatMap((word) => Array.from({ length: 8 }, (_, bit) => ((word >> (7 - bit)) & 1) === 1))
  let next = 0
  // Two columns at a time from the right, up and down in turn, round the upright line of timing.
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < size; step += 1) {
      const row = up ? size - 1 - step : step
      for (const column of [right, right - 1]) if (!fixed[row]![column]) cells[row]![column] = bits[next++] ?? false
    }
  }
  const masked = masks.map((mask, index) => {
    format(index)
    const whole = cells.map((line, row) => line.map((dark, column) => (fixed[row]![column] ? dark : dark !== mask(row, column))))
    return { whole, points: penalty(whole) }
  })
  return masked.reduce((best, one) => (one.points < best.points ? one : best)).whole
}

/** As a picture: black on white with the quiet edge of four cells a camera needs. */
export function qrPicture(text: string): string {
  const cells = qrOf(text)
  const side = cells.length + 8
  const path = cells.flatMap((line, row) => line.flatMap((dark, column) => {
    if (!dark || line[column - 1]) return []
    const end = line.indexOf(false, column)
    return `M${column + 4} ${row + 4}h${(end < 0 ? line.length : end) - column}v1H${column + 4}z`
  })).join('')
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${side}v${side}H0z'/><path d='${path}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
