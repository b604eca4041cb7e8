/** For a wide window, which WeChat never has. */
export function HouseTable() {
  return null
}
