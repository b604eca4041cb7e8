/** Pictures for the demonstration, drawn by hand: nothing is fetched, and nobody's home is shown. */
import { encode } from 'jpeg-js'

/** px */
const width = 480
const height = 360

type Colour = readonly [red: number, green: number, blue: number]
type Point = readonly [x: number, y: number]

interface Shape {
  left: number
  top: number
  right: number
  bottom: number
  /** How much of a colour lies on a point within: 0 to 1. */
  at: (x: number, y: number) => number
}
type Layer = readonly [shape: Shape, colour: Colour, most?: number]

const soft = (distance: number) => Math.max(0, Math.min(1, 0.5 - distance))
const box = (left: number, top: number, right: number, bottom: number): Shape => ({ left, top, right, bottom, at: () => 1 })
const everywhere = box(0, 0, width, height)
const around = (points: readonly Point[], room: number, at: Shape['at']): Shape => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs) - room, top: Math.min(...ys) - room, right: Math.max(...xs) + room, bottom: Math.max(...ys) + room, at }
}
const ring = (cx: number, cy: number, r: number, thick: number, squash = 1): Shape =>
  around([[cx, cy]], (r + thick) * Math.max(1, squash), (x, y) => soft(Math.abs(Math.hypot(x - cx, (y - cy) / squash) - r) - thick / 2))
const disc = (cx: number, cy: number, r: number, squash = 1): Shape => around([[cx, cy]], (r + 1) * Math.max(1, squash), (x, y) => soft(Math.hypot(x - cx, (y - cy) / squash) - r))
const glow = (cx: number, cy: number, r: number): Shape => around([[cx, cy]], r, (x, y) => Math.max(0, 1 - Math.hypot(x - cx, y - cy) / r) ** 2)
const line = ([ax, ay]: Point, [bx, by]: Point, thick: number): Shape => around([[ax, ay], [bx, by]], thick, (x, y) => {
  const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
  return soft(Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) - thick / 2)
})
/** Corners in the order of a clock. */
const plane = (...corners: Point[]): Shape => around(corners, 0, (x, y) => (corners.every(([ax, ay], at) => {
  const [bx, by] = corners[(at + 1) % corners.length]!
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0
}) ? 1 : 0))

/** One layer after another, each as far as its shape covers the point. */
function paint(layers: readonly Layer[]): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (const [shape, colour, most = 1] of layers) {
    const [left, right] = [Math.max(0, Math.floor(shape.left)), Math.min(width, Math.ceil(shape.right))]
    for (let y = Math.max(0, Math.floor(shape.top)); y < Math.min(height, Math.ceil(shape.bottom)); y += 1) {
      for (let x = left, to = (y * width + left) * 4; x < right; x += 1, to += 4) {
        const part = shape.at(x, y) * most
        if (part > 0) for (let channel = 0; channel < 3; channel += 1) data[to + channel] = data[to + channel]! * (1 - part) + colour[channel]! * part
      }
    }
  }
  return Buffer.from(encode({ width, height, data }, 78).data)
}

/** Eight steps up to a landing, a handrail, a lamp on the ceiling. */
function stairwell(lit: boolean): Buffer {
  const wall: Colour = lit ? [214, 200, 170] : [46, 48, 56]
  const tread: Colour = lit ? [168, 158, 140] : [38, 39, 45]
  const riser: Colour = lit ? [128, 118, 102] : [26, 27, 32]
  const steps = Array.from({ length: 8 }, (_, n) => n).flatMap((n): Layer[] => {
    const [left, top] = [40 + n * 50, 330 - n * 30]
    return [[box(left, top, width, height), riser], [box(left, top, width, top + 9), tread]]
  })
  return paint([
    [everywhere, wall], [box(0, 0, width, 46), lit ? [232, 222, 198] : [34, 35, 42]],
    ...(lit ? [[glow(236, 44, 380), [255, 226, 150], 0.75] satisfies Layer] : []),
    ...steps,
    ...(lit ? [] : [[plane([330, 0], [480, 0], [480, 360], [430, 360]), [12, 12, 16], 0.55] satisfies Layer]),
    [line([30, 250], [430, 10], 7), lit ? [96, 70, 48] : [20, 18, 18]], ...[70, 190, 310].map((x): Layer => [line([x, 226 - (x - 70) * 0.6], [x, 330 - (x - 70) * 0.6], 4), lit ? [110, 100, 90] : [18, 18, 20]]),
    [box(206, 36, 266, 46), lit ? [90, 86, 80] : [60, 60, 64]], [disc(236, 50, 24, 0.6), lit ? [255, 248, 214] : [84, 84, 88]],
  ])
}

