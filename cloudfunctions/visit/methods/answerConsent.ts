import { Refusal } from '../../../contract/refusal'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { doorTitle, livesIn, lockConsent, settleConsent, viewDoor } from '../doors'
import { answered, consentSteps } from '../rules/door'

/** @throws Refusal `WrongStep` for one that is answered, used or past */
export const answerConsent: Method<'visit', 'answerConsent'> = async (request, { committeeId, consentId, answer }) => {
  const { tx, person, now } = request
  const row = await lockConsent(tx, committeeId, consentId)
  visibleTo(request, livesIn(person, row.householdId) && row.askedById !== person.accountId)
  const state = answered(row.state, answer)
  if (!row.held || !state || !consentSteps({ ...row, used: row.usedAt !== null }, 'home', now).includes(answer)) throw new Refusal('WrongStep')
  const about = { given: 'consentGiven', refused: 'consentRefused', withdrawn: 'consentRefused', asked: 'consentAsked' } as const
  const [, , view] = await Promise.all([
    settleConsent(tx, committeeId, consentId, { state, by: person.accountId, at: now }),
    queueNotices(tx, { committeeId, subject: 'household', subjectId: row.householdId, title: doorTitle, at: now }, [{ id: newId(request), toId: row.askedById, about: about[state], fromName: person.name }]),
    viewDoor(tx, person, { committeeId, householdId: row.householdId }, now),
  ])
  return view
}
