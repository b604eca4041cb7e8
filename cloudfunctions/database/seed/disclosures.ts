/** What 春申里 has made public: two or three of each class, one corrected, one taken in, and one that is being written. All of it is invented. */
import type { DisclosureClass } from '../../../contract/disclosure'
import type { Id } from '../../../contract/values'
import { dayAfter, dayOf } from '../../organization/rules/calendar'
import { cast } from './people'
import { chunshenli } from './places'
import { seeded, uuid7At } from './random'

const day = 86_400_000
const desk = { post: '居委会接待台', phone: '021 5550 0100' }
const accountsDesk = { post: '居委会工作人员（管账）', phone: desk.phone }

interface Seed { class: DisclosureClass; title: string; text: string; daysAgo: number; onBoard?: number; contact?: typeof desk }

const published: readonly Seed[] = [
  { class: 'decisions', daysAgo: 96, onBoard: 95, title: '居民会议：电动车充电棚建在哪里', text: '到会的居民代表 41 人，38 人同意把充电棚建在东门车棚旁边，不占绿地。\n进展：棚子已经搭好，装了 20 个充电口，九月开始用。充满自动断电，请不要把电池拿上楼。' },
  { class: 'decisions', daysAgo: 40, onBoard: 39, title: '居民会议：楼道不放杂物的约定', text: '居民会议通过了《楼道约定》：楼道里不放自行车、纸箱和旧家具，自家门口的鞋架不挡路。\n进展：12 栋楼清了一遍，还有 3 栋在做，由各块块长一家一家去说。' },
  { class: 'decisions', daysAgo: 12, title: '居民代表补选结果', text: '2 块一位代表搬走了，补选一位。发出选票 86 张，收回 79 张，有效票 78 张，票数过半，当选。\n对结果有疑问的，一周之内可以来居委会查票。' },
  { class: 'hearings', daysAgo: 70, onBoard: 69, title: '听证会：南门要不要改成只走人', text: '来了 27 位居民，物业和街道也到了场。多数人同意早晚高峰只走人，其余时间车照走。\n有 4 位居民担心搬家不方便，记在笔录里。结果：先试一个月，再听一次意见。' },
  { class: 'hearings', daysAgo: 33, onBoard: 32, title: '协调会：一楼油烟往楼上飘', text: '一楼饭店、楼上居民、物业坐在一起谈了两次。\n说定：饭店月底前装好净化器，晚上九点以后不炒菜；装好以后请楼上居民闻一闻，再定下一步。' },
  { class: 'hearings', daysAgo: 9, title: '评议会：今年的保洁做得怎么样', text: '请了 30 位居民打分，平均 82 分。夸得最多的是垃圾房干净，说得最多的是地下车库灰大。\n物业答应：车库从每月冲洗一次改成两次，下个月开始。' },
  { class: 'outcomes', daysAgo: 60, onBoard: 58, title: '加装扶手的事落实了', text: '春天协商时说定给没有电梯的楼装扶手，共 9 个门洞。现在全部装好，每层两侧都有。\n钱从街道实事项目里出，居民没有出钱。' },
  { class: 'outcomes', daysAgo: 21, onBoard: 20, title: '晾衣架和绿化怎么两不误', text: '协商时说定移 3 棵树、加 6 组晾衣架。树已经请绿化部门看过，移到了中心花园，都活了。\n晾衣架装好了 4 组，还有 2 组等地面做好，预计下个月装完。' },
  { class: 'fund', daysAgo: 50, onBoard: 49, contact: accountsDesk, title: '三季度工作经费用在哪里', text: '三季度一共用了 18,640 元。\n办公和水电 6,320 元；活动室修空调 2,150 元；居民活动 7,480 元；印通知和宣传单 2,690 元。\n票据都在居委会，工作日可以来看。' },
  { class: 'fund', daysAgo: 5, contact: accountsDesk, title: '重阳节活动花了多少钱', text: '活动一共用了 4,860 元：点心和长寿面 3,240 元，场地布置 620 元，志愿者饭费 1,000 元。\n来了 135 位老人。剩下的 140 元退回了经费账上。' },
  { class: 'relief', daysAgo: 80, onBoard: 78, title: '夏天高温慰问物资发放总数', text: '发放清凉包 64 份、电风扇 8 台，合计 11,200 元，来自街道慰问款。\n按规定只公开总数，领的是哪家不写出来。想知道自己能不能申请，请来居委会悄悄问。' },
  { class: 'relief', daysAgo: 15, onBoard: 14, title: '临时救助款物发放总数', text: '九月到十一月，发放临时救助款合计 36,000 元，米和油各 42 份。\n全部发完，没有结余。按规定只公开总数。' },
  { class: 'other', daysAgo: 28, onBoard: 27, title: '今年冬天的水管防冻安排', text: '外墙水管都包好了，一共 46 处。气温低于零下五度时，夜里会关掉花园里的水龙头。\n家里水管冻住了，先打物业电话，再告诉居委会。' },
  { class: 'other', daysAgo: 3, title: '公共收益：快递柜和广告位', text: '今年快递柜和电梯广告位一共收入 52,300 元，存在业委会的账户里，归全体业主。\n怎么用由业主大会定。居委会把账贴出来，请大家看。' },
]

