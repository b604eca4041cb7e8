/** The first letters; an emoji is never cut in half. */
export function firstLetters(text: string, count: number): string {
  return [...text].slice(0, count).join('')
}

/** The first words of what was said, as the name of the matter: the first sentence, at most 30 characters, an ellipsis where cut. */
export function titleOf(text: string): string {
  const sentence = text.trim().split(/[。！？!?；;\n]/)[0]!.trim() || text.trim()
  const letters = [...sentence]
  const short = letters.length <= 28 ? sentence : `${letters.slice(0, 27).join('')}…`
  // An emoji is two UTF-16 units, and the column counts characters; cutting by letters keeps both halves together.
  return short
}
