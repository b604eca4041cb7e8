/** When block leaders are open to be talked to, and some visits online in every state, told step by step under the rules of a live one. */
import { consentVersions } from '../../../contract/consent'
import type { Id, Instant } from '../../../contract/values'
import type { VisitAbout, VisitChannel, VisitState, VisitStep } from '../../../contract/visit'
import { dayAfter, dayOf, momentOf, officialCalendar, workingDayAfter } from '../../organization/rules/calendar'
import { isHeld, stateAfter, type LaterStep, type Side } from '../../visit/rules/lifecycle'
import { spanOf } from '../../visit/rules/slots'
import { watchAt } from '../../visit/rules/watch'
import type { Community } from './community'
import { cast } from './people'
import type { Place } from './places'
import { seeded, uuid7At, type Random } from './random'

const minutes = 20
/** Evenings, and one time in the afternoon for those who are at home. */
const times = [14 * 60, 19 * 60, 19 * 60 + 30, 20 * 60, 20 * 60 + 30, 21 * 60]

interface SlotRow { committee_id: Id; id: Id; host_id: Id; starts_at: Instant; minutes: number }

/** Two weeks of working days for each leader, now and then one left out. */
function slotRows(place: Place, leaders: readonly Id[], now: Date, random: Random): SlotRow[] {
  const today = dayOf(now.toISOString())
  const days = Array.from({ length: 14 }, (_, n) => dayAfter(today, n + 1)).filter((day) => officialCalendar.isWorkingDay(day))
  return leaders.flatMap((host_id) => days.flatMap((day) => times
    .filter((minute) => minute >= 19 * 60 || random.chance(0.4))
    .map((minute) => ({ committee_id: place.committeeId, id: uuid7At(now.getTime() - 3 * 86_400_000, random), host_id, starts_at: momentOf(day, minute), minutes }))))
}

type Told = [step: LaterStep, side: Side, minutesLater: number, text?: string]

interface Story {
  /** Who of the household speaks. */
  guest: Id
  host: Id
  about: VisitAbout
  purpose: string
  channel: VisitChannel
  invited?: boolean
  /** Minutes before now when it was asked for. */
  asked: number
  /** Its time, where one was agreed on; and whether it was one of the published ones. */
  startsAt?: Instant
  slot?: boolean
  /** Times that lie before the other side. */
  offers?: Instant[]
  steps: Told[]
  /** What the guest has said they would help with. */
  helps?: string
}

function storiesOf(now: Date): Story[] {
  const today = dayOf(now.toISOString())
  const later = (days: number, minute: number) => momentOf(workingDayAfter(officialCalendar, today, days), minute)
  const ago = (days: number, minute: number) => momentOf(dayAfter(today, -days), minute)
  const summary = '聊了小区充电桩排队的事。周女士想知道什么时候能加两个，王芳去问物业，月底前回话。周女士说平时晚上七点以后方便。'
  return [
    { guest: cast.zhengTao.id, host: cast.wangFang.id, about: 'leader', purpose: '孩子明年上小学，想问要准备什么', channel: 'wechat', asked: 1500, startsAt: later(3, 20 * 60), slot: true, steps: [['say', 'host', 300, '好的，我把材料清单先找出来']] },
    {
      guest: cast.zhouLan.id, host: cast.wangFang.id, about: 'leader', purpose: '充电桩老是排队', channel: 'app', asked: 4 * 1440, startsAt: ago(1, 19 * 60 + 30),
      steps: [['say', 'home', 2000, '到时候我用消息说，家里有孩子睡觉'], ['hold', 'host', 4 * 1440 - 2900], ['summarise', 'host', 20, summary]],
    },
    { guest: cast.linJing.id, host: cast.wangFang.id, about: 'leader', purpose: '您家搬来一年了，想听听有什么要办的。不上门', channel: 'app', invited: true, asked: 600, offers: [later(2, 19 * 60 + 30), later(4, 20 * 60)], steps: [] },
    { guest: cast.heJun.id, host: cast.wangFang.id, about: 'leader', purpose: '楼上漏水以后，想问问怎么防', channel: 'phone', asked: 400, offers: [later(2, 18 * 60), later(3, 18 * 60), later(5, 12 * 60 + 30)], steps: [] },
    {
      helps: '会修电饭煲、电风扇',
      guest: cast.zhengTao.id, host: cast.wangFang.id, about: 'archive', purpose: '登记一下新的联系电话', channel: 'app', asked: 30 * 1440, startsAt: ago(27, 20 * 60),
      steps: [['hold', 'host', 3 * 1440], ['summarise', 'host', 30, '郑先生一家三口都好，说到电瓶车棚晚上太暗，王芳记下了。'], ['correct', 'home', 600, '是南门的车棚'], ['summarise', 'host', 200, '郑先生一家三口都好，说到南门的电瓶车棚晚上太暗，王芳记下了。'], ['confirm', 'home', 300]],
    },
    { guest: cast.heJun.id, host: cast.wangFang.id, about: 'leader', purpose: '想问医保', channel: 'app', asked: 12 * 1440, startsAt: ago(9, 19 * 60), steps: [['cancel', 'home', 1440, '已经在随申办上查到了，谢谢']] },
    { guest: cast.zhangApo.id, host: cast.liQiang.id, about: 'leader', purpose: '电视机没有声音，想问谁会修', channel: 'phone', asked: 6 * 1440, startsAt: ago(2, 15 * 60), steps: [['miss', 'host', 5 * 1440]] },
    { guest: cast.shenJie.id, host: cast.zhuJie.id, about: 'leader', purpose: '路灯的事想当面说说', channel: 'app', asked: 900, startsAt: later(2, 19 * 60 + 30), slot: true, steps: [] },
  ]
}

