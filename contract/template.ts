/** Answer templates (答复用语): sentences a committee says often, to begin an answer with. */
import * as z from 'zod/mini'
import { DemandKind } from './demand/said'
import { command, query } from './method'
import { Id, line } from './values'

/** What is filled in on the phone before anything is sent: 编号 the number of the demand · 日期 the day it is answered by · 称呼 how the resident is addressed. */
export const placeholders = ['编号', '日期', '称呼'] as const
export type Placeholder = (typeof placeholders)[number]

const inBraces = new RegExp(`[{｛](${placeholders.join('|')})[}｝]`, 'g')

/** A text with the placeholders that have a value filled in. A half space stands between figures and the Han characters beside them. */
export function fillTemplate(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(inBraces, (whole, name: Placeholder, at: number) => {
    const value = values[name]
    if (!value) return whole
    const [before, after] = [text[at - 1] ?? '', text[at + whole.length] ?? '']
    return `${han.test(before) && figure.test(value[0]!) ? ' ' : ''}${value}${figure.test(value.slice(-1)) && han.test(after) ? ' ' : ''}`
  })
}
const han = /\p{Script=Han}/u
const figure = /[0-9A-Za-z]/

/** Placeholders that still stand in a text: it is not ready to be sent. */
export function unfilledIn(text: string): Placeholder[] {
  return placeholders.filter((name) => [...text.matchAll(inBraces)].some((found) => found[1] === name))
}

/** At most 500 characters: half of what an answer holds, so that there is room for what is special. Braces stand around placeholders alone. */
export const TemplateText = line(2, 500).check(z.regex(new RegExp(`^(?:[^{}｛｝]|[{｛](?:${placeholders.join('|')})[}｝])*$`)))

export const AnswerTemplate = z.object({
  id: Id,
  committeeId: Id,
  /** For demands of this kind; null for all. */
  kind: z.nullable(DemandKind),
  title: z.string(),
  text: z.string(),
})
export type AnswerTemplate = z.infer<typeof AnswerTemplate>

export const template = {
  list: query({
    route: 'GET /committees/{committeeId}/templates',
    summary: 'The templates of a committee for all who serve it, in the order they were written, at most 100. With a kind: those for it and those for all.',
    input: z.object({ committeeId: Id, kind: z.optional(DemandKind) }),
    output: z.object({ items: z.array(AnswerTemplate), mayEdit: z.boolean() }),
  }),
  save: command({
    route: 'POST /committees/{committeeId}/templates',
    summary: 'Write a template, or change the one named; by those who serve the committee whole.',
    input: z.object({ committeeId: Id, templateId: z.nullable(Id), kind: z.nullable(DemandKind), title: line(1, 20), text: TemplateText }),
    output: AnswerTemplate,
    words: ['title', 'text'],
  }),
  remove: command({
    route: 'POST /committees/{committeeId}/templates/{templateId}/removal',
    summary: 'Take a template away. What was answered with it stays.',
    input: z.object({ committeeId: Id, templateId: Id }),
    output: z.object({ templateId: Id }),
  }),
}
