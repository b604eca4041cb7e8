/** For which messages a person is asked. */
import { NoticeTemplate } from '../../../contract/notice'

/**
 * Those of which fewer are left than the person has matters open: each matter needs one of each. The order is that of their coming.
 * @param left by template; what is absent is 0
 */
export function templatesToAsk(left: Partial<Record<NoticeTemplate, number>>, openDemands: number): NoticeTemplate[] {
  return NoticeTemplate.options.filter((template) => (left[template] ?? 0) < openDemands)
}
