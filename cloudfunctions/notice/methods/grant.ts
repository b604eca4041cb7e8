import { NoticeTemplate } from '../../../contract/notice'
import type { Method } from '../../runtime/request'
import { grantCredits, noteAsked } from '../store'

export const grant: Method<'notice', 'grant'> = async ({ tx, person, now }, { answers }) => {
  const me = person.accountId
  const granted = NoticeTemplate.options.filter((template) => answers[template] === 'accept')
  const asked = NoticeTemplate.options.filter((template) => answers[template] !== undefined)
  // `filter`: WeChat did not even show it, so it is no word of the person's.
  const refused = asked.filter((template) => answers[template] === 'reject' || answers[template] === 'ban')
  await Promise.all([grantCredits(tx, { me, templates: granted, now }), noteAsked(tx, { me, asked, refused, now })])
  return { granted }
}
