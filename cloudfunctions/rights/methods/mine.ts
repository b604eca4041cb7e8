import { ConsentLayer } from '../../../contract/consent'
import type { Method } from '../../runtime/request'
import { consentOf } from '../rules/consent'
import { listConsents, listOwn } from '../store'
import { viewRequest } from '../view'

export const mine: Method<'rights', 'mine'> = async ({ tx, person, now }) => {
  const [said, requests] = await Promise.all([listConsents(tx, person.accountId), listOwn(tx, person.accountId)])
  return {
    consents: ConsentLayer.options.map((layer) => consentOf(layer, said.find((one) => one.layer === layer))),
    requests: requests.map((row) => viewRequest(row, person, now)),
    committeeId: person.households[0]?.committeeId ?? person.posts[0]?.committeeId ?? null,
  }
}
