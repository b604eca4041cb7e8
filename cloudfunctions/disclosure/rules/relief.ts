/** Of relief only totals are made public (条例 art. 17; 社会救助暂行办法 art. 61): a text that says which flat or which number got it is not stored. */
import type { DisclosureClass } from '../../../contract/disclosure'
import { Refusal } from '../../../contract/refusal'

const figure = '[0-9零〇一二三四五六七八九十百]'
const homes = [
  // 602室, 六〇二室
  new RegExp(`${figure}{2,}\\s*室(?!内|外)`),
  // 12号楼602, 12幢3单元602, 12号402
  new RegExp(`${figure}+\\s*(?:号楼|号|幢|栋)\\s*(?:${figure}+\\s*(?:单元|层|楼|门)\\s*)?${figure}{3,}`),
  // 12-602, 12-3-602
  /(?<![\d-])\d{1,3}[-–—](?:\d{1,2}[-–—])?\d{3,4}(?![\d-])/,
]
/** A mobile number, whole or with its middle starred; a line of a house; the number of an identity card. */
const numbers = [/(?<!\d)1[3-9]\d[ -]?[\d*]{4}[ -]?\d{4}(?!\d)/, /(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/, /(?<![\d.,])[2-8]\d{3}[ -]?\d{4}(?![\d.,]|\s*[元万份件户人次])/, /(?<!\d)\d{17}[\dXx](?!\d)/]

/** The first flat or number a text names, as it stands there in half width; null when it names none. */
export function namedHome(text: string): string | null {
  const half = text.normalize('NFKC')
  for (const pattern of [...homes, ...numbers]) {
    const found = pattern.exec(half)
    if (found) return found[0]
  }
  return null
}

/** @throws Refusal `BadInput`, code `names_a_home`, with the fields to change */
export function mustNameNobody(kind: DisclosureClass, words: { title: string; text: string }): void {
  if (kind !== 'relief') return
  const issues = (['title', 'text'] as const).filter((field) => namedHome(words[field]) !== null).map((field) => ({ path: [field], code: 'names_a_home' }))
  if (issues.length > 0) throw new Refusal('BadInput', { issues })
}
