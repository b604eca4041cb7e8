/** Words put into what is written already: at the cursor, or at the end on a line of their own. Nothing that was typed is lost. */
export function insertWords(text: string, words: string, cursor: number | null): string {
  const at = cursor !== null && cursor >= 0 && cursor < text.length ? cursor : text.length
  const [before, after] = [text.slice(0, at), text.slice(at)]
  const gap = at === text.length && before !== '' && !before.endsWith('\n') ? '\n' : ''
  return `${before}${gap}${words}${after}`
}
