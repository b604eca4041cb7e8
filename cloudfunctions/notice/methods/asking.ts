import { countOpenFiled } from '../../demand/cards'
import type { Method } from '../../runtime/request'
import { fewestLeft, templatesToAsk } from '../rules/asking'
import { readLedgers } from '../store'

export const asking: Method<'notice', 'asking'> = async ({ tx, person, now, surroundings }, { moment }) => {
  const [ledgers, openDemands] = await Promise.all([readLedgers(tx, person.accountId), countOpenFiled(tx, person.accountId)])
  const { templates } = surroundings
  return {
    templates: templatesToAsk(moment, ledgers, { openDemands, serves: person.posts.length > 0 }, now).flatMap((name) => {
      const template = templates[name]
      return template ? [{ name, id: template.id }] : []
    }),
    left: fewestLeft(moment, ledgers, (name) => templates[name] !== undefined),
  }
}
