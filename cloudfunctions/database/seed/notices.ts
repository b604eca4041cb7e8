/** What the people of a past demand were told, and have read; who has no account was told by phone. */
import type { NoticeAbout } from '../../../contract/notice'
import type { Id, Instant } from '../../../contract/values'
import { later, type Entry, type Matter, type Setting } from './matter'
import type { Roster } from '../../organization/rules/roster'
import { uuid7At } from './random'
import { rosterAt } from './serving'

/** Older notices have been cleared away. */
const weeks = 21 * 1440

/** Whom a step tells, and about what. */
function tells(matter: Matter, entry: Entry, ownerThen: Id, roster: Roster): [Id | null, NoticeAbout][] {
  const filer = matter.row.filed_by
  switch (entry.step) {
    case 'file': return matter.row.urgency === 'danger' ? matter.row.told.map((id): [Id, NoticeAbout] => [id, 'dangerFiled']) : [[ownerThen, 'demandFiled']]
    case 'accept': return [[filer, 'demandTaken']]
    case 'takeOver': return [[filer, 'demandTaken'], [ownerThen, 'demandTaken']]
    case 'reply': return [[filer, 'demandReplied']]
    case 'answer': return [[filer, 'demandAnswered']]
    case 'add': return [[ownerThen, 'demandAdded']]
    case 'notSolved': return [[ownerThen, 'demandReopened']]
    case 'confirm': return [[ownerThen, 'demandConfirmed']]
    case 'withdraw': return [[ownerThen, 'demandWithdrawn']]
    case 'ask': return [[filer, 'demandAsked']]
    case 'transfer': return [[filer, 'demandTransferred']]
    case 'askMoreTime': return [roster.directorId, ...roster.secretaryIds].flatMap((id): [Id, NoticeAbout][] => (id ? [[id, 'moreTimeAsked']] : []))
    case 'escalate': return [[entry.to_id!, matter.row.contacted_at === null ? 'contactLate' : 'demandLate']]
    case 'closeSilent': return [[filer, 'demandClosedSilent']]
    case 'handOver': return [[entry.to_id!, 'demandOffered']]
    default: return []
  }
}

export function noticesOf(matter: Matter, setting: Setting, nameOf: ReadonlyMap<Id, string>) {
  const { row } = matter
  let owner = row.first_receiver_id
  const roster = rosterAt(setting.service, setting.today, setting.now)
  return matter.entries.flatMap((entry) => {
    const ownerThen = owner
    if (entry.step === 'takeOver') owner = entry.by_id!
    if (entry.at < later(setting.now, -weeks)) return []
    return tells(matter, entry, ownerThen, roster).map(([to_id, about]) => ({
      committee_id: row.committee_id,
      id: uuid7At(Date.parse(entry.at), setting.random),
      to_id,
      about,
      subject: 'demand',
      subject_id: row.id,
      title: row.title,
      from_name: (entry.by_id && nameOf.get(entry.by_id)) ?? null,
      at: entry.at,
      read_at: readAt(matter, to_id, entry.at),
      // Nobody here has an identity at WeChat: the inbox of the app is all there is.
      state: 'kept',
      attempts: 0,
      next_at: entry.at,
      done_at: entry.at,
    }))
  })
}

function readAt(matter: Matter, reader: Id | null, at: Instant): Instant | null {
  const seen = reader === null ? undefined : matter.seen.get(reader)
  return seen !== undefined && seen >= at ? seen : null
}
