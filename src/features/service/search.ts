import type { ServiceLine } from '../../../contract/service'

/** A line with what was found in it: its text in parts, every second one found. */
export interface FoundLine extends ServiceLine {
  titleParts?: string[]
  summaryParts?: string[]
}

/** Character → how it is read, without tones: `长` → chang, zhang. */
type Sounds = ReadonlyMap<string, readonly string[]>

/** From what comes with the list: `ju居局zhu住主…`. */
export function readSounds(table: string): Sounds {
  const sounds = new Map<string, string[]>()
  for (const [group, sound] of table.matchAll(/([a-z]+)[^a-z]+/g)) {
    for (const one of group.slice(sound!.length)) sounds.set(one, [...(sounds.get(one) ?? []), sound!])
  }
  return sounds
}

/**
 * Lines that hold what was typed, in title, other words, summary or materials and in this order: in characters, pinyin, first letters or a mix.
 * Only when nothing holds it as typed, what sounds the same or nearly so counts too: 居住正 finds 居住证, zuzai finds 住宅.
 */
export function findServices(lines: readonly ServiceLine[], typed: string, sounds: Sounds): FoundLine[] {
  const words = plain(typed.normalize('NFD').replace(/u\u0308/g, 'v')).split(' ').filter(Boolean)
  if (words.length === 0) return [...lines]
  for (const near of [false, true]) {
    // First as one word: `ju zhu zheng` is no three words.
    for (const sought of words.length > 1 ? [[words.join('')], words] : [words]) {
      const found = lines.flatMap((line) => foundIn(line, sought.map((word) => [...word]), sounds, near))
      if (found.length > 0) return found.sort((one, other) => one.rank - other.rank).map(({ line }) => line)
    }
  }
  return []
}

function foundIn(line: ServiceLine, words: string[][], sounds: Sounds, near: boolean): { line: FoundLine; rank: number }[] {
  const [others = '', materials = ''] = line.search.split('\n')
  const fields = [line.title, others, line.summary, materials].map((text) => [...text].map(plain))
  const spans = words.map((word) => fields.map((field, place) => spanOf(word, field, sounds, near, word.length > 2 || place < 2)))
  const places = spans.map((own) => own.findIndex(Boolean))
  if (places.includes(-1)) return []
  const parts = (text: string, place: number) => split(text, spans.flatMap((own) => own[place] ?? []))
  const place = Math.max(...places)
  const rank = place * 1000 + (spans[0]![place]?.from ?? 0)
  return [{ line: { ...line, titleParts: parts(line.title, 0), summaryParts: parts(line.summary, 2) }, rank }]
}

interface Span { from: number; to: number }

function spanOf(word: string[], field: string[], sounds: Sounds, near: boolean, initials: boolean): Span | undefined {
  if (near && word.length < 2) return undefined
  const typed = word.join('')
  /** Where it ends when read from `at`, or 0. `spare` characters may be any: one nobody knows the sound of, among two others. */
  const read = (from: number, at: number, spare: number): number => {
    if (from === word.length) return at
    const own = field[at]
    if (!own) return 0
    const letter = word[from]!
    const heard = sounds.get(own) ?? []
    if (letter === own) {
      const end = read(from + 1, at + 1, spare)
      if (end) return end
    }
    if (!/[a-z]/.test(letter)) {
      if (!near || letter < '\u2e80' || own < '\u2e80') return 0
      const known = sounds.get(letter)
      if (known) return known.some((one) => heard.some((other) => blur(one) === blur(other))) ? read(from + 1, at + 1, spare) : 0
      return spare && read(from + 1, at + 1, spare - 1)
    }
    for (const sound of heard) {
      const rest = typed.slice(from)
      // The last syllable need not be whole.
      if (rest.length > 1 && sound.startsWith(rest)) return at + 1
      for (const size of near ? [6, 5, 4, 3, 2, 1] : [sound.length, 1]) {
        const part = rest.slice(0, size)
        const fits = part === sound || initials && part === sound[0] || near && size > 1 && blur(part) === blur(sound)
        const end = fits && read(from + part.length, at + 1, spare)
        if (end) return end
      }
    }
    return 0
  }
  for (let from = 0; from < field.length; from++) {
    const to = read(0, from, word.length > 2 ? 1 : 0)
    if (to) return { from, to }
  }
  return undefined
}

const blurred: Record<string, string> = {}

/** One and the same for what many ears do not tell apart: zh z, ch c, sh s, n l, h f, ing in, eng en, ang an. */
function blur(sound: string): string {
  return (blurred[sound] ??= sound.replace(/^([zcs])h/, '$1').replace(/^n/, 'l').replace(/^f/, 'h').replace(/([aei]n)g$/, '$1'))
}

function split(text: string, spans: Span[]): string[] {
  const parts = ['']
  for (const [at, one] of [...text].entries()) {
    const found = spans.some(({ from, to }) => from <= at && at < to)
    if (found === (parts.length % 2 === 1)) parts.push('')
    parts[parts.length - 1] += one
  }
  return parts
}

/** Small, of half width, without tones and marks. */
function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[\u0300-\u036f]/g, '').replace(/[\s、，。；：·“”（）《》？！,.;:'"()?!-]+/g, ' ').trim()
}
