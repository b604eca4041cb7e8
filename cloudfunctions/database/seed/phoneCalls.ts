/** What people without the app said at the counter or on the phone, how it was answered, and who of them is still to be told. */
import type { CallOutcome } from '../../../contract/notice'
import type { Id } from '../../../contract/values'
import { callAgainAt } from '../../notice/rules/calling'
import { dayAfter, momentOf } from '../../organization/rules/calendar'
import type { Community } from './community'
import { later, Matter, type Setting } from './matter'
import type { noticesOf } from './notices'
import { cast } from './people'
import { seeded, uuid7At } from './random'

interface Told {
  /** Who wrote it down. */
  by: Id
  channel: 'phone' | 'counter'
  building: number
  phone: string
  daysAgo: number
  text: string
  answer: string
  /** Calls so far, by minutes ago. */
  tries?: { outcome: Exclude<CallOutcome, 'told'>; minutesAgo: number; words: string }[]
}

const { wangFang, chenMin, liQiang } = cast
const told: Told[] = [
  { by: wangFang.id, channel: 'phone', building: 9, phone: '021 5550 0131', daysAgo: 1, text: '灶打不着火，煤气表上一个红灯在闪，字太小看不清。', answer: '表里的电池没电了，已经换好，灶试过能打着。' },
  { by: chenMin.id, channel: 'counter', building: 10, phone: '021 5550 0132', daysAgo: 3, text: '想问敬老卡丢了去哪里补，要不要本人去。', answer: '带身份证到街道社区事务受理中心补，家里人也能代办，带上两个人的身份证。' },
  { by: wangFang.id, channel: 'phone', building: 12, phone: '021 5550 0133', daysAgo: 4, text: '阳台的落水管裂了，下雨天往家里溅水。', answer: '物业换了一段新管子，接口也打了胶，下雨时您看看。', tries: [{ outcome: 'noAnswer', minutesAgo: 40, words: '响了很久，没人接' }] },
  { by: chenMin.id, channel: 'counter', building: 11, phone: '021 5550 0134', daysAgo: 6, text: '楼下的晾衣架歪了，被子一晒就往下滑。', answer: '架子重新埋过了，两天后就能晒被子。', tries: [{ outcome: 'wrongNumber', minutesAgo: 1500, words: '是另一家的号码' }] },
  { by: liQiang.id, channel: 'phone', building: 7, phone: '021 5550 0135', daysAgo: 2, text: '电视没有信号，遥控器按来按去都是雪花。', answer: '是机顶盒的插头松了，已经插好，频道都有。' },
]

/** Each from a door of that building behind which nobody has the app and nobody minds a call. */
export function proxyDemands(setting: Setting, community: Community): { matter: Matter; tries: NonNullable<Told['tries']> }[] {
  // Their own chance: the rest of the world is the same with and without them.
  const random = seeded(20261124)
  const withApp = new Set(community.filers.map(({ home }) => home?.householdId))
  const minds = new Set(community.households.filter(({ never, hours }) => never.includes('phone') || hours).map(({ id }) => id))
  return told.map(({ by, channel, building, phone, daysAgo, text, answer, tries = [] }) => {
    const home = random.pick(community.homes.filter((one) => one.building === building && one.wish !== 'noVisits' && !withApp.has(one.id) && !minds.has(one.id)))
    const { name } = community.residents.find(({ household_id }) => household_id === home.id)!
    const at = momentOf(dayAfter(setting.today, -daysAgo), 9 * 60 + 20)
    const filer = { accountId: null, name, called: name, home: { householdId: home.id, label: home.label, block: home.block, building, visits: true, phone: true } }
    const matter = new Matter({ ...setting, random }, { filer, kind: text.startsWith('想问') ? 'consultation' : 'request', channel, entered: { by, phone }, at, text })
    const own = matter.row.owner_id === by
    if (own) matter.staff('accept', at)
    matter.staff('answer', later(at, own ? 300 : 90), answer)
    for (const reader of [matter.row.owner_id, by]) matter.seen.set(reader, matter.lastAt)
    return { matter, tries }
  })
}

/** The lines the timer made of what nobody's inbox took, and the calls so far. */
export function callRows(proxies: ReturnType<typeof proxyDemands>, notices: ReturnType<typeof noticesOf>, setting: Setting) {
  const random = seeded(20261125)
  const lines = proxies.map(({ matter: { row }, tries }) => {
    const { committee_id, id, about, at } = notices.filter(({ to_id, subject_id }) => to_id === null && subject_id === row.id).at(-1)!
    const triedAt = (minutesAgo: number) => later(setting.now, -minutesAgo)
    const last = tries.at(-1)
    return {
      call: {
        committee_id, id, demand_id: row.id, about, since: at, urgent: false, state: 'open', tries: tries.length, wrong_number: tries.some(({ outcome }) => outcome === 'wrongNumber'),
        again_at: last?.outcome === 'noAnswer' ? callAgainAt(triedAt(last.minutesAgo), false) : null, told_at: null,
      },
      tries: tries.map(({ outcome, minutesAgo, words }) => ({ committee_id, id: uuid7At(Date.parse(triedAt(minutesAgo)), random), call_id: id, at: triedAt(minutesAgo), by_id: row.owner_id, outcome, words })),
    }
  })
  return { calls: lines.map(({ call }) => call), tries: lines.flatMap((line) => line.tries) }
}
