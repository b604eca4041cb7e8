/** The person a request runs as, as the database found them when the request began. */
import type { PostKind } from '../../../contract/organization'
import { Refusal } from '../../../contract/refusal'
import type { Id } from '../../../contract/values'

export interface Person {
  accountId: Id
  /** As they wish to be called: `周女士`. */
  name: string
  households: { committeeId: Id; householdId: Id; blockId: Id; label: string; name: string }[]
  posts: { committeeId: Id; kind: PostKind; blockId: Id | null }[]
}

const wide: readonly PostKind[] = ['director', 'secretary', 'officer']

/** Director, secretary and officers serve their committee whole. */
export function servesWhole(person: Person, committeeId: Id): boolean {
  return person.posts.some((post) => post.committeeId === committeeId && wide.includes(post.kind))
}

/** Director or secretary: approves what needs a second head. */
export function approves(person: Person, committeeId: Id): boolean {
  return person.posts.some((post) => post.committeeId === committeeId && (post.kind === 'director' || post.kind === 'secretary'))
}

/** Holds any post there. */
export function serves(person: Person, committeeId: Id): boolean {
  return person.posts.some((post) => post.committeeId === committeeId)
}

/** Leads or deputises the block. */
export function leads(person: Person, blockId: Id): boolean {
  return person.posts.some((post) => post.blockId === blockId)
}

type Household = Person['households'][number]

/** Where this person lives within a committee: the chosen one of two, else the first. */
export function homeIn(person: Person, committeeId: Id, chosen?: Id): Household | undefined {
  const here = person.households.filter((household) => household.committeeId === committeeId)
  return here.find(({ householdId }) => householdId === chosen) ?? here[0]
}

/** The same where a home that is not theirs is no mistake to pass over. @throws Refusal `NotFound` */
export function chosenHome(person: Person, committeeId: Id, chosen?: Id): Household | undefined {
  const home = homeIn(person, committeeId, chosen)
  if (chosen !== undefined && home?.householdId !== chosen) throw new Refusal('NotFound')
  return home
}

/** Writes down what people say on the phone, at the counter or at the door: for their own block, or for the committee whole. */
export function takesIn(person: Person, committeeId: Id): boolean {
  return person.posts.some((post) => post.committeeId === committeeId && (post.blockId !== null || wide.includes(post.kind)))
}
