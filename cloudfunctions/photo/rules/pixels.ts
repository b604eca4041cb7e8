/** Pictures as pixels: made smaller, turned upright, laid on white. */
export interface Pixels {
  width: number
  height: number
  /** Red, green, blue, opacity, a byte each, row by row. */
  data: Uint8Array
}

/** @returns the same picture, its longer side at most `longest` px; each new pixel is the mean of those it covers */
export function shrink(from: Pixels, longest: number): Pixels {
  const scale = Math.min(1, longest / Math.max(from.width, from.height))
  const width = Math.max(1, Math.round(from.width * scale))
  const height = Math.max(1, Math.round(from.height * scale))
  if (width === from.width && height === from.height) return from
  const data = new Uint8Array(width * height * 4)
  for (let y = 0, to = 0; y < height; y += 1) {
    const top = Math.floor((y * from.height) / height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * from.height) / height))
    for (let x = 0; x < width; x += 1, to += 4) {
      const left = Math.floor((x * from.width) / width)
      const right = Math.max(left + 1, Math.floor(((x + 1) * from.width) / width))
      let red = 0
      let green = 0
      let blue = 0
      for (let row = top; row < bottom; row += 1) {
        for (let at = (row * from.width + left) * 4, end = (row * from.width + right) * 4; at < end; at += 4) {
          red += from.data[at]!
          green += from.data[at + 1]!
          blue += from.data[at + 2]!
        }
      }
      const count = (bottom - top) * (right - left)
      data[to] = red / count
      data[to + 1] = green / count
      data[to + 2] = blue / count
      data[to + 3] = 255
    }
  }
  return { width, height, data }
}

/** Where a pixel of the upright picture is taken from, for each way the camera was held. (EXIF 2.32, tag 0x0112) */
const source: Record<number, (x: number, y: number, w: number, h: number) => [number, number]> = {
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _w, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _w, h) => [y, h - 1 - x],
  7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
  8: (x, y, w) => [w - 1 - y, x],
}

export function upright(from: Pixels, orientation: number): Pixels {
  const take = source[orientation]
  if (!take) return from
  const [width, height] = orientation >= 5 ? [from.height, from.width] : [from.width, from.height]
  const data = new Uint8Array(from.data.length)
  for (let y = 0, to = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, to += 4) {
      const [column, row] = take(x, y, from.width, from.height)
      data.set(from.data.subarray((row * from.width + column) * 4, (row * from.width + column) * 4 + 4), to)
    }
  }
  return { width, height, data }
}

/** JPEG knows no transparency, and transparent black would come out black. */
export function onWhite(from: Pixels): Pixels {
  const data = from.data
  for (let at = 0; at < data.length; at += 4) {
    const opacity = data[at + 3]! / 255
    if (opacity === 1) continue
    for (let part = at; part < at + 3; part += 1) data[part] = Math.round(data[part]! * opacity + 255 * (1 - opacity))
    data[at + 3] = 255
  }
  return from
}
