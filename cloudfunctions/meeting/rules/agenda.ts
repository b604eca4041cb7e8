/** What is before a meeting, in which order, and why. Pure. */
import type { AgendaReason } from '../../../contract/meeting'
import type { Day, Id, Instant } from '../../../contract/values'

/** An open follow-up of an earlier meeting. */
export interface Follow {
  id: Id
  demandId: Id | null
  dueOn: Day
}

/** An open demand that may be before the meeting. */
export interface Matter {
  id: Id
  /** 0 danger, 1 all else. */
  rank: number
  dueAt: Instant
  /** It was taken to the meeting. */
  taken: boolean
  /** Past its deadline. */
  overdue: boolean
  /** Given back since a meeting last spoke of it, and nobody took it since. */
  bounced: boolean
}

export interface Item<F extends Follow, M extends Matter> {
  /** Of the demand, or of the follow-up where there is none. */
  id: Id
  /** The first says where it stands. */
  reasons: AgendaReason[]
  matter: M | null
  follows: F[]
}

const order: readonly AgendaReason[] = ['followUp', 'taken', 'overdue', 'bounced']
const byDay = (one: Follow, other: Follow) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id)
const byDeadline = (one: Matter, other: Matter) => one.rank - other.rank || one.dueAt.localeCompare(other.dueAt) || one.id.localeCompare(other.id)

/**
 * Follow-ups first, the one due first first; then what was taken here, what is overdue, what came back, each by danger and deadline.
 * Everything stands once: a demand with a follow-up where the follow-up stands, with all its reasons.
 * @param follows open ones of meetings before this one
 * @param matters demands seen; one without any reason and without a follow-up is left out
 * @param decided demands this meeting has decided already
 */
export function agendaOf<F extends Follow, M extends Matter>(follows: readonly F[], matters: readonly M[], decided: ReadonlySet<Id>): Item<F, M>[] {
  const open = new Map(matters.filter(({ id }) => !decided.has(id)).map((matter) => [matter.id, matter]))
  const reasonsOf = (matter: M | undefined): AgendaReason[] => order.filter((reason) => reason !== 'followUp' && matter?.[reason])
  const items = new Map<Id, Item<F, M>>()
  for (const follow of [...follows].sort(byDay)) {
    const id = follow.demandId ?? follow.id
    const known = items.get(id)
    if (known) {
      known.follows.push(follow)
      continue
    }
    const matter = open.get(id)
    items.set(id, { id, reasons: ['followUp', ...reasonsOf(matter)], matter: matter ?? null, follows: [follow] })
  }
  const rest = [...open.values()].filter((matter) => !items.has(matter.id) && reasonsOf(matter).length > 0)
  const place = (matter: M) => order.indexOf(reasonsOf(matter)[0]!)
  for (const matter of rest.sort((one, other) => place(one) - place(other) || byDeadline(one, other))) {
    items.set(matter.id, { id: matter.id, reasons: reasonsOf(matter), matter, follows: [] })
  }
  return [...items.values()]
}
