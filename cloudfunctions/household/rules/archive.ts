/** Who may read, open and change what of an archive (DOMAIN 5.2), and how a change meets another. Pure. */
import type { ArchiveEdit, ArchiveField, ArchiveStep, OpenKind } from '../../../contract/archive'
import type { ConsentLayer } from '../../../contract/consent'
import type { Id } from '../../../contract/values'
import { approves, leads, servesWhole, type Person } from '../../account/rules/person'

export interface HomePlace { committeeId: Id; blockId: Id; householdId: Id }

/** home: lives there · leader: leads or deputises its block · director: director or secretary · officer: serves whole besides. */
export type Seat = 'home' | 'leader' | 'director' | 'officer'

/** Null for everybody else. Who lives there is of the home and nothing more: nobody serves their own household. */
export function seatOf(person: Person, { committeeId, blockId, householdId }: HomePlace): Seat | null {
  if (person.households.some((home) => home.householdId === householdId)) return 'home'
  if (leads(person, blockId)) return 'leader'
  if (approves(person, committeeId)) return 'director'
  return servesWhole(person, committeeId) ? 'officer' : null
}

const opens: Record<Seat, readonly OpenKind[]> = { home: [], leader: ['contact', 'care', 'notes'], director: ['contact', 'care', 'notes'], officer: ['contact'] }
export const mayOpen = (seat: Seat | null, what: readonly OpenKind[]): boolean => seat !== null && what.every((kind) => opens[seat].includes(kind))
export const opensOf = (seat: Seat): OpenKind[] => [...opens[seat]]

/** Those who serve change at once, notes only the leader; the home proposes, but for how it is reached. */
export const mayChange = (seat: Seat | null, edit: Pick<ArchiveEdit, 'field'>): boolean =>
  seat === 'leader' || ((seat === 'director' || seat === 'officer') && edit.field !== 'note')
export const mayDecide = (seat: Seat | null): boolean => seat === 'leader' || seat === 'director'

/** One's own number holds at once; of others, and of facts, the leader is asked. Notes are written by who serves. */
export function fateOfWord(edit: ArchiveEdit, mine: readonly Id[]): 'applied' | 'proposed' | 'refused' {
  if (edit.field === 'note') return 'refused'
  if (edit.field === 'phone' || edit.field === 'email') return mine.includes(edit.residentId) ? 'applied' : 'refused'
  return 'proposed'
}

/** @param inApp whether anybody of the household uses the app: then its wish is its own to set */
export function stepsOf(seat: Seat, { inApp, ownCare }: { inApp: boolean; ownCare: boolean }): ArchiveStep[] {
  if (seat === 'home') return ['setWish', 'propose', ...(ownCare ? (['contestCare'] as const) : [])]
  return [
    'change', ...(inApp ? [] : (['setWish'] as const)), ...(mayDecide(seat) ? (['setCare'] as const) : []), ...(seat === 'leader' ? (['note'] as const) : []),
  ]
}

/** What an edit needs the person concerned to agree to: a number, or a note about how they live. Taking away needs nobody's yes. */
export function layerOf(edit: { field: ArchiveField; value?: unknown }): ConsentLayer | null {
  if ((edit.field === 'phone' || edit.field === 'email') && edit.value !== '') return 'contact'
  return edit.field === 'note' ? 'sensitive' : null
}

/** @param refused what the person concerned has said no to */
export function refusedBy(edit: { field: ArchiveField; value?: unknown }, refused: readonly ConsentLayer[] | undefined): boolean {
  // Of a child the relation and the year may stand, and nothing else, until a guardian says yes.
  if ((refused ?? []).includes('minor') && (edit.field === 'name' || edit.field === 'roles' || layerOf(edit) !== null)) return true
  const layer = layerOf(edit)
  return layer !== null && (refused ?? []).includes(layer)
}

const sealed: readonly ArchiveField[] = ['phone', 'email', 'note']
export const isSealed = (field: ArchiveField): boolean => sealed.includes(field)
/** Things are added, so two of them never meet. */
const added: readonly ArchiveField[] = ['member', 'note']

export interface Past { id: Id; residentId: Id | null; field: ArchiveField; version: number; byId: Id }

export const residentOf = (edit: ArchiveEdit): Id | null => ('residentId' in edit ? edit.residentId : null)

/**
 * What stands against an edit: the last change of the same field of the same person, made after the version its author saw. Their own of another phone
 * counts as well: whoever it was, what stands there now was not seen.
 */
export function metBy(edit: ArchiveEdit, seen: number, past: readonly Past[]): Past | null {
  if (added.includes(edit.field)) return null
  const same = past.filter((one) => one.field === edit.field && one.residentId === residentOf(edit) && one.version > seen)
  return same.reduce<Past | null>((last, one) => (last && last.version > one.version ? last : one), null)
}
