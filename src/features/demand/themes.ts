import { answerIssues, guessCategory, type Category, type CategoryAnswers } from '../../../contract/category'
import type { DemandKind } from '../../../contract/demand/said'

/** What a demand is about, as far as it was said. */
export interface ThemeDraft {
  /** Left out: what the words tell. Null: none of them. */
  category?: string | null
  answers?: CategoryAnswers
}

/** The theme that is chosen, else the one the words tell. */
export function themeIn({ text, kind, category }: ThemeDraft & { text: string; kind: DemandKind }, categories: readonly Category[]): Category | null {
  if (category === null) return null
  return categories.find(({ slug }) => slug === category) ?? guessCategory(text, kind, categories)
}

const questionWrong: Record<string, (label: string) => string> = {
  missing: (label) => `“${label}”还没回答`,
  notOffered: (label) => `“${label}”选一个再送`,
  notNumber: (label) => `“${label}”填一个数字`,
  notText: (label) => `“${label}”写几个字`,
}

/** By question: what does not fit. One that was only guessed asks for nothing. */
export function themeWrong({ category, answers = [] }: ThemeDraft, categories: readonly Category[]): Record<string, string> {
  const chosen = categories.find(({ slug }) => slug === category)
  if (!chosen) return {}
  return Object.fromEntries(answerIssues(chosen.questions, answers).map(({ path: [, id], code }) => {
    const label = chosen.questions.find((question) => question.id === id)?.label ?? ''
    return [String(id), (questionWrong[code] ?? questionWrong.missing!)(label)]
  }))
}

/** What travels: nothing where nothing was chosen. */
export function themeSent({ category, answers = [] }: ThemeDraft): ThemeDraft {
  if (category === undefined) return {}
  return category === null ? { category: null } : { category, answers }
}
