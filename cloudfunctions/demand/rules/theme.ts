/** What a demand is about, and the answers to the questions of its theme. Pure. */
import { answerIssues, guessCategory, type Category, type CategoryAnswers } from '../../../contract/category'
import type { DemandKind } from '../../../contract/demand/said'
import { Refusal } from '../../../contract/refusal'

export interface Theme {
  category: string | null
  /** With the question as it was asked, whatever becomes of the list. */
  answers: { id: string; label: string; answer: string }[]
}

interface Said {
  kind: DemandKind
  text: string
  about: 'community' | 'app'
  /** Left out: what the words tell. */
  category?: string | null | undefined
  answers?: CategoryAnswers | undefined
}

/**
 * A theme that was chosen has its questions answered; one the words told asks for nothing.
 * @throws Refusal `BadInput` naming the theme or the question
 */
export function themeOf({ kind, text, about, category: chosen, answers = [] }: Said, categories: readonly Category[]): Theme {
  if (about === 'app') return { category: null, answers: [] }
  const known = categories.find(({ slug }) => slug === chosen)
  if (chosen && !known) throw new Refusal('BadInput', { issues: [{ path: ['category'], code: 'unknown' }] })
  const issues = answerIssues(known?.questions ?? [], answers)
  if (issues.length > 0) throw new Refusal('BadInput', { issues })
  if (known) {
    const said = known.questions.flatMap(({ id, label }) => answers.flatMap((one) => (one.id === id ? [{ id, label, answer: String(one.answer) }] : [])))
    return { category: known.slug, answers: said }
  }
  return { category: chosen === null ? null : (guessCategory(text, kind, categories)?.slug ?? null), answers: [] }
}
