/** The demands the demonstration speaks of by name, beside the many others. */
import type { DemandKind } from '../../../contract/demand/said'
import type { Day, Id, Instant } from '../../../contract/values'
import { deadlinesOf } from '../../demand/rules/deadline'
import { dayAfter, dayOf, momentOf, officialCalendar, workingDayAfter } from '../../organization/rules/calendar'
import type { Filer } from './community'
import { atWork, awake, later, Matter, nextClosingDay, type Filing, type Setting } from './matter'
import { pastDemands, seenByAll } from './pastDemands'
import { cast, type CastMember } from './people'

const clock = (hour: number, minute = 0) => hour * 60 + minute

/** What the named demands need: file, find a person, find a day. */
function telling(setting: Setting, filers: Filer[]) {
  const { today, now, random } = setting
  const told: Matter[] = []
  const on = (daysAgo: number, hour: number, minute = 0): Instant => momentOf(dayAfter(today, -daysAgo), clock(hour, minute))
  const nextClosing = nextClosingDay(now)
  const filedSo = (kind: DemandKind, minute: number, suits: (dueAt: Instant) => boolean): Instant => {
    for (let back = 0; back < 40; back += 1) {
      const at = momentOf(dayAfter(today, -back), minute)
      if (at < now && suits(deadlinesOf(officialCalendar, { kind, urgency: 'ordinary', filedAt: at }).dueAt)) return at
    }
    throw new Error(`no day suits a ${kind}`)
  }
  return {
    told,
    on,
    /** Filed so that it is answered today before the offices close, or on the next day they open. */
    dueNext: (kind: DemandKind, minute: number) => filedSo(kind, minute, (dueAt) => dayOf(dueAt) === nextClosing),
    /** Filed so that its deadline has passed, `days` ago or a little more. */
    dueBefore: (kind: DemandKind, minute: number, days: number) => filedSo(kind, minute, (dueAt) => dueAt < later(now, (1 - days) * 1440)),
    who: (person: CastMember): Filer => filers.find((filer) => filer.accountId === person.id) ?? { accountId: person.id, name: person.name, called: person.called, home: null },
    neighbour: (block: number, building?: number): Filer =>
      random.pick(filers.filter((filer) => filer.home?.block === block && !isCast(filer.accountId) && (building === undefined || filer.home.building === building))),
    say(filing: Filing): Matter {
      const matter = new Matter(setting, filing)
      told.push(matter)
      return matter
    },
  }
}

const weekday = (at: Instant) => `周${'日一二三四五六'[new Date(Date.parse(at) + 8 * 3_600_000).getUTCDay()]}`

/** 周女士's four: the lamp that is being mended, two that wait for her, one that is done. */
function zhouLan(setting: Setting, filers: Filer[]): Matter[] {
  const { told, on, say, who } = telling(setting, filers)
  const { random, today } = setting
  const filer = who(cast.zhouLan)
  const fitter = weekday(momentOf(workingDayAfter(officialCalendar, today, 1), 0))
  const lamp = say({
    filer, kind: 'request', place: '11号楼 二楼楼道', urgency: 'soon', visibility: 'neighbours', at: on(2, 9, 12),
    text: '11号楼二楼楼道灯不亮三天了。我妈晚上下楼看不清台阶，能不能先放个临时灯？',
  })
  lamp.staff('note', on(2, 9, 38), '物业电工最快要下一个工作日来，报修单号 0457。')
  lamp.handOver(cast.wangFang.id, on(2, 9, 45), '您下午回来就接，灯的事我先报了物业。').takeOver(on(2, 13, 5))
  lamp.staff('reply', on(2, 18, 25), `我去看过了，是声控开关坏了，灯泡是好的。物业说配件${fitter}到，当天换。`)
  lamp.resident('add', on(2, 18, 31), '谢谢！我妈晚上下楼看不清，能先放个临时灯吗？')
  lamp.staff('reply', on(2, 18, 40), '可以，我今晚拿一个感应灯贴在拐角。')

  const permit = say({ filer, kind: 'consultation', at: on(6, 19, 40), text: '居住证快到期了，先去哪里签注？要房东一起去吗？' })
  permit.staff('answer', atWork(permit.lastAt, 820, random), '不用房东一起去。到期前一个月内，打开随申办搜“居住证签注”就能办，不收费。弄不来的话告诉我，我们在线上一步步来。')

  const letterbox = say({ filer, kind: 'request', place: '11号楼 信箱', at: on(8, 20, 15), text: '我家信箱的门关不上了，里面的信怕被雨打湿。' })
  letterbox.staff('reply', atWork(letterbox.lastAt, 760, random), '看到了，是搭扣断了，我请物业换。')
  letterbox.staff('answer', atWork(letterbox.lastAt, 2 * 1440 + 200, random), '搭扣换好了，钥匙还用原来的。您路过的时候试一试。')

  const locker = say({ filer, kind: 'request', place: '11号楼 门口', visibility: 'neighbours', at: on(17, 18, 50), text: '快递柜挡住了轮椅坡道，对门老先生出不来，能挪一挪吗？' })
  locker.staff('reply', atWork(locker.lastAt, 800, random), '早上去看了，是挡了半边，我约快递柜公司来。')
  locker.staff('answer', atWork(locker.lastAt, 3 * 1440, random), '快递柜的位置换好了，您下楼看看。')
  locker.resident('confirm', awake(locker.lastAt, 500, random))

  for (const matter of told) seenByAll(matter, setting)
  lamp.seen.set(filer.accountId, on(2, 18, 31))
  letterbox.seen.set(filer.accountId, letterbox.lastAt)
  permit.seen.set(filer.accountId, permit.row.filed_at)
  return told
}