/** Slots without their visits, the visits, their history, and which slot each visit has. */
export function visitRows(places: readonly { place: Place; community: Community; leaders: readonly Id[] }[], now: Date) {
  // Of its own, so that nothing else of the world is drawn otherwise.
  const random = seeded(230)
  const slots = places.flatMap(({ place, leaders }) => slotRows(place, leaders, now, random))
  const visits: Record<string, unknown>[] = []
  const entries: Record<string, unknown>[] = []
  const taken: { slotId: Id; visitId: Id }[] = []
  const helpers: Record<string, unknown>[] = []
  const talents: Record<string, unknown>[] = []
  const consents: Record<string, unknown>[] = []
  for (const story of storiesOf(now)) {
    const at = (later: number) => new Date(now.getTime() - (story.asked - later) * 60_000).toISOString()
    const { place, community } = places.find((one) => one.community.residents.some(({ account_id }) => account_id === story.guest))!
    const home = community.residents.find(({ account_id }) => account_id === story.guest)!
    const side = community.residents.some(({ household_id, relation }) => household_id === home.household_id && (relation === 'tenant' || relation === 'cotenant')) ? 'tenant' : 'owner'
    const id = uuid7At(now.getTime() - story.asked * 60_000, random)
    const slot = story.slot ? slots.find(({ host_id, starts_at }) => host_id === story.host && starts_at === story.startsAt) : undefined
    if (slot) taken.push({ slotId: slot.id, visitId: id })
    let state: VisitState = story.invited ? 'proposed' : story.startsAt ? 'booked' : 'asked'
    let passed = 0
    let last = story.invited ? story.host : story.guest
    let summary: string | null = null
    let held: Instant | null = null
    const line = (step: VisitStep, by: Id | null, from: VisitState | null, text: string | undefined, startsAt: Instant | null) => entries.push({
      committee_id: place.committeeId, id: uuid7At(Date.parse(at(passed)), random), visit_id: id, at: at(passed), by_id: by, step, from_state: from, state, text: text ?? null, starts_at: startsAt,
    })
    line(story.invited ? 'invite' : 'ask', last, null, story.purpose, story.startsAt ?? null)
    for (const [step, who, after, text] of story.steps) {
      passed += after
      const from = state
      state = stateAfter(state, step, who)
      if (isHeld(state)) held ??= at(passed)
      if (step === 'summarise') summary = text ?? null
      const by = step === 'miss' ? null : who === 'home' ? story.guest : story.host
      last = by ?? last
      line(step, by, from, text, null)
    }
    const span = story.startsAt ? spanOf(story.startsAt, minutes) : null
    const last_at = at(passed)
    if (story.helps) {
      const [helperId, since] = [uuid7At(Date.parse(last_at), random), last_at]
      helpers.push({ committee_id: place.committeeId, id: helperId, visit_id: id, what: story.helps, state: 'accepted', answered_by: story.guest, answered_at: since })
      consents.push({ account_id: story.guest, layer: 'talent', at: since, version: consentVersions.talent, given: true })
      talents.push({ committee_id: place.committeeId, id: uuid7At(Date.parse(since), random), account_id: story.guest, what: story.helps, helper_id: helperId, since })
    }
    visits.push({
      committee_id: place.committeeId, id, household_id: home.household_id, block_id: home.block_id, mode: 'online', state, side, purpose: story.purpose, about: story.about,
      asked_by: story.invited ? story.host : story.guest, invited: story.invited ?? false, host_id: story.host, channel: story.channel, minutes, starts_at: span?.startsAt ?? null, ends_at: span?.endsAt ?? null,
      offers: story.offers ?? [], slot_id: slot?.id ?? null, summary, moves: state === 'cancelled' ? 1 : 0, told: [story.guest],
      watch_at: watchAt({ state, startsAt: span?.startsAt ?? null, endsAt: span?.endsAt ?? null, lastAt: last_at }, now.toISOString()), made_at: at(0), last_at, last_by: last, held_at: held,
    })
  }
  return { slots, visits, entries, taken, helpers, talents, consents }
}
