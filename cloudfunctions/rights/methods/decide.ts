import { approves } from '../../account/rules/person'
import { queueNotices } from '../../notice/store'
import { newId, visibleTo, type Method } from '../../runtime/request'
import { closeAccount, lockRequest, settleRequest } from '../store'
import { viewRequest } from '../view'

/**
 * Whoever asked to be deleted is told before the account closes: the page that answers is the last they see of it.
 * @throws Refusal `WrongStep` for one that is answered or taken back, `StillOpen` when deleting would leave something unanswered
 */
export const decide: Method<'rights', 'decide'> = async (request, { committeeId, requestId, done, reply }) => {
  const { tx, person, now } = request
  const asked = await lockRequest(tx, committeeId, requestId)
  visibleTo(request, asked.accountId !== person.accountId && approves(person, committeeId))
  const closing = done && asked.kind === 'delete'
  if (closing) await closeAccount(tx, committeeId, requestId, now)
  const end = { state: done ? ('done' as const) : ('refused' as const), at: now, by: person.accountId, reply }
  await Promise.all([
    settleRequest(tx, committeeId, requestId, end),
    closing ? undefined : queueNotices(tx, { committeeId, subject: 'right', subjectId: requestId, title: '个人信息', at: now }, [
      { id: newId(request), toId: asked.accountId, about: 'rightAnswered', fromName: person.name },
    ]),
  ])
  return viewRequest({ ...asked, name: closing ? '已注销' : asked.name, state: end.state, decidedAt: now, decidedBy: person.name, reply }, person, now)
}
