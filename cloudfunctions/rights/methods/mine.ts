import { ConsentLayer } from '../../../contract/consent'
import type { Method } from '../../runtime/request'
import { consentOf } from '../rules/consent'
import { listChildren, listConsents, listOwn, listOwnOpenings } from '../store'
import { viewRequest } from '../view'

export const mine: Method<'rights', 'mine'> = async ({ tx, person, now }) => {
  const homes = person.households.map(({ householdId }) => householdId)
  const [said, requests, openings, children] = await Promise.all([listConsents(tx, person.accountId), listOwn(tx, person.accountId), listOwnOpenings(tx, homes), listChildren(tx)])
  return {
    consents: ConsentLayer.options.map((layer) => consentOf(layer, said.find((one) => one.layer === layer))),
    requests: requests.map((row) => viewRequest(row, person, now)),
    openings,
    children,
    committeeId: person.households[0]?.committeeId ?? person.posts[0]?.committeeId ?? null,
  }
}
