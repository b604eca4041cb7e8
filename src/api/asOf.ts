const hour = 3600_000
const day = 24 * hour

/** When something was read, as a neighbour would say it, in Shanghai: `6:05`, `昨天 18:20`, `11月27日 18:20`. */
export function asOf(at: number, now = Date.now()): string {
  // Shanghai is eight hours ahead all year, whatever the phone says.
  const there = at + 8 * hour
  const clock = new Date(there).toISOString().slice(11, 16).replace(/^0/, '')
  const daysAgo = Math.floor((now + 8 * hour) / day) - Math.floor(there / day)
  if (daysAgo <= 0) return clock
  const date = new Date(there)
  return daysAgo === 1 ? `昨天 ${clock}` : `${date.getUTCMonth() + 1}月${date.getUTCDate()}日 ${clock}`
}
