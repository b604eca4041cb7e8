/** The many demands of the last weeks, drawn from what residents say. */
import type { DemandStatus } from '../../../contract/demand/life'
import type { Channel } from '../../../contract/demand/said'
import type { Id } from '../../../contract/values'
import { dayAfter, dayOf, momentOf } from '../../organization/rules/calendar'
import { blockOf, type Filer } from './community'
import { atWork, awake, later, Matter, nextClosingDay, type Setting } from './matter'
import { blockIdOf } from './places'
import type { Random } from './random'
import { sayings, type Saying } from './sayings'
import { rosterAt } from './serving'

/** The states a past of these sayings can come to; the others are told by name in demands.ts. */
export type Reached = Extract<DemandStatus, 'closed' | 'withdrawn' | 'answered' | 'accepted' | 'submitted' | 'reopened'>
export type Mix = Record<Reached, number>

const toMore = ['好的，这个也一起记下了。', '明白，我和师傅说。', '知道了，我再去看一眼，有数了告诉您。', '行，这一点我放在前面办。']
const again = ['又去了一次，把里面的零件整个换了，您再看看。', '我在现场看着弄完的，试到好为止。还有不对马上告诉我。', '这次换了个办法，也请物业再查了一遍，您这两天留意一下。']
const sorry = ['不好意思，让您又说一次，我今天再去。', '知道了，我重新约，这次我在现场等。']

const minutesOf = { hour: 60, day: 1440 }

function channelOf(filer: Filer, random: Random): Channel {
  const asks: [Channel, number][] = [['app', 82], ['counter', 5], ['onlineVisit', 3]]
  if (filer.home?.visits) asks.push(['homeVisit', 4])
  if (filer.home?.phone) asks.push(['phone', 6])
  return random.weighted(asks)
}

function fileOne(setting: Setting, filer: Filer, saying: Saying, building: number, daysAgo: number): Matter {
  const { random, today } = setting
  const at = later(momentOf(dayAfter(today, -daysAgo), 0), random.weighted([[random.int(430, 720), 5], [random.int(720, 1080), 4], [random.int(1080, 1300), 5]]))
  return new Matter(setting, {
    filer,
    kind: saying.kind,
    text: saying.text.replace('{n}', String(building)),
    place: saying.place.replace('{n}', String(building)),
    urgency: saying.soon && random.chance(0.6) ? 'soon' : 'ordinary',
    visibility: saying.shared && random.chance(0.6) ? 'neighbours' : 'committee',
    channel: channelOf(filer, random),
    about: saying.about,
    at,
  })
}

/** What came in while the leader was away, or from somebody without a block, goes on to the leader. */
function passToLeader(matter: Matter, setting: Setting, filer: Filer, building: number): void {
  const { random, service, today } = setting
  const blockId = blockIdOf(service.place, blockOf(service.place, building))
  let at = matter.row.filed_at
  const leaderAt = (): Id | undefined => {
    const roster = rosterAt(service, today, at)
    const leader = roster.leaders.get(blockId)
    return roster.absences.some((absence) => absence.accountId === leader) ? undefined : leader
  }
  at = atWork(at, random.int(10, 90), random)
  if (filer.home) while (leaderAt() === undefined) at = atWork(at, minutesOf.day, random)
  const leader = leaderAt()
  if (leader === undefined || leader === matter.row.owner_id || matter.row.about === 'app') return
  matter.handOver(leader, at, filer.home ? '您回来了，这件事还是您这块的。' : '问过了，住在您这块。', filer.home ? undefined : blockId)
  matter.takeOver(atWork(at, random.int(15, 200), random))
}

