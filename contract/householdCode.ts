/** The code printed for a household: eight signs in two groups, `K7MP 3XQA`. No 0, O, 1 or I, which look alike on paper. Pure. */
import * as z from 'zod/mini'

export const codeSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const codeLength = 8
/** How long a printed sheet is good for. */
export const codeDays = 60

/** As it travels: eight signs, nothing between. */
export const HouseholdCode = z.string().check(z.regex(new RegExp(`^[${codeSigns}]{${codeLength}}$`)))

/** What somebody typed, or what a camera read from the sheet (the code, or a link that ends in it); null where there is none in it. */
export function codeIn(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase()
  const code = (/[?&]CODE=([^&#]+)/.exec(plain)?.[1] ?? plain).replaceAll(/[\s\-–—·.]/g, '')
  return z.safeParse(HouseholdCode, code).success ? code : null
}

export const codeShown = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`
