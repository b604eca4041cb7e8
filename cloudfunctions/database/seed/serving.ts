/** Who serves the invented areas: posts, leave and duty, and the roster they give at any moment. */
import type { PostKind, Staff } from '../../../contract/organization'
import type { Day, Id, Instant } from '../../../contract/values'
import { dayAfter, dayOf, momentOf, officialCalendar } from '../../organization/rules/calendar'
import { holders, type Roster } from '../../organization/rules/roster'
import { cast, type CastMember } from './people'
import { blockIdOf, chunshenli, meiyuan, type Place } from './places'
import { uuid7At, type Random } from './random'

interface Held {
  person: CastMember
  kind: PostKind
  block?: number
  section?: string
  /** Days ago. */
  since: number
  until?: number
}

/** From `since` to `until`, days after today and a time of day in Shanghai. */
interface Away {
  person: CastMember
  since: [days: number, hour: number]
  until: [days: number, hour: number]
  standIn?: CastMember
}

export interface Service {
  place: Place
  held: Held[]
  away: Away[]
  /** Who receives, from today on, over and over. */
  duty: CastMember[]
  /** Hour the reception closes on working days. */
  dutyUntil: number
}

const year = 365
const leader = (person: CastMember, block: number, since = 2 * year): Held => ({ person, kind: 'leader', block, since })
const section = (person: CastMember, name: string, since = year): Held => ({ person, kind: 'section', section: name, since })
const post = (person: CastMember, kind: PostKind, since = 2 * year, block?: number): Held => ({ person, kind, since, block })

export const chunshenliService: Service = {
  place: chunshenli,
  held: [
    post(cast.tangHui, 'director'),
    post(cast.qianJin, 'secretary'),
    ...[cast.chenMin, cast.zhouJianguo, cast.wuXiaoyan, cast.zhengLei, cast.fengLi].map((person) => post(person, 'officer')),
    ...[cast.liuJia, cast.liQiang, cast.wangFang, cast.xuLei].map((person, index) => leader(person, index + 1)),
    { person: cast.luXiulan, kind: 'leader', block: 5, since: 4 * year, until: 200 },
    leader(cast.maLin, 5, 200),
    leader(cast.gaoFeng, 6),
    // 3块 and 4块 have no deputy: there the chain goes from the leader to the stand-in or the reception.
    post(cast.guYuqing, 'deputy', year, 1),
    post(cast.sunMei, 'deputy', year, 2),
    post(cast.luXiulan, 'deputy', 200, 5),
    post(cast.dingZhiming, 'deputy', year, 6),
    ...[cast.sunMei, cast.guYuqing, cast.luXiulan, cast.dingZhiming].map((person) => post(person, 'worker', 6 * year)),
    ...[cast.heYu, cast.jiangXin, cast.fanChen, cast.chengYue].map((person) => post(person, 'worker', 120)),
    section(cast.mengShouye, '平安办'),
    post(cast.yanRuogu, 'head', year),
  ],
  away: [
    { person: cast.wangFang, since: [-30, 0], until: [-25, 0], standIn: cast.liQiang },
    { person: cast.liQiang, since: [-29, 0], until: [-27, 0] },
    { person: cast.xuLei, since: [-24, 0], until: [-21, 0] },
    { person: cast.gaoFeng, since: [-15, 0], until: [-12, 0] },
    { person: cast.wangFang, since: [-2, 8], until: [-2, 12] },
    { person: cast.xuLei, since: [-1, 0], until: [4, 0], standIn: cast.liQiang },
    { person: cast.maLin, since: [10, 0], until: [13, 0], standIn: cast.gaoFeng },
  ],
  duty: [cast.chenMin, cast.zhouJianguo, cast.wuXiaoyan, cast.zhengLei, cast.chenMin, cast.fengLi],
  dutyUntil: 20,
}

