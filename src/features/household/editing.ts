import type { Archive, ArchiveEdit, ArchiveField, Tenure } from '../../../contract/archive'
import type { Relation } from '../../../contract/household'

/** One value as it is typed, before it is known to fit. */
export interface Typed { field: Exclude<ArchiveField, 'wish' | 'roles' | 'left'>; residentId: string | null; text: string; relation: Relation }

export const wholeFields: readonly ArchiveField[] = ['tenure', 'member']

/** The edit, or a sentence about what is missing. */
export function editTyped({ field, residentId, text, relation }: Typed, archive: Pick<Archive, 'members'>): ArchiveEdit | string {
  const value = text.trim()
  if (!wholeFields.includes(field) && !archive.members.some((member) => member.residentId === residentId)) return '先选是谁'
  const whom = { residentId: residentId ?? '' }
  switch (field) {
    case 'tenure': return value ? { field, value: value as Tenure } : '选一样'
    case 'member': return value ? { field, value: { name: value, relation, birthYear: null } } : '还差名字'
    case 'name': return value ? { field, ...whom, value } : '还差名字'
    case 'relation': return { field, ...whom, value: relation }
    case 'birthYear': return /^(19|20)\d\d$/.test(value) ? { field, ...whom, value: Number(value) } : '写四位的年份，像 1942'
    case 'phone': return value === '' || /^[+0-9][0-9 -]{5,19}$/.test(value) ? { field, ...whom, value } : '写电话号码，像 021 5550 0199'
    case 'email': return value === '' || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? { field, ...whom, value } : '写邮箱，像 name@example.com'
    case 'note': return value.length >= 2 ? { field, ...whom, value } : '写一句'
  }
}
