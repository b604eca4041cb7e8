/**
 * Every table as Kysely reads it; compared with the migrated database by `tests/database/schema.test.ts`.
 * Moments are ISO 8601 in UTC and days `YYYY-MM-DD`, as the connection parses them.
 */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { CategoryQuestion } from '../../contract/category'
import type { Channel, DemandKind, DemandStatus, DemandStep, HeardBy, OutsideKind, RouteLink, Urgency, Visibility } from '../../contract/demand'
import type { ContactChannel, Relation } from '../../contract/household'
import type { Outcome, ResolutionWhy } from '../../contract/meeting'
import type { CallOutcome, Digest, NoticeAbout, NoticeTemplate } from '../../contract/notice'
import type { PostKind } from '../../contract/organization'
import type { Doubt, WordsSafety } from '../../contract/safety'
import type { PhotoFault, PhotoState } from '../../contract/photo'
import type { CommitteeRole, Confidence, ServiceCategory } from '../../contract/service'
import type { Day, Id, Instant } from '../../contract/values'

/** Read as a value, written as JSON text: the driver would take an array for a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>

export interface AccountTable { id: Id; name: string; made_at: Instant }

export interface IdentityTable { kind: 'weapp' | 'official' | 'staff'; subject: string; account_id: Id; made_at: Instant }

export interface SessionTable { token_hash: string; account_id: Id; opened_at: Instant; expires_at: Instant; revoked_at: Instant | null }

export interface DemonstrationTable { account_id: Id; seq: number; part: 'resident' | 'leader' | 'staff'; title: string; about: string }

export interface StreetTable { id: Id; name: string; code: string }

export interface CommitteeTable {
  id: Id
  street_id: Id
  seq: number
  slug: string
  name: string
  open: boolean
  invented: boolean
  address: string | null
  phone: string | null
  hours: string | null
  groups: number | null
  facts_of: string | null
}

export interface EstateTable { committee_id: Id; id: Id; name: string }

export interface BlockTable { committee_id: Id; id: Id; seq: number; name: string; closed_at: Instant | null }

export interface BuildingTable { committee_id: Id; id: Id; estate_id: Id; block_id: Id; seq: number; name: string }

export interface StaffTable { committee_id: Id; account_id: Id; name: string; joined_on: Day; left_on: Day | null }

export interface PostTable { committee_id: Id; id: Id; account_id: Id; kind: PostKind; block_id: Id | null; since: Instant; until: Instant | null; section_name: string | null }

export interface LeaveTable {
  committee_id: Id
  id: Id
  account_id: Id
  since: Instant
  until: Instant
  stand_in_id: Id | null
  made_by: Id | null
  made_at: Instant | null
  begun_at: Instant | null
  ended_at: Instant | null
  moved_out: Generated<number>
  moved_back: Generated<number>
}

export interface ClosingDayTable { committee_id: Id; day: Day; working: boolean; name: string; made_by: Id; made_at: Instant }

export interface DutyTable { committee_id: Id; day: Day; account_id: Id; until: Instant }

/** A view: read only. PostgreSQL cannot say that a view's column is never null; those of `staff` never are. */
export interface ServingView {
  committee_id: GeneratedAlways<Id>
  account_id: GeneratedAlways<Id>
  name: GeneratedAlways<string>
  post: GeneratedAlways<PostKind>
  block_name: GeneratedAlways<string | null>
  section: GeneratedAlways<string | null>
}

export interface HouseholdTable {
  committee_id: Id
  id: Id
  block_id: Id
  building_id: Id
  room: string
  label: string
  seq: number
  no_home_visits: Generated<boolean>
  channels: Generated<ContactChannel[]>
  hours: string | null
  never: Generated<ContactChannel[]>
  wish_at: Instant | null
}

export interface HouseholdCareTable { committee_id: Id; household_id: Id; since: Day; until: Day | null }

export interface ResidentTable { committee_id: Id; id: Id; household_id: Id; block_id: Id; name: string; relation: Relation; account_id: Id | null }

export interface JoinRequestTable {
  committee_id: Id
  id: Id
  household_id: Id
  block_id: Id
  label: string
  account_id: Id
  name: string
  relation: Relation
  message: string
  asked_at: Instant
  state: 'waiting' | 'confirmed' | 'refused'
  decided_by: Id | null
  decided_at: Instant | null
  reason: string | null
}