/** What waits for 王芳: one offered, one just in, one with a new word, one late, one due next. */
function block3(setting: Setting, filers: Filer[]): Matter[] {
  const { told, on, say, who, neighbour, dueNext, dueBefore } = telling(setting, filers)
  const { random, now } = setting
  const wang = cast.wangFang.id

  const chairs = say({ filer: who(cast.heJun), kind: 'complaint', at: on(2, 10, 20), text: '楼上半夜拖椅子，十二点以后还有，孩子睡不好。' })
  chairs.staff('reply', on(2, 10, 52), '听着确实难受。王芳下午回来，我请她先去和楼上聊，不说是谁反映的。')
  chairs.handOver(wang, on(2, 11, 20), '这户和楼上都在您这块，您熟。')

  const bicycle = say({ filer: neighbour(3), kind: 'request', place: '车棚', at: later(now, -70), text: '车棚的卷帘门卡在一半，里面的车推不出来，要上班了。', urgency: 'soon' })

  const seat = say({ filer: neighbour(3), kind: 'request', place: '10号楼 楼下', visibility: 'neighbours', at: on(3, 16, 30), text: '10号楼下的长椅断了一条木板，坐着会夹到。' })
  seat.staff('reply', later(seat.lastAt, 40), '先贴了条子，别坐，师傅这两天来换。')
  const seatRead = seat.lastAt
  seat.resident('add', later(now, -25), '条子被风吹掉了，刚才又有人坐上去。').hold('add', 'unchecked')

  const wire = say({ filer: who(cast.zhengTao), kind: 'complaint', place: '11号楼 楼下', visibility: 'neighbours', at: dueBefore('complaint', clock(19, 20), 1), text: '楼下电瓶车飞线充电，一到晚上就有，线从三楼垂下来。' })
  wire.staff('reply', atWork(wire.lastAt, 780, random), '昨晚去看了，确实有，先当面说过了。车棚加充电位的事我在和物业谈。')
  const lift = say({ filer: who(cast.linJing), kind: 'consultation', at: dueNext('consultation', clock(14, 30)), text: '想问加装电梯，一楼不同意的话后面还能办吗？' })
  lift.staff('accept', atWork(lift.lastAt, 20, random))

  const drain = say({ filer: who(cast.linJing), kind: 'request', at: on(28, 18, 10), urgency: 'soon', text: '厨房下水倒灌，楼上一用水我家就往上冒。' })
  drain.staff('reply', later(drain.lastAt, 14), '我是今天接待的，王芳和李强都不在，我先接着。物业师傅带好工具等着，您在这里答应了再上楼，可以吗？')
  drain.staff('note', later(drain.lastAt, 6), '这户不要上门、不要打电话，只用小程序。已经和物业师傅说清楚，没答应不去敲门。')
  drain.resident('add', later(drain.lastAt, 5), '可以，今晚让师傅进来一次。')
  drain.staff('answer', later(drain.lastAt, 110), '立管疏通了，接口也换了。两天内有一点冒水，马上在这里告诉我。')
  drain.resident('confirm', awake(drain.lastAt, 2000, random))

  const parcel = say({ filer: who(cast.zhengTao), kind: 'consultation', at: on(21, 20, 5), text: '旧沙发放哪里，要不要先约？' })
  parcel.staff('answer', atWork(parcel.lastAt, 780, random), '先打物业电话约，放到东门旁的大件点，第二天清走，不收钱。')
  parcel.resident('confirm', awake(parcel.lastAt, 300, random))

  for (const matter of told) seenByAll(matter, setting)
  bicycle.seen.delete(wang)
  seat.seen.set(wang, seatRead)
  return told
}

