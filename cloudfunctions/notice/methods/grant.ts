import { NoticeTemplate } from '../../../contract/notice'
import type { Method } from '../../runtime/request'
import { grantCredits } from '../store'

export const grant: Method<'notice', 'grant'> = async ({ tx, person, now }, { answers }) => {
  const granted = NoticeTemplate.options.filter((template) => answers[template] === 'accept')
  await grantCredits(tx, { me: person.accountId, templates: granted, now })
  return { granted }
}