function work(matter: Matter, setting: Setting, saying: Saying, target: DemandStatus): void {
  const { random } = setting
  const soon = () => atWork(matter.lastAt, random.int(12, 260), random)
  const fast = saying.kind === 'consultation' || saying.kind === 'suggestion'
  if (target === 'submitted') return
  if (target === 'withdrawn') {
    if (random.chance(0.6)) matter.staff('reply', soon(), saying.reply)
    matter.resident('withdraw', awake(matter.lastAt, random.int(20, 900), random))
    return
  }
  if (matter.row.status === 'submitted' && random.chance(0.45)) matter.staff('accept', soon())
  if (target !== 'accepted' || matter.row.status === 'submitted' || random.chance(0.6)) {
    if (!fast || random.chance(0.5) || target === 'accepted') matter.staff('reply', soon(), saying.reply)
  }
  if (saying.note && random.chance(0.7)) matter.staff('note', later(matter.lastAt, random.int(2, 40)), saying.note)
  if (saying.more && random.chance(0.7)) {
    matter.resident('add', awake(matter.lastAt, random.int(5, 400), random), saying.more)
    matter.staff('reply', soon(), random.pick(toMore))
  }
  if (target === 'accepted') return
  matter.staff('answer', atWork(matter.lastAt, fast ? random.int(15, 240) : random.int(300, 4 * minutesOf.day), random), saying.answer)
  const reopens = target === 'reopened' || (saying.again !== undefined && random.chance(0.3))
  if (reopens) matter.resident('notSolved', awake(matter.lastAt, random.int(400, 2 * minutesOf.day), random), saying.again)
  if (target === 'reopened') return
  if (reopens) {
    matter.staff('reply', soon(), random.pick(sorry))
    matter.staff('answer', atWork(matter.lastAt, random.int(200, 2 * minutesOf.day), random), random.pick(again))
  }
  if (target === 'closed') matter.resident('confirm', awake(matter.lastAt, random.int(20, 3 * minutesOf.day), random))
}

/** Fits what `now` is allowed to look like: nothing to come, nothing late or due today by chance, no answer left lying for weeks. */
function fits(matter: Matter, setting: Setting): boolean {
  const { status, answered_at, due_at } = matter.row
  if (matter.lastAt > later(setting.now, -10)) return false
  if (status === 'answered') return answered_at! > later(setting.now, -12 * minutesOf.day)
  return status === 'closed' || status === 'withdrawn' || (due_at > setting.now && dayOf(due_at) > nextClosingDay(setting.now))
}

const reach: Record<Reached, [number, number]> = { closed: [3, 45], withdrawn: [1, 45], answered: [1, 16], accepted: [0, 6], submitted: [0, 3], reopened: [2, 10] }

/** Demands in the wanted states; those without a household come from `strangers`. */
export function pastDemands(setting: Setting, filers: Filer[], strangers: Filer[], mix: Mix): Matter[] {
  const { random } = setting
  let deck: Saying[] = []
  const draw = (target: DemandStatus): Saying => {
    if (deck.length === 0) deck = random.shuffle(sayings)
    const slow = (saying: Saying) => !['consultation', 'suggestion'].includes(saying.kind)
    const at = deck.findIndex((saying) => (target === 'reopened' ? saying.again !== undefined : !['accepted', 'submitted'].includes(target) || slow(saying)))
    return at < 0 ? random.pick(sayings.filter((saying) => saying.again)) : deck.splice(at, 1)[0]!
  }
  const wanted = (Object.entries(mix) as [Reached, number][]).flatMap(([target, count]) => Array<Reached>(count).fill(target))
  return wanted.map((target) => {
    const saying = draw(target)
    for (let tries = 0; tries < 800; tries += 1) {
      const filer = strangers.length > 0 && target === 'closed' && random.chance(0.05) ? random.pick(strangers) : random.pick(filers)
      const building = filer.home?.building ?? random.int(1, setting.service.place.buildings)
      const [latest, earliest] = reach[target]
      // In a long holiday nobody is at work for days: look further back then.
      const matter = fileOne(setting, filer, saying, building, random.int(latest, earliest + Math.floor(tries / 40)))
      if (matter.row.filed_at > later(setting.now, -20)) continue
      const away = matter.row.route.some((link) => link.reason === 'onLeave' || link.reason === 'noBlock')
      if (away && target !== 'submitted' && (!filer.home || random.chance(0.5))) passToLeader(matter, setting, filer, building)
      work(matter, setting, saying, target)
      if (matter.row.status === target && fits(matter, setting)) return seenByAll(matter, setting)
    }
    throw new Error(`no day in the last weeks suits a demand that is ${target}`)
  })
}

/** Who has a part in it has read it, up to the other's last word or all of it. */
export function seenByAll(matter: Matter, setting: Setting): Matter {
  const { row } = matter
  matter.seen.set(row.owner_id, matter.lastAt)
  matter.seen.set(row.first_receiver_id, matter.lastAt)
  const own = matter.entries.filter((entry) => entry.by_id === row.filed_by).at(-1)!.at
  matter.seen.set(row.filed_by!, row.closed_at !== null || setting.random.chance(0.6) ? row.last_at : own)
  return matter
}
