/** Names nobody gave to anybody: drawn from common surnames and given names. */
import { people } from './people'
import type { Random } from './random'

export interface Drawn {
  name: string
  /** How neighbours address them: `李女士`. */
  called: string
}

const surnames = '王李张陈周吴徐孙朱胡林何高郭马罗梁宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文'.split('')
const women = '秀英 桂兰 玉珍 淑芬 美华 丽萍 文静 雅琴 晓梅 佩芳 慧敏 海燕 春兰 月娥 惠珍 彩凤 雪梅 红霞 思雨 欣怡 佳琪 梦瑶 婷婷 诗涵 晓彤 雨欣 若兰 巧云 素贞 翠英 莉莉 凤仙'.split(' ')
const men = '建平 国强 志明 永康 德明 家宝 文彬 志远 伟民 宏伟 建新 卫东 根发 金生 福根 阿毛 浩然 子轩 俊杰 天佑 宇航 明哲 晨阳 嘉豪 立群 长林 学文 荣华 兴旺 守义 振宇 启明'.split(' ')

// People named in the press about the real street, and the cast, whose names should mean one person each.
const taken = new Set(['孙琼', '刘玮', '张炎林', ...people.map((person) => person.name)])

/** A synthetic name; `surname` keeps a family together. */
export function drawName(random: Random, surname = random.pick(surnames)): Drawn {
  for (;;) {
    const woman = random.chance(0.52)
    const name = surname + random.pick(woman ? women : men)
    const called = surname + (woman ? random.weighted([['女士', 7], ['阿姨', 3]]) : random.weighted([['先生', 8], ['老师', 2]]))
    if (!taken.has(name)) return { name, called }
  }
}
