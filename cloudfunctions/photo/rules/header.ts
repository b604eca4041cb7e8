/** What the first bytes of a file say: whether it is a picture, how large, and which way up. Nothing is decoded here. */
export interface Header {
  kind: 'jpeg' | 'png'
  /** Null when the size stands further back than the bytes given. */
  size: { width: number; height: number } | null
  /** EXIF's word for which way the camera was held, 1 to 8; 1 is upright. */
  orientation: number
}

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Frames of JPEG; the three left out are tables. (ITU-T T.81, table B.1) */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** @returns null for what is no JPEG or PNG by its first bytes, whatever else may follow */
export function headerOf(bytes: Uint8Array): Header | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (png.every((byte, at) => bytes[at] === byte)) return pngHeader(view)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegHeader(view)
  return null
}

/** The first block of a PNG is IHDR, 13 bytes long. (W3C PNG, 11.2.1) */
function pngHeader(view: DataView): Header | null {
  if (view.byteLength < 33) return view.byteLength < 12 ? { kind: 'png', size: null, orientation: 1 } : null
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return null
  return { kind: 'png', size: { width: view.getUint32(16), height: view.getUint32(20) }, orientation: 1 }
}

function jpegHeader(view: DataView): Header | null {
  let orientation = 1
  for (let at = 2; at + 4 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    // Below 0xc0 no marker begins a block; what stands there is something else.
    if (marker < 0xc0 || length < 2) return null
    if (isFrame(marker)) {
      if (at + 9 > view.byteLength) break
      return { kind: 'jpeg', size: { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }, orientation }
    }
    // Picture data before any frame: there is no picture.
    if (marker === 0xda || marker === 0xd9) return null
    if (marker === 0xe1) orientation = orientationIn(view, at + 4, Math.min(at + 2 + length, view.byteLength)) ?? orientation
    at += 2 + length
  }
  return { kind: 'jpeg', size: null, orientation }
}

/** The tag 0x0112 in the first directory of an EXIF block. */
function orientationIn(view: DataView, start: number, end: number): number | null {
  const tiff = start + 6
  if (tiff + 8 > end || view.getUint32(start) !== 0x45786966) return null
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > end) return null
  const entries = view.getUint16(directory, little)
  for (let n = 0, at = directory + 2; n < entries && at + 12 <= end; n += 1, at += 12) {
    if (view.getUint16(at, little) !== 0x0112) continue
    const value = view.getUint16(at + 8, little)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
