import { countOpenFiled } from '../../demand/cards'
import type { Method } from '../../runtime/request'
import { templatesToAsk } from '../rules/asking'
import { creditsLeft } from '../store'

export const asking: Method<'notice', 'asking'> = async ({ tx, person, surroundings }) => {
  const [left, open] = await Promise.all([creditsLeft(tx, person.accountId), countOpenFiled(tx, person.accountId)])
  return {
    templates: templatesToAsk(left, open).flatMap((name) => {
      const template = surroundings.templates[name]
      return template ? [{ name, id: template.id }] : []
    }),
  }
}
