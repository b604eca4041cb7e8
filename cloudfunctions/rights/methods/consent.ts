import { consentVersions } from '../../../contract/consent'
import { Refusal } from '../../../contract/refusal'
import type { Method } from '../../runtime/request'
import { consentOf } from '../rules/consent'
import { insertConsent } from '../store'

/** @throws Refusal `WrongStep` for a yes to a text that has changed since it was shown; a no always counts */
export const consent: Method<'rights', 'consent'> = async ({ tx, person, now }, { layer, version, given }) => {
  if (given && version !== consentVersions[layer]) throw new Refusal('WrongStep')
  const said = { layer, version, given, at: now }
  await insertConsent(tx, person.accountId, said)
  return consentOf(layer, said)
}