export interface DemandTable {
  committee_id: Id
  id: Id
  number: string
  kind: DemandKind
  about: 'community' | 'app'
  title: string
  text: string
  place: string
  urgency: Urgency
  rank: GeneratedAlways<number>
  visibility: Visibility
  channel: Channel
  status: DemandStatus
  resting: GeneratedAlways<boolean>
  with_resident: GeneratedAlways<boolean>
  working: GeneratedAlways<boolean>
  filed_by: Id | null
  filer_name: string
  household_id: Id | null
  block_id: Id | null
  owner_id: Id
  first_receiver_id: Id
  offered_to: Id | null
  told: Generated<Id[]>
  route: Json<RouteLink[]>
  filed_at: Instant
  contact_due_at: Instant
  contacted_at: Instant | null
  due_at: Instant
  provisional: boolean
  answered_at: Instant | null
  closed_at: Instant | null
  reopened: Generated<number>
  last_at: Instant
  last_by: Id | null
  last_line: string | null
  entered_by: Id | null
  filer_phone: string | null
  due_from: Instant
  due_days: number | null
  pauses: ColumnType<[Instant, Instant][], string | undefined, string>
  asked_at: Instant | null
  word_due_at: Instant | null
  offered_at: Instant | null
  watch_at: Instant | null
  alarms: Generated<string[]>
  more_time_by: Id | null
  outside_kind: OutsideKind | null
  outside_name: string | null
  outside_number: string | null
  meeting_on: Day | null
  lead_id: Id | null
  followers: Generated<number>
  followers_shown: Generated<number>
  lent_from: Id | null
  closed_how: 'confirmed' | 'proxy' | 'silent' | null
  resolution_id: Id | null
  declined_by: GeneratedAlways<string | null>
  category: string | null
  answers: ColumnType<{ id: string; label: string; answer: string }[], string | undefined, string>
  rated: number | null
  kept_from: Id | null
  safety: Generated<WordsSafety>
  joined_at: Instant | null
  joined_from: Id | null
}

export interface DemandEntryTable {
  committee_id: Id
  id: Id
  demand_id: Id
  at: Instant
  by_id: Id | null
  step: DemandStep
  from_status: DemandStatus | null
  status: DemandStatus
  text: string | null
  internal: GeneratedAlways<boolean>
  to_id: Id | null
  to_name: string | null
  old_due: Instant | null
  new_due: Instant | null
  resolution_id: Id | null
  heard: HeardBy | null
  safety: Generated<WordsSafety>
  doubt: Doubt | null
  decided_by: Id | null
  decided_at: Instant | null
  decided_reason: string | null
  by_name: string | null
}

export interface DemandMovedTable {
  committee_id: Id
  demand_id: Id
  number: string
  filed_at: Instant
  moved_at: Instant
  to_committee_id: Id
  by_id: Id
  reason: string
}

export interface LadderRungTable { committee_id: Id; seq: number; who: 'director' | 'section' | 'head'; after_minutes: number }

export interface DemandSnoozeTable { committee_id: Id; demand_id: Id; account_id: Id; until: Instant; reason: string; made_at: Instant }

export interface MeetingTimeTable { committee_id: Id; weekday: number; minute: number }

export interface MeetingTable {
  committee_id: Id
  id: Id
  day: Day
  state: 'open' | 'closed'
  chair_id: Id
  present: Id[]
  opened_at: Instant
  closed_at: Instant | null
  carried: Generated<Id[]>
}

export interface ResolutionTable {
  committee_id: Id
  id: Id
  meeting_id: Id
  demand_id: Id | null
  round: number | null
  seq: number
  day: Day
  why: ResolutionWhy
  title: string
  facts: string
  outcome: Outcome
  words: string
  owner_id: Id | null
  due_on: Day | null
  at: Instant
  by_id: Id
  settled: 'done' | 'moved' | null
  settled_at: Instant | null
  settled_words: string | null
  settled_by: Id | null
  follow_of: Id | null
  of_lead: Id | null
}

export interface FundIdeaTable { committee_id: Id; id: Id; resolution_id: Id; demand_id: Id | null; title: string; words: string; at: Instant }

export interface CategoryTable { slug: string; seq: number; name: string; icon: string; kinds: DemandKind[]; keywords: string[]; questions: ColumnType<CategoryQuestion[], string | undefined, string> }
export interface RatingReasonTable { slug: string; seq: number; word: string; least: number; most: number }
export interface DemandRatingTable {
  committee_id: Id
  demand_id: Id
  closure: number
  by_id: Id
  rated_id: Id
  value: number
  solved: boolean | null
  reasons: string[]
  words: string | null
  at: Instant
}
export interface DemandSeenTable { committee_id: Id; demand_id: Id; account_id: Id; seen_at: Instant }

