/** A phone in WeChat has no place for a table, and carries nothing of how one is taken out. */
export function ExportButton() {
  return null
}
