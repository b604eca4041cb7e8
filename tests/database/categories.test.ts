/** The themes of the street: what the words of real sentences tell, by a table written by hand, and that the list holds together. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guessCategory, type Category } from '../../contract/category'
import { DemandKind } from '../../contract/demand/said'
import { openCommunity, type Community } from '../fixtures/community'

let community: Community
let categories: Category[]
beforeAll(async () => {
  community = await openCommunity()
  categories = (await community.as('visitor').category.list({})).items
})
afterAll(() => community.close())

/** What a person who sorts the letters would say, before any keyword was thought of. */
const sorted: Record<string, string[]> = {
  stairwell: [
    '11号楼二楼楼道灯不亮三天了。我妈晚上下楼看不清台阶，能不能先放个临时灯？', '7号楼四楼楼道灯一闪一闪的。晚上走着眼花，能不能来看看？', '9号楼一楼进门的灯坏了。晚上钥匙都插不进。',
    '12号楼楼下门禁刷卡没反应。只能等人开门，老人提着菜站半天。', '信箱锁坏了，里面的信拿不出来。有一封是医保的。', '对讲机听不到声音，外卖总是打我电话。', '顶楼晾衣架松了，风大的时候哐哐响。怕掉下去。',
    '楼道窗户关不上，下雨水都打到楼梯上。', '22号楼大门的闭门器坏了，关门声音震得墙响。', '2号楼外墙掉了一块皮。落在人行道上，还好没人。',
  ],
  leak: ['家里厨房下水倒灌。楼上一用水我家就往上冒，想请人帮忙看看。', '卫生间天花板渗水。滴在洗衣机上，楼上说不是他家的。', '14号楼一楼水管滴水，地上一滩，怕老人滑倒。', '地下车库进水没人管，走过去鞋都湿了。', '5号楼屋顶的排水口堵了，一下雨就积水。'],
  lift: ['8号楼电梯门关到一半会弹开。有时还停半层。', '3号楼电梯里的报警按钮按了没声音。', '电梯停了，我妈被困在里面！'],
  addLift: ['一楼不同意加装电梯，后面还能办吗？', '想问加装电梯，一楼不同意的话后面还能办吗？', '加装电梯要多少户同意，钱怎么分？'],
  fire: ['楼下电瓶车飞线充电，一到晚上就有，线从三楼垂下来。', '6号楼三楼楼道堆了纸箱和旧家具。走路要侧身。', '东门外的车一直停在消防通道上。昨天救护车都绕了一圈。', '燃气灶旁边有味道，关了阀门还有，不敢开灯。', '2号楼电表箱冒火花，有焦味，楼道里还有小孩。', '楼梯口放着鞋柜和婴儿车，着火了怎么跑。', '4号楼消火栓的门打不开了。里面的水带也没了。'],
  safety: ['快递放在楼下没人管，已经丢了两个了。', '楼上老往下扔东西，昨天是个瓶子，这算高空抛物吧。'],
  parking: ['小区里外来车停了好几天不动。业主自己没地方停。', '车棚的卷帘门卡在一半，里面的车推不出来，要上班了。', '东门口的减速带太高。骑车过去很颠，能换个低的吗？', '电瓶车上牌在哪里办？'],
  noise: ['楼上半夜拖椅子，十二点以后还有，孩子睡不好。', '隔壁练琴到晚上十点半。孩子要睡觉，说过一次没用。', '装修的敲墙敲到晚上七点，孩子做不了功课。', '花园里有人早上五点半放喇叭跳操。整栋楼都听得见。', '垃圾房夜里倒桶太响。9号楼正对着，窗户关着都听见。'],
  waste: ['旧沙发放哪里，要不要先约？', '定时投放能不能晚半小时关，下班赶不上？', '装修垃圾一袋多少钱，打谁的电话？', '装修垃圾堆在楼下一个星期了，下雨泥水到处流。'],
  environment: ['有人在花园喂流浪猫。吃剩的撒了一地，招苍蝇。', '隔壁空调外机对着我家窗户吹，热得开不了窗。'],
  green: ['路边的树枝断了一半挂在电线上。'],
  publicSpace: ['10号楼下的长椅断了一条木板，坐着会夹到。', '健身点的单杠底座松了，一拉就晃。', '花园那条小路能不能铺平一点？推轮椅过去太颠。', '快递柜占了半条人行道，推车过不去。'],
  property: ['业主大会什么时候开？业委会换届怎么报名？', '物业费涨价要不要业主同意？'],
  pets: ['想养狗，证在哪里办，要打什么针？'],
  elderCare: ['浴室滑，我想装个扶手，要怎么弄？', '老年综合津贴这个季度还没到账，问谁？', '长护险评估要等多久，谁来家里看？', '社区食堂老人打折怎么算？要办卡吗？'],
  relief: ['低保怎么申请？需要准备哪些材料？'],
  children: ['孩子明年上小学，学区和报名从什么时候开始看？'],
  permit: ['居住证快到期了，先去哪里签注？要房东一起去吗？', '刚租下 16号楼的房子，居住登记先去哪里办？', '搬到同小区另一栋，居住证地址要改吗？'],
  certificate: ['想开一张居住情况的证明。学校要的，不知道居委会能不能开？'],
  health: ['流感疫苗能不能请社区医院来小区打，老人跑一趟不容易？'],
  dailyHelp: ['这几天腰扭了，买菜不方便。有没有志愿者可以帮两天？', '家里的灯泡坏了，我够不着，想请人换一个。'],
  activities: ['活动室周末能不能多开半天？上班的人平时去不了。'],
  committeeWork: ['通知栏里过期的纸能不能撤掉？新的都找不到了。'],
}
const sentences = Object.entries(sorted).flatMap(([slug, texts]) => texts.map((text) => ({ slug, text })))

test('of sentences sorted by hand, at least 85 in a hundred are told right', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(60)
  const wrong = sentences.flatMap(({ slug, text }) => {
    const guessed = guessCategory(text, 'request', categories)?.slug ?? 'nothing'
    return guessed === slug ? [] : [`${guessed} for ${slug}: ${text}`]
  })
  expect(wrong.length / sentences.length, wrong.join('\n')).toBeLessThanOrEqual(0.15)
  expect(new Set(sentences.map(({ slug }) => slug)).size).toBeGreaterThan(18)
})

test('a sentence without any of the words tells nothing', () => {
  for (const text of ['你好', '有件事想说', 'hello', '　']) expect(guessCategory(text, 'request', categories)).toBeNull()
})

describe('the list', () => {
  test('is about twenty, in order, each with a kind, and every word leads to one theme', () => {
    expect(categories.length).toBeGreaterThanOrEqual(20)
    const words = categories.flatMap(({ keywords }) => keywords)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
    for (const { kinds } of categories) expect(kinds.every((kind) => DemandKind.safeParse(kind).success)).toBe(true)
  })

  test('asks little: two questions at most, a choice has its options, and one alone must be answered', () => {
    const questions = categories.flatMap((category) => category.questions.map((question) => ({ theme: category.slug, ...question })))
    expect(categories.filter((category) => category.questions.length > 2)).toEqual([])
    expect(questions.filter(({ type, options }) => (type === 'choice') !== options.length > 1)).toEqual([])
    expect(questions.filter(({ required }) => required).map(({ theme, id }) => `${theme}.${id}`)).toEqual(['lift.inside'])
  })
})
