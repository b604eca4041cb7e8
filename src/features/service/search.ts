import type { ServiceLine } from '../../../contract/service'

/** Lines that hold every word typed, in title, other words, pinyin or initials; those that begin with it first. */
export function findServices(lines: readonly ServiceLine[], typed: string): ServiceLine[] {
  const words = plain(typed).split(' ').filter(Boolean)
  if (words.length === 0) return [...lines]
  const found = lines.flatMap((line) => {
    const held = plain(`${line.title} ${line.summary} ${line.search}`)
    return words.every((word) => held.includes(word)) ? [{ line, rank: rankOf(line, words[0]!) }] : []
  })
  return found.sort((one, other) => one.rank - other.rank).map(({ line }) => line)
}

function rankOf({ title, search }: ServiceLine, word: string): number {
  if (plain(title).includes(word)) return 0
  return plain(search).split(' ').some((part) => part.startsWith(word)) ? 1 : 2
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s，、。；：]+/g, ' ').trim()
}