/** A pipe under the ceiling, a stain, drops, and a puddle on the floor. */
function drippingPipe(): Buffer {
  const stain: Colour = [186, 160, 112]
  return paint([
    [everywhere, [222, 220, 212]], [box(0, 0, width, 96), [238, 237, 232]], [box(0, 94, width, 97), [196, 194, 186]], [box(0, 292, width, height), [152, 150, 146]],
    [disc(250, 74, 96, 0.5), stain, 0.5], [ring(250, 74, 92, 6, 0.5), [150, 120, 74], 0.7], [disc(286, 82, 52, 0.6), stain, 0.55], [plane([214, 96], [300, 96], [284, 214], [236, 196]), stain, 0.45],
    [box(0, 104, width, 126), [118, 128, 134]], [box(0, 106, width, 111), [176, 184, 188]], [box(232, 98, 276, 132), [92, 100, 106]], [box(236, 101, 272, 106), [150, 158, 162]],
    ...[[254, 152, 5], [252, 190, 6], [255, 236, 7], [253, 272, 6]].map(([x, y, r]): Layer => [disc(x!, y!, r!, 1.5), [96, 150, 190]]),
    [disc(254, 324, 120, 0.17), [108, 138, 158]], [disc(240, 320, 70, 0.14), [176, 202, 216], 0.7], [ring(254, 322, 34, 3, 0.2), [216, 232, 240]],
  ])
}

/** A shed whose shutter hangs half way, a bicycle behind it. */
function bicycleShed(): Buffer {
  const frame: Colour = [28, 110, 92]
  const [back, front]: Point[] = [[178, 262], [322, 262]]
  const [saddle, crank, head]: Point[] = [[212, 192], [244, 262], [300, 190]]
  const wheel = ([x, y]: Point): Layer[] => [[ring(x, y, 52, 7), [24, 24, 26]], ...[0, 1, 2, 3].map((n): Layer => {
    const [dx, dy] = [Math.cos((n * Math.PI) / 4) * 48, Math.sin((n * Math.PI) / 4) * 48]
    return [line([x - dx, y - dy], [x + dx, y + dy], 1.4), [150, 152, 154]]
  }), [disc(x, y, 6), [90, 92, 94]]]
  const tube = (from: Point, to: Point): Layer => [line(from, to, 7), frame]
  return paint([
    [everywhere, [176, 166, 154]], [box(60, 30, 420, 330), [64, 66, 70]], [box(60, 300, 420, 330), [96, 94, 90]], [box(0, 322, width, height), [140, 136, 130]],
    ...wheel(back!), ...wheel(front!),
    tube(back!, crank!), tube(back!, saddle!), tube(saddle!, crank!), tube(crank!, head!), tube([218, 204], head!), tube(head!, front!),
    [line([208, 180], [212, 192], 6), [40, 40, 42]], [line([192, 178], [230, 178], 11), [34, 26, 22]], [line(head!, [294, 168], 6), [70, 72, 74]], [line([278, 164], [318, 158], 7), [40, 40, 42]],
    [disc(244, 262, 12), [70, 72, 74]], [line([244, 262], [262, 286], 5), [70, 72, 74]],
    [plane([56, 24], [424, 24], [424, 150], [56, 128]), [152, 160, 164]],
    ...Array.from({ length: 7 }, (_, n): Layer => [line([56, 36 + n * 14.5], [424, 38 + n * 17], 3), [112, 120, 124]]),
    [line([56, 128], [424, 150], 9), [88, 94, 98]],
  ])
}

export const drawings = { darkStairs: () => stairwell(false), litStairs: () => stairwell(true), drippingPipe, bicycleShed }
export type Drawing = keyof typeof drawings
