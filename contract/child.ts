/** Who counts as a child under fourteen, for whom a guardian speaks (个人信息保护法 art. 31). */
import type { Day } from './values'

/** Only the year is known: whoever may still be thirteen counts as a child. The database says the same in `app.is_child`. */
export function isChild(birthYear: number | null, today: Day): boolean {
  return birthYear !== null && birthYear >= Number(today.slice(0, 4)) - 14
}

/** What a child is called where the name is not kept, or not shown. */
export const childName = '孩子'
