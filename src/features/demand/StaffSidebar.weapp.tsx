/** The menu of a wide window, which WeChat never has. */
export function StaffSidebar() {
  return null
}
