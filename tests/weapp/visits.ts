/** One visit to every page of the app, as the person it is made for, with what they then see. */
import { cast, type CastMember } from '../../cloudfunctions/database/seed/people'
import { chunshenli } from '../../cloudfunctions/database/seed/places'
import type { PageName, TabName } from '../../src/pageList'
import type { Server } from './server'

export interface Visit {
  who: CastMember
  with?: Record<string, string>
  sees: readonly string[]
}

/** A page without a visit does not compile. */
export type Visits = Record<PageName | `pages/${TabName}`, Visit>

const { committeeId } = chunshenli

async function doorOf(server: Server): Promise<{ committeeId: string; householdId: string }> {
  const { items } = await server.read(cast.zhouLan, ['household', 'mine'], {})
  return { committeeId, householdId: items[0]!.membership.householdId }
}

export async function visits(server: Server): Promise<Visits> {
  const own = await server.read(cast.zhouLan, ['demand', 'listMine'], {})
  const { items } = await server.read(cast.zhouLan, ['service', 'list'], { committeeId })
  const permit = items.find(({ title }) => title === '居住证签注')!
  const demand = (words: string) => ({ committeeId, demandId: own.items.find(({ title }) => title.includes(words))!.id })
  const past = await server.read(cast.tangHui, ['meeting', 'list'], { committeeId })
  const meetingId = past.items[0]!.id
  const [lamp, letterbox] = [demand('楼道灯'), demand('信箱')]
  const visited = await server.read(cast.zhouLan, ['visit', 'listMine'], {})
  const hosted = await server.read(cast.wangFang, ['visit', 'listHosted'], {})
  const visit = (those: typeof visited.items, state: string) => ({ committeeId, visitId: those.find((one) => one.state === state)!.id })
  const [home] = (await server.read(cast.zhouLan, ['household', 'mine'], {})).items
  const zhous = { committeeId, householdId: home!.membership.householdId }
  return {
    'pages/home': { who: cast.zhouLan, sees: ['周女士，中午好', '今天接待您的是 陈敏', '您的块长 王芳', '说件事', '楼道灯不亮', '居住证签注'] },
    'pages/services': { who: cast.zhouLan, sees: ['居住证签注', '居住证件'] },
    'pages/messages': { who: cast.zhouLan, sees: ['王芳'] },
    'pages/me': { who: cast.zhouLan, sees: ['周女士', '我家', '长辈版和字号'] },
    'resident/service-item': { who: cast.zhouLan, with: { committeeId, slug: permit.slug }, sees: ['居住证签注', '怎么办', '问一问'] },
    'resident/file-demand': { who: cast.zhouLan, sees: ['发生了什么？想怎么解决？', '求助', '有危险', '交给'] },
    'resident/demand-sent': { who: cast.zhouLan, with: lamp, sees: ['已收到', 'ZX-2026-', '王芳'] },
    'resident/my-demands': { who: cast.zhouLan, sees: ['楼道灯不亮', '信箱的门', '快递柜'] },
    'resident/demand': { who: cast.zhouLan, with: letterbox, sees: ['信箱的门', '搭扣换好了', '解决了', '还没解决'] },
    'resident/demand-step': { who: cast.zhouLan, with: { ...letterbox, step: 'notSolved' }, sees: ['信箱的门', '还差什么', '交给王芳'] },
    'resident/my-household': { who: cast.zhouLan, sees: ['11号楼', '修改', '有哪里写得不对', '王芳看了电话和邮箱'] },
    'resident/join-household': { who: cast.xuXiao, with: { code: 'K7MP3XQA' }, sees: ['入户码', '加入这一户', '没有码，请块长确认'] },
    'resident/text-size': { who: cast.zhangApo, sees: ['长辈版'] },
    'resident/about': { who: cast.zhouLan, sees: ['主办单位', '备案编号', '还没有填写'] },
    'resident/privacy': { who: cast.zhouLan, sees: ['我们记下什么', '谁能看到'] },
    'resident/my-data': { who: cast.zhouLan, sees: ['要一份', '改一处', '删掉并注销', '同意过什么', '微信提醒'] },
    'resident/my-copy': { who: cast.zhouLan, sees: ['现在看'] },
    'resident/children': { who: cast.zhouLan, sees: ['给家长', '不满十四岁'] },
    'resident/door': { who: cast.linJing, sees: ['12号楼 602室 说过不要上门'] },
    'resident/complaint': { who: cast.zhouLan, sees: ['程序'] },
    'leader/inbox': { who: cast.wangFang, sees: ['等我', '车棚的卷帘门', '长椅'] },
    'leader/demand': { who: cast.wangFang, with: lamp, sees: ['楼道灯不亮', '周女士', '报修单号'] },
    'leader/door': { who: cast.wangFang, with: lamp, sees: ['11号楼 201室', '谁去', '119'] },
    'leader/enter': { who: cast.wangFang, sees: ['说了什么', '几号楼几室', '怎么称呼', '登记下来'] },
    'leader/households': { who: cast.wangFang, sees: ['9号楼 101室', '不要上门'] },
    'archive/household': { who: cast.wangFang, with: zhous, sees: ['11号楼 201室', '这户不要上门', '周岚', '打开封存的内容', '改档案'] },
    'archive/house-map': { who: cast.wangFang, sees: ['9号楼', '该联系了', '图例', 'C 常去看看', '9层', '901'] },
    'archive/household-history': { who: cast.wangFang, with: zhous, sees: ['加一个人：', '周岚，居民自己说的'] },
    'resident/household-history': { who: cast.zhouLan, with: zhous, sees: ['加一个人：', '等人确认'] },
    'archive/find-phone': { who: cast.chenMin, sees: ['只找一模一样的', '为了什么'] },
    'leader/phone-list': { who: cast.wangFang, sees: ['现在可以打', '021 5550', '没有能打的号码', '晚些再打'] },
    'archive/household-code': { who: cast.wangFang, with: await doorOf(server), sees: ['11号楼 201室', '印一张', '周岚', '搬走了'] },
    'leader/join-requests': { who: cast.wangFang, sees: ['申请', '同意', '不同意'] },
    'leader/leave': { who: cast.liQiang, sees: ['请假', '徐磊', '李强代'] },
    'staff/roster': { who: cast.tangHui, sees: ['3块，块长 王芳', '副块长 孙梅', '换块长', '正在请假'] },
    'staff/duty': { who: cast.chenMin, sees: ['陈敏', '后四周'] },
    'staff/calendar': { who: cast.tangHui, sees: ['答复的日子按这里的工作日算', '不上班或上班'] },
    'staff/settings': { who: cast.tangHui, sees: ['超期了告诉谁', '孟守业（平安办）', '严若谷'] },
    'staff/import': { who: cast.tangHui, sees: ['先查一遍', '在电脑上打开', '秋季新入住登记', '陈敏', '撤回了'] },
    'staff/overview': { who: cast.tangHui, sees: ['等首次联系', '已过时限', '今天先看'] },
    'staff/demands': { who: cast.tangHui, sees: ['在办', '超期'] },
    'archive/house-lists': { who: cast.tangHui, sees: ['该看看了', '联系不上', '空着的', '该复核', '哪一块'] },
    'staff/exports': { who: cast.tangHui, sees: ['陈敏', '冬季走访排班', '记录留三年'] },
    'staff/meeting': { who: cast.tangHui, sees: ['下次例会 11月26日', '上次交办的', '非机动车棚充电', '带到例会的', '超期的', '现在开会'] },
    'staff/meetings': { who: cast.tangHui, sees: ['2026年11月19日', '唐敏芝主持，定了 2 件'] },
    'staff/minutes': { who: cast.tangHui, with: { committeeId, meetingId }, sees: ['春申里居委会 工作例会记录', '主持：唐敏芝', '旧书角'] },
    'staff/review': { who: cast.tangHui, sees: ['待审', '又有人坐上去', '地下车库', '放行', '不放行'] },
    'staff/rights': { who: cast.tangHui, sees: ['15 个工作日', '想知道自己的信息怎么用', '不同意'] },
    'staff/services': { who: cast.chenMin, sees: ['服务清单', '已发布', '居住证签注'] },
    'staff/templates': { who: cast.chenMin, sees: ['接下了', '周女士', '新写一条'] },
    'staff/talents': { who: cast.tangHui, sees: ['愿意帮忙的', '找会什么的'] },
    'staff/ratings': { who: cast.tangHui, sees: ['近 90 天评价过的', '不满意的', '说解决了'] },
    'resident/book-visit': { who: cast.zhouLan, sees: ['和王芳聊 20 分钟', '怎么聊', '哪一天', '几点开始', '19:30'] },
    'resident/visit': { who: cast.zhouLan, with: visit(visited.items, 'summarised'), sees: ['小结等您确认', '充电桩', '记得对', '有不对的'] },
    'resident/my-visits': { who: cast.zhouLan, sees: ['和王芳线上走访', '小结等您确认', '约线上走访'] },
    'leader/visits': { who: cast.wangFang, sees: ['等您的', '11号楼 202室', '约一户聊聊', '不要上门'] },
    'leader/visit': { who: cast.wangFang, with: visit(hosted.items, 'booked'), sees: ['11号楼 202室', '写小结', '聊的时候可以想着', '亮身份', '自己记的'] },
    'staff/desk': { who: cast.chenMin, sees: ['刚租下', '交给哪一块'] },
  }
}
