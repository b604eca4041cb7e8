/**
 * What a demand is about (主题): a list of the street, with the few questions that save a second call. What the words tell and which
 * answers fit is worked out here, once, because phone and server must agree: the phone offers what the server will keep.
 */
import * as z from 'zod/mini'
import { query } from './method'
import type { InputIssue } from './refusal'
import { line } from './values'

/** `lift`, as the table names it. */
export const CategorySlug = z.string().check(z.regex(/^[a-z][A-Za-z]{1,29}$/))
export type CategorySlug = z.infer<typeof CategorySlug>

export const CategoryQuestion = z.object({
  id: z.string(),
  /** As a person reads it: `里面有人吗`. */
  label: z.string(),
  type: z.enum(['choice', 'text', 'number']),
  /** For a choice; else empty. */
  options: z.array(z.string()),
  /** Only once the theme was chosen: one that was merely guessed from the words asks for nothing. */
  required: z.boolean(),
  hint: z.nullable(z.string()),
})
export type CategoryQuestion = z.infer<typeof CategoryQuestion>

export const Category = z.object({
  slug: CategorySlug,
  name: z.string(),
  icon: z.string(),
  /** `DemandKind`s it usually comes as, likeliest first. */
  kinds: z.array(z.string()),
  keywords: z.array(z.string()),
  questions: z.array(CategoryQuestion),
})
export type Category = z.infer<typeof Category>

/** At most one for each question. */
export const CategoryAnswers = z.array(z.object({ id: z.string().check(z.maxLength(30)), answer: z.union([line(1, 200), z.number()]) })).check(z.maxLength(5))
export type CategoryAnswers = z.infer<typeof CategoryAnswers>

/**
 * The theme the words tell: the one with the longest keyword found; of two as long, the one with more of its keywords, then the one
 * that usually comes as this kind, then the first. Null when no keyword is found.
 */
export function guessCategory<C extends Pick<Category, 'kinds' | 'keywords'>>(text: string, kind: string, categories: readonly C[]): C | null {
  let best: { category: C; score: readonly number[] } | null = null
  for (const category of categories) {
    const found = category.keywords.filter((word) => text.includes(word))
    const score = [Math.max(0, ...found.map((word) => word.length)), found.reduce((sum, word) => sum + word.length, 0), category.kinds.includes(kind) ? 1 : 0]
    if (found.length > 0 && (best === null || isMore(score, best.score))) best = { category, score }
  }
  return best?.category ?? null
}

function isMore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index])
  return at >= 0 && one[at]! > other[at]!
}

/** What does not fit, naming the question: `['answers', 'inside']` with missing, unknown, twice, notOffered, notNumber or notText. */
export function answerIssues(questions: readonly CategoryQuestion[], answers: CategoryAnswers): InputIssue[] {
  const issue = (id: string, code: string): InputIssue => ({ path: ['answers', id], code })
  const given = answers.map(({ id }) => id)
  const wrong = answers.flatMap(({ id, answer }, index) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return [issue(id, 'unknown')]
    if (given.indexOf(id) !== index) return [issue(id, 'twice')]
    const code = misfit(question, answer)
    return code ? [issue(id, code)] : []
  })
  const missing = questions.filter(({ id, required }) => required && !given.includes(id)).map(({ id }) => issue(id, 'missing'))
  return [...wrong, ...missing]
}

/** Numbers are counts of things in a house. */
const most = 100_000

function misfit({ type, options }: CategoryQuestion, answer: string | number): string | null {
  if (type === 'number') return typeof answer === 'number' && answer >= 0 && answer <= most ? null : 'notNumber'
  if (typeof answer !== 'string') return 'notText'
  return type === 'choice' && !options.includes(answer) ? 'notOffered' : null
}

export const category = {
  list: query({
    route: 'GET /categories',
    summary: 'What demands can be about, with the questions of each.',
    input: z.object({}),
    output: z.object({ items: z.array(Category) }),
    who: 'anyone',
  }),
}
