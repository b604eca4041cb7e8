import type { Archive, ArchiveEdit, ArchiveField, Tenure } from '../../../contract/archive'
import { isChild } from '../../../contract/child'
import type { Relation } from '../../../contract/household'
import type { Day } from '../../../contract/values'

/** One value as it is typed, before it is known to fit. */
export interface Typed { field: Exclude<ArchiveField, 'wish' | 'roles' | 'left'>; residentId: string | null; text: string; relation: Relation; /** Of somebody new; may stay empty. */ birthYear: string }

export const wholeFields: readonly ArchiveField[] = ['tenure', 'member']

const year = /^(19|20)\d\d$/

/** Whether what is typed writes down somebody under fourteen, or may. */
export function writesChild({ field, text, birthYear }: Typed, today: Day): boolean {
  const typed = field === 'member' ? birthYear : field === 'birthYear' ? text.trim() : ''
  return year.test(typed) && isChild(Number(typed), today)
}

/** The edit, or a sentence about what is missing. */
export function editTyped({ field, residentId, text, relation, birthYear }: Typed, archive: Pick<Archive, 'members'>): ArchiveEdit | string {
  const value = text.trim()
  if (!wholeFields.includes(field) && !archive.members.some((member) => member.residentId === residentId)) return '先选是谁'
  const whom = { residentId: residentId ?? '' }
  switch (field) {
    case 'tenure': return value ? { field, value: value as Tenure } : '选一样'
    case 'member':
      if (!value) return '还差名字'
      return birthYear === '' || year.test(birthYear) ? { field, value: { name: value, relation, birthYear: birthYear === '' ? null : Number(birthYear) } } : '出生年份写四位，像 2019'
    case 'name': return value ? { field, ...whom, value } : '还差名字'
    case 'relation': return { field, ...whom, value: relation }
    case 'birthYear': return year.test(value) ? { field, ...whom, value: Number(value) } : '写四位的年份，像 1942'
    case 'phone': return value === '' || /^[+0-9][0-9 -]{5,19}$/.test(value) ? { field, ...whom, value } : '写电话号码，像 021 5550 0199'
    case 'email': return value === '' || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? { field, ...whom, value } : '写邮箱，像 name@example.com'
    case 'note': return value.length >= 2 ? { field, ...whom, value } : '写一句'
  }
}
