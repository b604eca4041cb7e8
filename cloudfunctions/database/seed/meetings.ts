/** Two weekly meetings of the past, with what they gave somebody to see to; one of it is overdue, so that the next begins with it. */
import type { Outcome } from '../../../contract/meeting'
import type { Day, Id } from '../../../contract/values'
import { defaultTime, weekdayOf } from '../../meeting/rules/when'
import { dayAfter, momentOf, officialCalendar } from '../../organization/rules/calendar'
import { cast, type CastMember } from './people'
import type { Place } from './places'
import { seeded, uuid7At } from './random'

interface Said {
  title: string
  facts: string
  outcome: Outcome
  words: string
  /** Who sees to it, and how many days after the meeting. */
  follow?: [CastMember, number]
  /** What they said once it was seen to, how many days after. */
  done?: [string, number]
}

/** The older first. */
const told: readonly (readonly Said[])[] = [
  [
    { title: '岁末消防演练', facts: '去年只做了 1 到 3块，4 到 6块没有轮到。', outcome: 'assign', words: '今年六块都做，先定日子，再一楼一楼通知。', follow: [cast.maLin, 6], done: ['日子定在 12月第二个周六，海报贴好了。', 5] },
    { title: '非机动车棚充电', facts: '3块的车棚插座不够，有人从家里拉线下来。', outcome: 'assign', words: '和物业量好要加几个插座，报价拿到会上来。', follow: [cast.wangFang, -1] },
  ],
  [
    { title: '活动室钥匙', facts: '钥匙在三个人手里，晚上借不到。', outcome: 'note', words: '钥匙统一放在接待台，借还登记。' },
    { title: '旧书角', facts: '', outcome: 'fund', words: '做一个楼下的旧书角，列入自治金备选。' },
  ],
]

/** The last meetings before `today`, the older first. */
function pastDays(today: Day, count: number): Day[] {
  const days: Day[] = []
  for (let day = dayAfter(today, -1); days.length < count; day = dayAfter(day, -1)) {
    if (weekdayOf(day) === defaultTime.weekday && officialCalendar.isWorkingDay(day)) days.unshift(day)
  }
  return days
}

/** Rows of meeting, resolution and fund_idea. */
export function meetingRows({ committeeId }: Place, today: Day) {
  const random = seeded(20261126)
  const id = (day: Day, minute: number): Id => uuid7At(Date.parse(momentOf(day, minute)), random)
  const days = pastDays(today, told.length)
  const meetings = days.map((day) => ({
    committee_id: committeeId, id: id(day, defaultTime.minute), day, state: 'closed', chair_id: cast.tangHui.id,
    present: [cast.tangHui, cast.qianJin, cast.chenMin, cast.wangFang, cast.maLin].map((person) => person.id), opened_at: momentOf(day, defaultTime.minute), closed_at: momentOf(day, defaultTime.minute + 80), carried: [],
  }))
  const resolutions = told.flatMap((said, which) => said.map(({ title, facts, outcome, words, follow, done }, index) => {
    const day = days[which]!
    const at = momentOf(day, defaultTime.minute + 20 + index * 15)
    // What is overdue today was due yesterday.
    const dueOn = follow && (follow[1] < 0 ? dayAfter(today, follow[1]) : dayAfter(day, follow[1]))
    return {
      committee_id: committeeId, id: uuid7At(Date.parse(at), random), meeting_id: meetings[which]!.id, demand_id: null, round: null, seq: index + 1, day, why: 'general', title, facts, outcome, words,
      owner_id: follow?.[0].id ?? null, due_on: dueOn ?? null, at, by_id: cast.tangHui.id,
      settled: done ? 'done' : null, settled_at: done ? momentOf(dayAfter(day, done[1]), 600) : null, settled_words: done?.[0] ?? null, settled_by: done ? follow![0].id : null, follow_of: null,
    }
  }))
  const ideas = resolutions.filter(({ outcome }) => outcome === 'fund').map(({ committee_id, id: resolution_id, title, words, at }) => ({ committee_id, id: uuid7At(Date.parse(at), random), resolution_id, demand_id: null, title, words, at }))
  return { meetings, resolutions, ideas }
}
