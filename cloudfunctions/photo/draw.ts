/** A photo drawn anew: pixels are all that is taken over, so place, time, camera and whatever hides behind the picture are gone. */
import { setImmediate as breath } from 'node:timers/promises'
import { decode, encode } from 'jpeg-js'
import { mostPixels } from '../../contract/photo'
import { readPng } from './png'
import { headerOf, type Header } from './rules/header'
import { onWhite, shrink, upright, type Pixels } from './rules/pixels'

/** Longer side in px, and JPEG quality. */
const full = { longest: 1600, quality: 80 }
const thumb = { longest: 320, quality: 72 }

export interface Drawn { full: Uint8Array; thumb: Uint8Array }

/** No picture can be made of it. */
export class UnreadableError extends Error {
  override name = 'UnreadableError'
}

/** About a second of work for the largest; others are let in between. @throws UnreadableError */
export async function draw(bytes: Uint8Array): Promise<Drawn> {
  const header = headerOf(bytes)
  if (!header?.size || header.size.width * header.size.height > mostPixels || header.size.width * header.size.height === 0) throw new UnreadableError()
  const large = shrink(upright(onWhite(read(bytes, header)), header.orientation), full.longest)
  await breath()
  const written = write(large, full.quality)
  await breath()
  return { full: written, thumb: write(shrink(large, thumb.longest), thumb.quality) }
}

function read(bytes: Uint8Array, { kind }: Header): Pixels {
  try {
    if (kind === 'png') return readPng(bytes)
    return decode(bytes, { useTArray: true, formatAsRGBA: true, tolerantDecoding: false, maxResolutionInMP: mostPixels / 1e6, maxMemoryUsageInMB: 256 })
  } catch (error) {
    throw new UnreadableError(undefined, { cause: error })
  }
}

function write({ width, height, data }: Pixels, quality: number): Uint8Array {
  return encode({ width, height, data }, quality).data
}
