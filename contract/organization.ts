/** Street, committees, blocks and the people who serve them. */
import * as z from 'zod/mini'
import { command, query } from './method'
import { Day, Id, Instant, line } from './values'

/**
 * leader 块长 · deputy 副块长 · director 主任 · secretary 书记 · officer 居委会工作人员 (desk duty) · worker 社工 (visits) ·
 * section 街道科室对口干部 · head 处级干部 (both of the street, paired with the committee).
 * Director, secretary and officer serve the whole committee; leader and deputy serve one block; section and head have what was passed to them.
 */
export const PostKind = z.enum(['leader', 'deputy', 'director', 'secretary', 'officer', 'worker', 'section', 'head'])
export type PostKind = z.infer<typeof PostKind>

/** One who serves: name and post are public, as on the notice board. */
export const Staff = z.object({
  accountId: Id,
  name: z.string(),
  post: PostKind,
  /** `3块`; null for one who serves the whole committee. */
  blockName: z.nullable(z.string()),
  /** `平安办`; null for all but the street's sections. */
  section: z.nullable(z.string()),
})
export type Staff = z.infer<typeof Staff>

/** Whether one who serves is there now. */
export const Presence = z.object({
  staff: Staff,
  here: z.boolean(),
  /** While here: until when. Null when not known. */
  until: z.nullable(Instant),
  /** While away: when back, the start of the next office hours after leave. Null while here. */
  back: z.nullable(Instant),
})
export type Presence = z.infer<typeof Presence>

/** A residents' committee. What is not known is null, never invented. */
export const Committee = z.object({
  id: Id,
  /** `春申里居委会`. */
  name: z.string(),
  /** Whether people serve here, so that demands may be filed. */
  open: z.boolean(),
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  hours: z.nullable(z.string()),
  /** Residents' groups (居民小组) as last published. */
  groups: z.nullable(z.int()),
  /** Year the facts are of, and where they stand. */
  factsOf: z.nullable(z.string()),
  /** A place invented for demonstration. */
  invented: z.boolean(),
})
export type Committee = z.infer<typeof Committee>

export const Block = z.object({ id: Id, name: z.string(), leader: z.nullable(Presence) })
export type Block = z.infer<typeof Block>

export const Building = z.object({ id: Id, name: z.string(), estate: z.string() })
export type Building = z.infer<typeof Building>

/** A post somebody holds now. */
export const Post = z.object({ id: Id, kind: PostKind, blockId: z.nullable(Id), blockName: z.nullable(z.string()), section: z.nullable(z.string()), since: Instant })
export type Post = z.infer<typeof Post>

/** planned: not begun · running · over: ended or cut short. */
export const LeaveState = z.enum(['planned', 'running', 'over'])
export type LeaveState = z.infer<typeof LeaveState>

/** Time away, with who stands in. Why somebody is away is not asked. */
export const Leave = z.object({
  id: Id,
  staff: Staff,
  since: Instant,
  /** When it ends, or ended where it was cut short. */
  until: Instant,
  standIn: z.nullable(Staff),
  state: LeaveState,
  /** How many open demands went to others when it began. */
  movedOut: z.int(),
  /** How many of them came back when it ended; the rest were done or taken over meanwhile. */
  movedBack: z.int(),
  mine: z.boolean(),
  mayCancel: z.boolean(),
})
export type Leave = z.infer<typeof Leave>

export const RosterPerson = z.object({
  staff: Staff,
  posts: z.array(Post),
  presence: Presence,
  /** Open demands this person has in hand. */
  openDemands: z.int(),
})
export type RosterPerson = z.infer<typeof RosterPerson>

export const RosterBlock = z.object({
  id: Id,
  name: z.string(),
  leader: z.nullable(Staff),
  deputies: z.array(z.object({ postId: Id, staff: Staff })),
  buildings: z.array(z.object({ id: Id, name: z.string() })),
  households: z.int(),
  openDemands: z.int(),
})
export type RosterBlock = z.infer<typeof RosterBlock>

/** One day of the reception (今日接待). */
export const DutyDay = z.object({
  day: Day,
  /** Whether the offices work that day. */
  working: z.boolean(),
  staff: z.nullable(Staff),
  /** Until when somebody is there; null while nobody is named. */
  until: z.nullable(Instant),
})
export type DutyDay = z.infer<typeof DutyDay>

