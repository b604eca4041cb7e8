import { consentVersions } from '../../../contract/consent'
import { Refusal } from '../../../contract/refusal'
import { insertConsent } from '../../rights/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { insertTalent } from '../../talent/store'
import { answerHelper, lockVisit } from '../store'
import { viewVisit } from '../view'

/** Answered once, and by the household alone. A yes is the word of whoever says it: they agree to be asked, and the committee reads it until they take it back. */
export const help: Method<'visit', 'help'> = async (request, { committeeId, visitId, helperId, willing }) => {
  const { tx, person, now, surroundings } = request
  const row = await lockVisit(tx, committeeId, visitId)
  visibleTo(request, row.home)
  const said = { layer: 'talent', version: consentVersions.talent, given: true, at: now } as const
  const [answered, , , visit] = await Promise.all([
    answerHelper(tx, { committeeId, visitId, helperId, willing, me: person.accountId, now }),
    willing && insertConsent(tx, person.accountId, said),
    willing && insertTalent(tx, { committeeId, id: newId(request), me: person.accountId, helperId, at: now }),
    viewVisit(tx, person, { committeeId, visitId, firstWall: surroundings.firstWall }),
  ])
  if (!answered) throw new Refusal('WrongStep')
  return visit
}
