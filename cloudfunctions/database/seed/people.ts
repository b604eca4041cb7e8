/** The cast: invented people whom the demonstration and the tests call by name. */
import type { Id } from '../../../contract/values'

export interface CastMember {
  id: Id
  name: string
  /** The name of the account, as they wish to be called. */
  called: string
}

const member = (end: string, name: string, called = name): CastMember => ({ id: `0199c000-0000-7000-8000-000000000${end}`, name, called })

/** Ids never change, so that a test may hold one. 1xx serve 春申里, 2xx serve 梅园 (x3x and x4x are the street's), 3xx live in 春申里, 4xx in 梅园. */
export const cast = {
  tangHui: member('101', '唐敏芝'),
  qianJin: member('102', '钱进'),
  chenMin: member('103', '陈敏'),
  zhouJianguo: member('104', '周建国'),
  wuXiaoyan: member('105', '吴晓燕'),
  zhengLei: member('106', '郑磊'),
  fengLi: member('107', '冯丽'),
  liuJia: member('111', '刘佳'),
  liQiang: member('112', '李强'),
  wangFang: member('113', '王芳'),
  xuLei: member('114', '徐磊'),
  maLin: member('115', '马琳'),
  gaoFeng: member('116', '高守诚'),
  sunMei: member('121', '孙梅'),
  guYuqing: member('122', '顾玉清'),
  luXiulan: member('123', '卢秀兰'),
  dingZhiming: member('124', '丁志铭'),
  heYu: member('125', '何宇'),
  jiangXin: member('126', '蒋昕'),
  fanChen: member('127', '范晨'),
  chengYue: member('128', '程悦'),
  mengShouye: member('131', '孟守业'),
  yanRuogu: member('141', '严若谷'),

  qinLan: member('201', '秦月娥'),
  fangMinhua: member('202', '方敏华'),
  luoJing: member('203', '罗静'),
  zhuJie: member('211', '朱洁'),
  shaoFeng: member('212', '邵峰'),
  geMingchuan: member('231', '葛明川'),
  yinSuhuai: member('241', '尹素怀'),

  zhouLan: member('301', '周岚', '周女士'),
  zhengTao: member('302', '郑涛', '郑先生'),
  linJing: member('303', '林静', '林女士'),
  heJun: member('304', '何军', '何先生'),
  zhangApo: member('305', '张桂珍', '张阿婆'),
  xuXiao: member('306', '许晓', '许先生'),

  shenJie: member('401', '沈洁', '沈女士'),
} satisfies Record<string, CastMember>

export const people: CastMember[] = Object.values(cast)

/** People one may enter as, in the order they are offered. */
export const demonstrations: { person: CastMember; part: 'resident' | 'leader' | 'staff'; title: string; about: string }[] = [
  { person: cast.zhouLan, part: 'resident', title: '周女士', about: '住春申里 11号楼，楼道灯的事正在办。' },
  { person: cast.zhengTao, part: 'resident', title: '郑先生', about: '周女士的隔壁邻居，看不到她说的事。' },
  { person: cast.zhangApo, part: 'resident', title: '张阿婆', about: '84 岁，一个人住 7号楼，用长辈版。' },
  { person: cast.xuXiao, part: 'resident', title: '许先生', about: '刚租进春申里，还没加入住户。' },
  { person: cast.linJing, part: 'resident', title: '林女士', about: '住 12号楼，不要上门，也不要打电话。' },
  { person: cast.wangFang, part: 'leader', title: '王芳，3块块长', about: '管 9 到 12号楼，有几件事等她回。' },
  { person: cast.liQiang, part: 'leader', title: '李强，2块块长', about: '这几天也替 4块的徐磊。' },
  { person: cast.chenMin, part: 'staff', title: '陈敏，今天接待', about: '居委会工作人员，今天在接待台。' },
  { person: cast.tangHui, part: 'staff', title: '唐敏芝，居委会主任', about: '看春申里全部诉求，先看快到期的。' },
  { person: cast.shenJie, part: 'resident', title: '沈女士，梅园', about: '住隔壁梅园，归另一个居委会。' },
  { person: cast.zhuJie, part: 'leader', title: '朱洁，梅园块长', about: '管梅园 1块，看不到春申里的事。' },
  { person: cast.qinLan, part: 'staff', title: '秦月娥，梅园主任', about: '只看得到梅园的事。' },
]