export function disclosureRows(now: Date): { disclosures: object[]; revisions: object[]; comments: object[] } {
  const random = seeded(20261126)
  const today = dayOf(now.toISOString())
  const { committeeId: committee_id } = chunshenli
  const { id: director } = cast.tangHui
  const at = (daysAgo: number, hours = 0) => new Date(now.getTime() - daysAgo * day + hours * 3_600_000).toISOString()
  const id = (daysAgo: number) => uuid7At(now.getTime() - daysAgo * day, random)
  const row = ({ class: of, title, text, daysAgo, onBoard, contact = desk }: Seed) => ({
    committee_id, id: id(daysAgo), class: of, title, text, happened_on: dayAfter(today, -daysAgo - 1), contact_post: contact.post, contact_phone: contact.phone, board_on: onBoard === undefined ? null : dayAfter(today, -onBoard),
    revision: 1, state: 'published', reason: null as string | null, published_at: at(daysAgo) as string | null, made_by: cast.chenMin.id, changed_by: director, changed_at: at(daysAgo),
  })
  const rows = published.map(row)
  const byTitle = (part: string) => rows.find(({ title }) => title.includes(part))!
  const corrected = byTitle('三季度')
  Object.assign(corrected, { revision: 2, changed_at: at(45) })
  const withdrawn = Object.assign(row({ class: 'other', daysAgo: 18, title: '小区停车位抽签办法', text: '' }), { state: 'withdrawn', reason: '办法还要再听一次意见，定了重新公开。', revision: 2, changed_at: at(16), text: '' })
  const draft = Object.assign(row({ class: 'hearings', daysAgo: 1, title: '协调会：垃圾房的开放时间', text: '上班早的居民说七点才开门来不及，物业说人手不够。先记下两边的话，结果等第二次会。' }), { state: 'draft', published_at: null, changed_by: cast.chenMin.id })
  const comment = (part: string, account_id: Id, daysAgo: number, text: string, rest: object = {}) => ({
    committee_id, id: id(daysAgo), disclosure_id: byTitle(part).id, account_id, text, at: at(daysAgo), state: 'held', reason: null, decided_by: null, decided_at: null, ...rest,
  })
  return {
    disclosures: [...rows, withdrawn, draft],
    revisions: [
      { committee_id, disclosure_id: corrected.id, revision: 1, title: corrected.title, text: corrected.text.replace('2,150', '2,510').replace('18,640', '19,000'), happened_on: corrected.happened_on, by_id: director, at: at(45), why: '修空调的钱写错了一位，按发票改过来。' },
      { committee_id, disclosure_id: withdrawn.id, revision: 1, title: withdrawn.title, text: '车位 120 个，报名 173 户，拟于月底抽签，三年一换。', happened_on: withdrawn.happened_on, by_id: director, at: at(16), why: withdrawn.reason },
    ],
    comments: [
      comment('充电棚', cast.linJing.id, 90, '棚子很好用，晚上再亮一点就更好了。', { state: 'released', decided_by: cast.chenMin.id, decided_at: at(89) }),
      comment('水管防冻', cast.zhengTao.id, 2, '我们楼北面有一处好像没包，麻烦再看看。'),
    ],
  }
}