export interface NoticeTable {
  committee_id: Id
  id: Id
  to_id: Id | null
  about: NoticeAbout
  subject: 'demand' | 'joinRequest' | 'meeting' | 'day'
  subject_id: Id
  title: string
  from_name: string | null
  at: Instant
  read_at: Instant | null
  state: 'queued' | 'sending' | 'sent' | 'kept' | 'unknown'
  attempts: Generated<number>
  next_at: Instant
  done_at: Instant | null
  urgent: Generated<boolean>
  number: string | null
  claim: Id | null
  claimed_at: Instant | null
  day: Day | null
  counts: NullableJson<Digest>
}

export interface PhoneCallTable {
  committee_id: Id
  id: Id
  demand_id: Id
  about: NoticeAbout
  since: Instant
  urgent: boolean
  state: 'open' | 'told'
  tries: Generated<number>
  wrong_number: Generated<boolean>
  again_at: Instant | null
  told_at: Instant | null
}

export interface PhoneTryTable { committee_id: Id; id: Id; call_id: Id; at: Instant; by_id: Id; outcome: CallOutcome; words: string }

export interface DigestTable { committee_id: Id; day: Day; made_at: Instant }

export interface NoticeCreditTable {
  account_id: Id
  template: NoticeTemplate
  seq: Generated<number>
  change: number
  balance: Generated<number>
  why: 'granted' | 'spent' | 'returned' | 'forfeited'
  committee_id: Id | null
  notice_id: Id | null
  at: Instant
}

export interface AnswerTemplateTable {
  committee_id: Id
  id: Id
  kind: DemandKind | null
  title: string
  text: string
  changed_by: Id | null
  changed_at: Instant
}

export interface ServiceItemTable {
  committee_id: Id
  slug: string
  seq: number
  state: 'draft' | 'published' | 'retired'
  popular: boolean
  signed_in_only: boolean
  category: ServiceCategory
  committee_role: CommitteeRole
  title: string
  summary: string
  audience: string
  materials: string[]
  steps: string[]
  place: string
  hours: string
  phone: string | null
  fee: string
  time_limit: string
  basis: string
  link_name: string | null
  link_url: string | null
  caution: string | null
  search: string
  as_of: Day
  source: string
  confidence: Confidence
  verified_by: string | null
}

export interface PhotoTable {
  committee_id: Id
  id: Id
  by_id: Id
  demand_id: Id | null
  entry_id: Id | null
  seq: Generated<number>
  bytes: number
  sha256: string
  received: Generated<number>
  fault: PhotoFault | null
  full_ref: string | null
  thumb_ref: string | null
  platform: 'asked' | 'pass' | 'review' | 'risky' | null
  trace: string | null
  verdict: 'released' | 'refused' | null
  verdict_by: Id | null
  verdict_at: Instant | null
  state: GeneratedAlways<PhotoState>
  made_at: Instant
  attached_at: Instant | null
  attempts: Generated<number>
  next_at: Instant
}

export interface PhotoPieceTable { committee_id: Id; photo_id: Id; at: number; data: Uint8Array }

export interface RateTable { person: string; method: string; minute: Instant; calls: number }

export interface ReceiptTable { account_id: Id; key: Id; method: string; fingerprint: string; answer: NullableJson<unknown>; at: Instant }

export interface SchemaMigrationTable { name: string; checksum: string; applied_at: Generated<Instant> }

export interface Tables {
  account: AccountTable
  identity: IdentityTable
  session: SessionTable
  demonstration: DemonstrationTable
  street: StreetTable
  committee: CommitteeTable
  estate: EstateTable
  block: BlockTable
  building: BuildingTable
  staff: StaffTable
  post: PostTable
  leave: LeaveTable
  duty: DutyTable
  closing_day: ClosingDayTable
  serving: ServingView
  household: HouseholdTable
  household_care: HouseholdCareTable
  resident: ResidentTable
  join_request: JoinRequestTable
  demand: DemandTable
  demand_entry: DemandEntryTable
  demand_seen: DemandSeenTable
  demand_snooze: DemandSnoozeTable
  ladder_rung: LadderRungTable
  meeting_time: MeetingTimeTable
  meeting: MeetingTable
  resolution: ResolutionTable
  fund_idea: FundIdeaTable
  category: CategoryTable
  rating_reason: RatingReasonTable
  demand_rating: DemandRatingTable
  demand_moved: DemandMovedTable
  notice: NoticeTable
  answer_template: AnswerTemplateTable
  notice_credit: NoticeCreditTable
  phone_call: PhoneCallTable
  phone_try: PhoneTryTable
  digest: DigestTable
  service_item: ServiceItemTable
  photo: PhotoTable
  photo_piece: PhotoPieceTable
  rate: RateTable
  receipt: ReceiptTable
  schema_migration: SchemaMigrationTable
}