/** The other blocks: what 张阿婆 asked, what is late or due, what 李强 answers for 徐磊, and danger. */
function otherBlocks(setting: Setting, filers: Filer[]): Matter[] {
  const { told, on, say, who, neighbour, dueNext, dueBefore } = telling(setting, filers)
  const { random, now } = setting
  const replied = (filing: Filing, words: string): Matter => {
    const matter = say(filing)
    return matter.staff('reply', atWork(matter.lastAt, 100, random), words)
  }

  replied({ filer: who(cast.zhangApo), kind: 'request', at: on(1, 9, 30), text: '浴室滑，我想装个扶手，要怎么弄？' }, '阿婆您先别一个人洗。我去问好了哪天来量，提前和您说是谁来。')
  const radio = say({ filer: who(cast.zhangApo), kind: 'request', channel: 'phone', at: on(19, 9, 50), text: '家里的灯泡坏了，我够不着，想请人换一个。' })
  radio.staff('answer', atWork(radio.lastAt, 200, random), '灯泡换好了，备了一个放在抽屉里。下次打电话就行。').resident('confirm', awake(radio.lastAt, 60, random))

  replied({ filer: neighbour(2), kind: 'complaint', place: '地下车库', visibility: 'neighbours', at: dueBefore('complaint', clock(9, 40), 1), text: '地下车库进水没人管，走过去鞋都湿了。' }, '水泵的配件还没到，物业约了两次没来，我今天再盯。').hold('file', 'doubtful')
  replied({ filer: neighbour(5), kind: 'suggestion', at: dueBefore('suggestion', clock(15, 10), 1), text: '暑期科普活动能不能放周末？上班的家长想陪孩子一起来。' }, '有道理，我问了讲课的老师，等他回我。')
  replied({ filer: neighbour(6), kind: 'request', place: '22号楼 大门', at: dueBefore('request', clock(11, 15), 2), text: '22号楼大门的闭门器坏了，关门声音震得墙响。' }, '先垫了块橡皮，闭门器要换新的，型号在问。')
  replied({ filer: neighbour(1), kind: 'complaint', place: '3号楼 楼下', visibility: 'neighbours', at: dueNext('complaint', clock(10, 5)), text: '装修垃圾堆在楼下一个星期了，下雨泥水到处流。' }, '业主联系上了，答应叫车来拉。')
  say({ filer: neighbour(5), kind: 'request', at: dueNext('request', clock(16, 20)), text: '对讲机听不到声音，外卖总是打我电话。' }).staff('accept', later(now, -200))

  say({ filer: neighbour(4), kind: 'request', place: '14号楼 一楼', at: on(1, 10, 10), text: '14号楼一楼水管滴水，地上一滩，怕老人滑倒。', urgency: 'soon' })
  replied({ filer: neighbour(4), kind: 'complaint', at: on(1, 8, 20), text: '隔壁空调外机对着我家窗户吹，热得开不了窗。' }, '徐磊这几天不在，我替他看着。先去看看能不能加块挡板。')
    .snooze(momentOf(workingDayAfter(officialCalendar, setting.today, 1), clock(8, 30)), later(now, -150), '等外机的主人回来')

  const gas = say({ filer: neighbour(2), kind: 'hazard', urgency: 'danger', place: '7号楼 三楼', at: on(9, 18, 20), text: '燃气灶旁边有味道，关了阀门还有，不敢开灯。' })
  gas.staff('reply', later(gas.lastAt, 6), '先开窗、人到楼下，不要碰开关。燃气公司电话 962777 我已经打了，我五分钟到。')
  gas.staff('answer', later(gas.lastAt, 75), '燃气公司查到是软管老化，已经换成金属管，测过没有漏。').resident('confirm', awake(gas.lastAt, 90, random))
  const board = say({ filer: neighbour(1), kind: 'hazard', urgency: 'danger', place: '2号楼 电表箱', visibility: 'neighbours', at: later(now, -50), text: '2号楼电表箱冒火花，有焦味，楼道里还有小孩。' })
  board.staff('reply', later(board.lastAt, 7), '我已经到楼下，人都请出来了。电力公司 95598 在路上，先不要靠近箱子。')

  for (const matter of told) seenByAll(matter, setting)
  return told
}

