/** What is asked of the open data. What we do not know is refused, for a filter that is passed over would give a wrong answer. */
import { Id, type Instant } from '../../../contract/values'

export const kinds = ['services', 'organizations', 'locations'] as const
export type Kind = (typeof kinds)[number]

export interface Asked {
  /** From 1. */
  page: number
  perPage: number
  modifiedAfter: Instant | null
  organizationId: Id | null
}

const largestPage = 100
const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/

/** A day is one of Shanghai. Null for what names no moment of the years 1900 to 2999, such as 30 February. */
function momentOf(text: string): Instant | null {
  const written = day.test(text) ? `${text}T00:00:00+08:00` : text
  const at = Date.parse(written)
  if (!moment.test(written) || !/^(19|2\d)/.test(written) || Number.isNaN(at)) return null
  const named = text.slice(0, 10)
  return new Date(`${named}T00:00:00Z`).toISOString().startsWith(named) ? new Date(at).toISOString() : null
}

const whole = (text: string, most: number): number | null => (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most ? Number(text) : null)

/** @returns what is asked, or what to do about it */
export function askedOf(kind: Kind, query: Record<string, readonly string[]>): Asked | string {
  const asked: Asked = { page: 1, perPage: 50, modifiedAfter: null, organizationId: null }
  for (const [name, [value = '', ...more]] of Object.entries(query)) {
    if (more.length > 0) return `${name} 只写一次`
    if (name === 'page') {
      const page = whole(value, 1_000_000)
      if (page === null) return 'page 写从 1 开始的整数'
      asked.page = page
    } else if (name === 'per_page') {
      const perPage = whole(value, largestPage)
      if (perPage === null) return `per_page 写 1 到 ${largestPage} 的整数`
      asked.perPage = perPage
    } else if (name === 'modified_after' && kind === 'services') {
      asked.modifiedAfter = momentOf(value)
      if (asked.modifiedAfter === null) return 'modified_after 写成 2026-11-24 或 2026-11-24T08:00:00Z'
    } else if (name === 'organization_id' && kind === 'services') {
      if (!Id.safeParse(value).success) return 'organization_id 写机构的编号，在 /hsds/organizations 里'
      asked.organizationId = value
    } else {
      const known = kind === 'services' ? 'page、per_page、modified_after、organization_id' : 'page、per_page'
      return `这里只认 ${known}`
    }
  }
  return asked
}