/** A day that is not what its weekday says: holiday 放假 · makeUp 调休上班 · own: the committee's own. */
export const CalendarDay = z.object({
  day: Day,
  working: z.boolean(),
  kind: z.enum(['holiday', 'makeUp', 'own']),
  /** `国庆节`, `搬迁盘点`. */
  name: z.string(),
  /** Who set an own day. */
  by: z.nullable(z.string()),
  /** Only days that have not begun can be changed: what is late stays late. */
  mayChange: z.boolean(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** What a change of the calendar moves: open demands, and how many of them to a later or an earlier day. */
export const DayEffect = z.object({ moved: z.int(), later: z.int(), earlier: z.int() })
export type DayEffect = z.infer<typeof DayEffect>

/** A rung of the ladder a late demand climbs: who is told, how many office minutes after the deadline (390 a day). */
export const Rung = z.object({ who: z.enum(['director', 'section', 'head']), afterMinutes: z.int().check(z.gte(0), z.lte(14_400)) })
export type Rung = z.infer<typeof Rung>

/** A person of the street paired with a committee. */
export const Paired = z.object({ postId: Id, staff: Staff, since: Instant })
export type Paired = z.infer<typeof Paired>

const inCommittee = { committeeId: Id }

export const organization = {
  committees: query({
    route: 'GET /committees',
    summary: 'All committees of the street, in the order of the published list.',
    who: 'anyone',
    input: z.object({}),
    output: z.object({ street: z.string(), items: z.array(Committee) }),
  }),
  buildings: query({
    route: 'GET /committees/{committeeId}/buildings',
    summary: 'Buildings of one committee, by estate and number. No household is named.',
    who: 'anyone',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(Building) }),
  }),
  serving: query({
    route: 'GET /committees/{committeeId}/serving',
    summary: 'Everybody who may be given a demand in a committee one serves: leaders and deputies, the office, the paired sections and division heads of the street, with presence.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(Presence) }),
  }),
  blocks: query({
    route: 'GET /committees/{committeeId}/blocks',
    summary: 'Blocks of a committee one serves, with their leaders; to place a demand or hand it over.',
    input: z.object({ committeeId: Id }),
    output: z.object({ items: z.array(Block) }),
  }),
  roster: query({
    route: 'GET /committees/{committeeId}/roster',
    summary: 'Who serves the committee one serves: people with their posts, blocks with leaders, deputies and buildings. Counts of open demands for those who serve whole, else 0.',
    input: z.object(inCommittee),
    output: z.object({
      people: z.array(RosterPerson),
      blocks: z.array(RosterBlock),
      /** Director or secretary: may appoint, split and merge. */
      directs: z.boolean(),
    }),
  }),
  appoint: command({
    route: 'POST /committees/{committeeId}/posts',
    summary: 'Give somebody a post from now on. A new leader replaces the old one the same moment and takes over the open demands of the block.',
    input: z.object({
      ...inCommittee,
      accountId: Id,
      /** section and head: one of the street, who may be paired with several committees. */
      kind: z.enum(['leader', 'deputy', 'section', 'head']),
      /** Of a leader or deputy. */
      blockId: z.optional(Id),
      /** Of a section: `平安办`. */
      section: z.optional(line(1, 12)),
    }),
    output: z.object({
      postId: Id,
      /** Open demands that went to somebody else by this. */
      moved: z.int(),
    }),
    refusals: ['NotServing', 'AlreadyHolds'],
  }),
  endPost: command({
    route: 'POST /committees/{committeeId}/posts/{postId}/end',
    summary: 'End the post of a deputy, a paired section or a division head. What a person without any post had in hand goes on to others.',
    input: z.object({ ...inCommittee, postId: Id }),
    output: z.object({ moved: z.int() }),
  }),
  splitBlock: command({
    route: 'POST /committees/{committeeId}/blocks/{blockId}/split',
    summary: 'Make a new block of some buildings, with a leader. Households, requests to join and open demands go with them.',
    input: z.object({ ...inCommittee, blockId: Id, buildingIds: z.array(Id).check(z.minLength(1), z.maxLength(200)), leaderId: Id }),
    output: z.object({ blockId: Id, name: z.string(), households: z.int(), moved: z.int() }),
    refusals: ['NotServing', 'LastBuilding'],
  }),
  mergeBlocks: command({
    route: 'POST /committees/{committeeId}/blocks/{blockId}/merge',
    summary: 'Close a block and give all of it to another one: buildings, households, requests to join and open demands. Its leader and deputies end there.',
    input: z.object({ ...inCommittee, blockId: Id, intoId: Id }),
    output: z.object({ households: z.int(), moved: z.int() }),
    refusals: ['PostEmpty'],
  }),
  listLeave: query({
    route: 'GET /committees/{committeeId}/leave',
    summary: 'Leave planned, running and over (90 days back), newest first: everybody’s for those who serve whole, else one’s own and where one stands in.',
    input: z.object(inCommittee),
    output: z.object({
      today: Day,
      items: z.array(Leave),
      /** Who may stand in, and, for those who serve whole, whose leave may be entered. */
      people: z.array(Staff),
      /** Whether leave of others may be entered. */
      wide: z.boolean(),
    }),
  }),
  takeLeave: command({
    route: 'POST /committees/{committeeId}/leave',
    summary: 'Be away from one moment to another; begins at once when that moment is past. Own leave, or anybody’s by those who serve whole.',
    input: z.object({
      ...inCommittee,
      /** Absent for oneself. */
      accountId: z.optional(Id),
      since: Instant,
      until: Instant,
      /** Null: the duty desk and the director take what comes. */
      standInId: z.nullable(Id),
    }),
    output: z.object({ leaveId: Id, state: LeaveState, movedOut: z.int() }),
    refusals: ['NotServing', 'AlreadyAway', 'StandInLoop'],
  }),
  cancelLeave: command({
    route: 'POST /committees/{committeeId}/leave/{leaveId}/end',
    summary: 'Take back leave that has not begun, or be back early: what stand-ins still have returns.',
    input: z.object({ ...inCommittee, leaveId: Id }),
    output: z.object({ movedBack: z.int() }),
    refusals: ['WrongStep'],
  }),
  listDuty: query({
    route: 'GET /committees/{committeeId}/duty',
    summary: 'Who receives residents, day by day over four weeks from the Monday of `from`.',
    input: z.object({
      ...inCommittee,
      /** Today when absent. */
      from: z.optional(Day),
    }),
    output: z.object({
      today: Day,
      days: z.array(DutyDay),
      /** Working days from today on, four weeks, on which nobody receives. */
      gaps: z.array(Day),
      people: z.array(Staff),
      maySet: z.boolean(),
    }),
  }),
  setDuty: command({
    route: 'POST /committees/{committeeId}/duty',
    summary: 'Name who receives on a day, today or later; nobody when no person is given.',
    input: z.object({
      ...inCommittee,
      day: Day,
      accountId: z.nullable(Id),
      /** Minute of the day at which the reception closes, 510 (8:30) to 1,320 (22:00). */
      untilMinute: z.int().check(z.gte(511), z.lte(1320)),
    }),
    output: z.object({ day: DutyDay }),
    refusals: ['NotServing'],
    perMinute: 60,
  }),
  listCalendar: query({
    route: 'GET /committees/{committeeId}/calendar',
    summary: 'The days of a year that are not what their weekday says: holidays, make-up workdays, the committee’s own.',
    input: z.object({ ...inCommittee, year: z.string().check(z.regex(/^20[2-9]\d$/)) }),
    output: z.object({
      year: z.string(),
      today: Day,
      /** Nobody has announced the year yet: plain weekdays count, 暂定. */
      provisional: z.boolean(),
      days: z.array(CalendarDay),
      mayChange: z.boolean(),
    }),
  }),
  foreseeDay: query({
    route: 'GET /committees/{committeeId}/calendar/{day}/effect',
    summary: 'What setting or removing an own day would move; nothing is written.',
    input: z.object({
      ...inCommittee,
      day: Day,
      /** official: remove the own day. */
      to: z.enum(['closed', 'working', 'official']),
    }),
    output: DayEffect,
  }),
  setClosingDay: command({
    route: 'POST /committees/{committeeId}/calendar',
    summary: 'Close on a day to come, or work on it. Deadlines of open demands are worked out again at once, and residents told.',
    input: z.object({ ...inCommittee, day: Day, working: z.boolean(), name: line(1, 20) }),
    words: ['name'],
    output: DayEffect,
    refusals: ['DayBegun'],
  }),
  removeClosingDay: command({
    route: 'POST /committees/{committeeId}/calendar/{day}/removal',
    summary: 'Take back an own day that has not begun; deadlines are worked out again.',
    input: z.object({ ...inCommittee, day: Day }),
    output: DayEffect,
    refusals: ['DayBegun'],
  }),
  listSettings: query({
    route: 'GET /committees/{committeeId}/settings',
    summary: 'The ladder a late demand climbs, and who of the street is paired with the committee; for those who serve it whole.',
    input: z.object(inCommittee),
    output: z.object({
      ladder: z.array(Rung),
      /** The committee has set none: these are the defaults. */
      usual: z.boolean(),
      sections: z.array(Paired),
      heads: z.array(Paired),
      /** Whom one may pair: the street's people, known from any committee. */
      street: z.array(z.object({ accountId: Id, name: z.string(), kind: z.enum(['section', 'head']), section: z.nullable(z.string()) })),
      mayChange: z.boolean(),
    }),
  }),
  setLadder: command({
    route: 'POST /committees/{committeeId}/settings/ladder',
    summary: 'Set who is told of a late demand, how many office minutes after its deadline: the director at least, upwards in order.',
    input: z.object({ ...inCommittee, rungs: z.array(Rung).check(z.minLength(1), z.maxLength(3)) }),
    output: z.object({ rungs: z.array(Rung) }),
  }),
}
