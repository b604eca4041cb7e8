export type ScaleStep = 'usual' | 'larger' | 'elder' | 'big' | 'most'

/** From the usual letters to the largest that still fit a phone. */
export const scaleSteps: readonly { value: ScaleStep; word: string; scale: number }[] = [
  { value: 'usual', word: '普通', scale: 1 },
  { value: 'larger', word: '大一点', scale: 1.1875 },
  { value: 'elder', word: '大', scale: 1.375 },
  { value: 'big', word: '更大', scale: 1.5625 },
  { value: 'most', word: '最大', scale: 1.8125 },
]

/** The step nearest to how large the letters are now. */
export function chosenStep(scale: number): ScaleStep {
  const nearest = scaleSteps.reduce((one, other) => (Math.abs(other.scale - scale) < Math.abs(one.scale - scale) ? other : one))
  return nearest.value
}