export const meiyuanService: Service = {
  place: meiyuan,
  held: [
    post(cast.qinLan, 'director'),
    post(cast.fangMinhua, 'secretary'),
    post(cast.luoJing, 'officer'),
    leader(cast.zhuJie, 1),
    leader(cast.shaoFeng, 2),
    section(cast.geMingchuan, '社区管理办'),
    post(cast.yinSuhuai, 'head', year),
  ],
  away: [{ person: cast.shaoFeng, since: [-18, 0], until: [-16, 0] }],
  duty: [cast.luoJing, cast.luoJing, cast.fangMinhua],
  dutyUntil: 17,
}

const hoursAfter = (today: Day, [days, hour]: [number, number]): Instant => momentOf(dayAfter(today, days), hour * 60)

export function dutyOn(service: Service, today: Day, day: Day): { person: CastMember; until: Instant } {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
  const turns = service.duty.length
  return {
    person: service.duty[((days % turns) + turns) % turns]!,
    until: momentOf(day, (officialCalendar.isWorkingDay(day) ? service.dutyUntil : 17) * 60),
  }
}

/** Rows of staff, post, leave and duty. */
export function servingRows(service: Service, now: Date, random: Random) {
  const today = dayOf(now.toISOString())
  const committee_id = service.place.committeeId
  const daysAgo = (days: number) => momentOf(dayAfter(today, -days), 9 * 60)
  const servants = [...new Set(service.held.map((held) => held.person))]
  const longest = (person: CastMember) => Math.max(...service.held.filter((held) => held.person === person).map((held) => held.since))
  return {
    staff: servants.map((person) => ({ committee_id, account_id: person.id, name: person.name, joined_on: dayAfter(today, -longest(person)), left_on: null })),
    posts: service.held.map((held) => ({
      committee_id,
      id: uuid7At(Date.parse(daysAgo(held.since)), random),
      account_id: held.person.id,
      kind: held.kind,
      block_id: held.block === undefined ? null : blockIdOf(service.place, held.block),
      since: daysAgo(held.since),
      until: held.until === undefined ? null : daysAgo(held.until),
      section_name: held.section ?? null,
    })),
    leaves: service.away.map((away) => ({
      committee_id,
      id: uuid7At(Date.parse(hoursAfter(today, away.since)), random),
      account_id: away.person.id,
      since: hoursAfter(today, away.since),
      until: hoursAfter(today, away.until),
      stand_in_id: away.standIn?.id ?? null,
      made_by: away.person.id,
      made_at: hoursAfter(today, [away.since[0] - 3, 9]),
      // The past is told as it was filed: what came in while somebody was away went to others at once.
      begun_at: hoursAfter(today, away.since) <= now.toISOString() ? hoursAfter(today, away.since) : null,
      ended_at: hoursAfter(today, away.until) <= now.toISOString() ? hoursAfter(today, away.until) : null,
    })),
    duties: Array.from({ length: 446 }, (_, index) => {
      const day = dayAfter(today, index - 45)
      const { person, until } = dutyOn(service, today, day)
      return { committee_id, day, account_id: person.id, until }
    }),
  }
}

/** The roster as it stood at `at`, for the routing rule. */
export function rosterAt(service: Service, today: Day, at: Instant): Roster {
  const current = service.held.filter((held) => held.until === undefined)
  const duty = dutyOn(service, today, dayOf(at))
  return {
    committeeId: service.place.committeeId,
    // The first post named is the one shown beside the name.
    staff: new Map([...current].reverse().map((held): [Id, Staff] => [held.person.id, {
      accountId: held.person.id, name: held.person.name, post: held.kind, blockName: held.block === undefined ? null : `${held.block}块`, section: held.section ?? null,
    }])),
    ...holders(current.map((held) => ({ accountId: held.person.id, kind: held.kind, blockId: held.block === undefined ? null : blockIdOf(service.place, held.block) }))),
    absences: service.away
      .filter((away) => hoursAfter(today, away.since) <= at && at < hoursAfter(today, away.until))
      .map((away) => ({ accountId: away.person.id, until: hoursAfter(today, away.until), standInId: away.standIn?.id ?? null })),
    duty: { accountId: duty.person.id, until: duty.until },
    calendar: officialCalendar,
  }
}
