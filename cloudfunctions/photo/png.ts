/** PNG to pixels (W3C PNG, second edition): screenshots, which are what comes as PNG. Interlaced ones are refused; no phone makes them. */
import { inflateSync } from 'node:zlib'
import type { Pixels } from './rules/pixels'

/** Samples a pixel, by colour type: grey, true colour, palette, grey with opacity, true colour with opacity. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

interface Chunks { header: DataView; palette: Uint8Array; opacity: Uint8Array; packed: Buffer }

/** @throws when it is not whole, not what it says, or unpacks to more than its header promises */
export function readPng(bytes: Uint8Array): Pixels {
  const { header, palette, opacity, packed } = chunksOf(bytes)
  const [width, height, depth, colour] = [header.getUint32(0), header.getUint32(4), header.getUint8(8), header.getUint8(9)]
  const parts = samples[colour]
  if (!parts || header.getUint8(12) !== 0 || ![1, 2, 4, 8, 16].includes(depth) || (depth < 8 && parts > 1)) throw new Error('unknown kind of PNG')
  const perPixel = Math.max(1, (parts * depth) >> 3)
  const line = Math.ceil((width * parts * depth) / 8)
  const rows = inflateSync(packed, { maxOutputLength: (line + 1) * height })
  if (rows.length !== (line + 1) * height) throw new Error('the PNG is not whole')
  const data = new Uint8Array(width * height * 4)
  let above = new Uint8Array(line)
  for (let y = 0; y < height; y += 1) {
    const start = y * (line + 1)
    const row = unfilter(rows[start]!, rows.subarray(start + 1, start + 1 + line), above, perPixel)
    for (let x = 0; x < width; x += 1) paint(data, (y * width + x) * 4, row, x)
    above = row
  }
  return { width, height, data }

  function sample(row: Uint8Array, index: number): number {
    if (depth >= 8) return row[index * (depth >> 3)]!
    const bit = index * depth
    return (row[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
  }

  function paint(to: Uint8Array, at: number, row: Uint8Array, x: number): void {
    const first = sample(row, x * parts!)
    if (colour === 3) {
      to.set(palette.subarray(first * 3, first * 3 + 3), at)
      to[at + 3] = opacity[first] ?? 255
      return
    }
    const grey = parts! <= 2
    const full = depth < 8 ? 255 / ((1 << depth) - 1) : 1
    for (let part = 0; part < 3; part += 1) to[at + part] = grey ? first * full : sample(row, x * parts! + part)
    to[at + 3] = parts! % 2 === 0 ? sample(row, x * parts! + parts! - 1) : 255
  }
}

function chunksOf(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: { header?: DataView; palette: Uint8Array; opacity: Uint8Array; packed: Uint8Array[] } = { palette: new Uint8Array(), opacity: new Uint8Array(), packed: [] }
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (body.length !== length) throw new Error('the PNG is not whole')
    if (name === 'IHDR') found.header = new DataView(body.buffer, body.byteOffset, body.byteLength)
    if (name === 'PLTE') found.palette = body
    if (name === 'tRNS') found.opacity = body
    if (name === 'IDAT') found.packed.push(body)
    if (name === 'IEND') break
    at += 12 + length
  }
  if (!found.header || found.header.byteLength !== 13) throw new Error('a PNG begins with its header')
  return { ...found, header: found.header, packed: Buffer.concat(found.packed) }
}

/** Undoes how a row was written: as it is, or as differences to the left, above, their mean, or the nearest of three. */
function unfilter(filter: number, raw: Uint8Array, above: Uint8Array, perPixel: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(raw)
  if (filter > 4) throw new Error('unknown filter')
  if (filter === 0) return row
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= perPixel ? row[at - perPixel]! : 0
    const up = above[at]!
    const corner = at >= perPixel ? above[at - perPixel]! : 0
    row[at] = row[at]! + [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter]!
  }
  return row
}

function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}