/** Two from people who live in no household yet; they stay with the reception. */
function desk(setting: Setting, filers: Filer[], stranger: Filer): Matter[] {
  const { told, on, say, who } = telling(setting, filers)
  say({ filer: who(cast.xuXiao), kind: 'consultation', at: later(setting.now, -95), text: '刚租下 16号楼的房子，居住登记先去哪里办？' })
  say({ filer: stranger, kind: 'request', at: on(2, 10, 40), text: '我父亲住在这里，我不住上海，想问他的水费单能不能寄给我？' })
    .staff('reply', on(2, 11, 5), '可以改寄送地址，我先问自来水公司要哪些材料。')
  for (const matter of told) seenByAll(matter, setting)
  return told
}

/** From the many that are worked on, one each for what else can become of a demand. None of them is late or due next. */
function goOn(setting: Setting, matters: Matter[]): Matter[] {
  const { now, today } = setting
  const open = matters.filter(({ row }) => row.status === 'accepted')
  const taken: Matter[] = []
  const next = (): Matter => {
    const matter = open.shift()
    if (!matter) throw new Error('too few demands are worked on')
    taken.push(matter)
    return matter
  }
  const ago = (minutes: number) => later(now, -minutes)
  next().ask(ago(260), '您说的是白天还是夜里？我约师傅在那个时候来听一听。')
  next().transfer({ kind: 'hotline', name: '12345', number: 'SH20261119-04571' }, ago(340), '是市政的管线，由热线派给养护单位。')
  next().handOver(cast.mengShouye.id, ago(300), '要几个部门一起来看，我们定不了。')
  next().takeToMeeting(nextThursday(today), ago(220), '几户人家说法不一样，例会上一起定。')
  next().askMoreTime(ago(180), '要等业委会开会表决，五个工作日来不及。')
  const silent = matters.find((matter) => matter.heardLate)
  if (!silent) throw new Error('no demand was answered long enough ago')
  silent.closeSilent()
  for (const matter of taken) matter.seen.set(matter.row.owner_id, matter.lastAt)
  return matters
}

/** The weekly meeting is on Thursdays. */
function nextThursday(today: Day): Day {
  const thursday = 4
  return dayAfter(today, ((thursday - new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 1)
}

export function chunshenliDemands(setting: Setting, filers: Filer[], strangers: Filer[], deskStranger: Filer): Matter[] {
  const ordinary = filers.filter((filer) => !isCast(filer.accountId))
  return [
    ...zhouLan(setting, filers), ...block3(setting, filers), ...otherBlocks(setting, filers), ...desk(setting, filers, deskStranger),
    ...goOn(setting, pastDemands(setting, ordinary, strangers, { closed: 83, withdrawn: 7, answered: 12, accepted: 8, submitted: 3, reopened: 3 })),
  ]
}

export function meiyuanDemands(setting: Setting, filers: Filer[]): Matter[] {
  const { told, on, say, who } = telling(setting, filers)
  const shen = who(cast.shenJie)
  const gate = say({ filer: shen, kind: 'request', place: '2号楼 大门', at: on(3, 19, 5), text: '2号楼大门的密码锁按了没反应，只能绕后门走。' })
  gate.staff('reply', atWork(gate.lastAt, 700, setting.random), '是电池没电了，我买了新的，这两天换上。')
  const swap = say({ filer: shen, kind: 'suggestion', at: on(12, 20, 20), text: '能不能在梅园也办一次旧书交换？' })
  swap.staff('answer', atWork(swap.lastAt, 700, setting.random), '可以，定在月底的周日上午，楼下空地，下雨就改到活动室。').resident('confirm', awake(swap.lastAt, 300, setting.random))
  for (const matter of told) seenByAll(matter, setting)
  const ordinary = filers.filter((filer) => !isCast(filer.accountId))
  return [...told, ...pastDemands(setting, ordinary, [], { closed: 5, withdrawn: 1, answered: 2, accepted: 1, submitted: 1, reopened: 0 })]
}

const castIds = new Set<Id>(Object.values(cast).map((person) => person.id))
const isCast = (accountId: Id) => castIds.has(accountId)
