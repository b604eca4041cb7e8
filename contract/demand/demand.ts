/** A demand (诉求) whole: what a resident says, who has it, by when it is answered, and what may be done next. */
import * as z from 'zod/mini'
import { ContactWish } from '../household'
import { Presence, Staff } from '../organization'
import { WordsSafety } from '../safety'
import { Id, Instant } from '../values'
import { DemandCard } from './card'
import { DemandStep } from './life'
import { Rating } from './rating'
import { RouteLink } from './route'
import { Channel, Visibility } from './said'
import { DemandResolution, ThreadEntry } from './thread'

/** A demand whole, as one reader may see it. */
export const Demand = z.object({
  ...DemandCard.shape,
  text: z.string(),
  place: z.string(),
  /** Of text and place: whether neighbours may ever read them. Those who serve read them at once. */
  safety: WordsSafety,
  /** Why they were rejected. */
  rejectedFor: z.nullable(z.string()),
  visibility: Visibility,
  channel: Channel,
  about: z.enum(['community', 'app']),
  /** 首问责任人: answerable until the resident has the answer. */
  firstReceiver: Staff,
  ownerPresence: Presence,
  route: z.array(RouteLink),
  /** First contact due; for danger one hour after filing, day and night. Null once made. */
  contactDueAt: z.nullable(Instant),
  /** For danger: by when the resident is told what happens, two hours after filing. Null once told, and for all else. */
  wordDueAt: z.nullable(Instant),
  /** Working days the running deadline was given; null for danger. */
  dueDays: z.nullable(z.int()),
  /** Who asked for the longer deadline and waits for a decision; for those who serve. */
  moreTimeBy: z.nullable(Staff),
  /** Who entered it, when it was entered for somebody. */
  enteredBy: z.nullable(Staff),
  reopened: z.int(),
  /** What meetings decided about it, oldest first. */
  resolutions: z.array(DemandResolution),
  /** The extra questions of its theme, as they were asked. */
  answers: z.array(z.object({ label: z.string(), answer: z.string() })),
  /** The number left by one without an account, for those who serve. */
  phone: z.nullable(z.string()),
  /** When an answered demand closes as 未评价 unless the resident says something. */
  silentAt: z.nullable(Instant),
  /** Of the last closure: for the filer, and for director and secretary, but never for the one it speaks of. */
  rating: z.nullable(Rating),
  /** Worked on, or answered, with another one. */
  joined: z.boolean(),
  /** That one, for those who serve it; null for the filer, who never learns which it is. */
  lead: z.nullable(z.object({ id: Id, number: z.string() })),
  /** Oldest first. */
  thread: z.array(ThreadEntry),
  /** What this reader may do now. */
  steps: z.array(DemandStep),
  /** Until when the reader may put it off, earliest first; empty where they may not. */
  snoozeUntil: z.array(Instant),
  reader: z.enum(['filer', 'staff']),
  /** Those who serve read how the household wishes to be reached. Null for the filer and outside a household. */
  wish: z.nullable(ContactWish),
  /** Whose archive this reader may look at; null for the filer, outside a household, and for who serves elsewhere. */
  householdId: z.nullable(Id),
})
export type Demand = z.infer<typeof Demand>

export const ofDemand = { committeeId: Id, demandId: Id }
