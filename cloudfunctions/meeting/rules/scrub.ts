/** Words for the board: what names a resident or a flat, or can be rung, is struck out, whoever wrote it. Pure. */

/** `12号楼 602室`, `602室`, `12-602`, `12幢2单元602`. The building may stay: people talk of 12号楼; the flat may not. */
const flats = /(\d{1,3}\s*(?:号楼|号|幢|栋|单元)\s*)?\d{3,4}\s*室|(?<![\d-])\d{1,3}-\d{3,4}(?![\d-])|(\d{1,3}\s*(?:幢|栋|单元|号楼)\s*)\d{3,4}(?!\d)/g
/** Seven digits and more, spaces and hyphens between them: a phone, an identity card, an account. A demand's own number has letters before it. */
const numbers = /(?<![\d-])\d(?:[\d -]*\d)?(?!\d)/g
const digitsOfANumber = 7

/**
 * @param people names of those concerned, as they are written: 林女士, 林静
 * @returns the words, with 某居民 for a name, ×室 for a flat and 〔号码〕 for a number
 */
export function withoutPeople(words: string, people: readonly string[]): string {
  const named = [...new Set(people)].filter((one) => one.length > 1).sort((one, other) => other.length - one.length)
  return named
    .reduce((text, name) => text.split(name).join('某居民'), words)
    .replace(flats, (_found, before?: string, alone?: string) => `${before ?? alone ?? ''}×室`)
    .replace(numbers, (found) => (found.replace(/\D/g, '').length >= digitsOfANumber && !/^\d{4}-\d{2}-\d{2}$/.test(found) ? '〔号码〕' : found))
}
