/**
 * Our own short list of words that make a person look before others read them. It refuses nothing: a resident who reports a gambling
 * den has to name it. What it does not know passes; it stands in for the platform's check only where there is none (docs/deployment.md).
 */

/** What a listed word is about; a reviewer's hint, never shown to the author. */
export const listed = {
  abuse: ['狗官', '王八蛋', '龟孙子', '傻逼', '草泥马', '不得好死', '畜生不如', '断子绝孙', '汉奸走狗', '滚回老家'],
  threat: ['弄死你', '砍死你', '打断你的腿', '杀你全家', '烧了你家', '小心你孩子'],
  gambling: ['网上赌场', '百家乐', '老虎机', '六合彩', '时时彩', '赌球', '德州扑克群', '捕鱼上分', '彩金提现'],
  porn: ['裸聊', '约炮', '援交', '一夜情', '成人影片', '黄色网站', '特殊按摩'],
  fraud: ['刷单返利', '兼职刷单', '代开发票', '办假证', '刻章办证', '信用卡套现', '无抵押贷款', '高价收银行卡', '出租银行卡', '内幕股票群', '中奖领取'],
  banned: ['代孕', '冰毒', '听话水', '仿真枪', '枪支出售', '窃听器'],
} as const satisfies Record<string, readonly string[]>
export type ListedKind = keyof typeof listed

/** Traditional forms of characters the list uses, each above its simplified one. */
const traditional = Array.from('賭場樂機約聯單發開證辦貸銀槍黃網滾殺燒斷漢龜孫絕無內獎領時聽話竊')
const simple = Array.from('赌场乐机约联单发开证办贷银枪黄网滚杀烧断汉龟孙绝无内奖领时听话窃')
const simplified = new Map(traditional.map((letter, index) => [letter, simple[index]!]))

/** A new thought begins here: “打赌。球还没来” names no 赌球. */
const betweenThoughts = /[。！？!?；;\n…]+/

/**
 * The parts of a text as the list reads them: full width made half, small letters, and nothing but letters and figures, so that neither
 * spaces nor stars put between two characters hide a word.
 */
export function normalised(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(betweenThoughts)
    .map((part) => Array.from(part.replace(/[^\p{L}\p{N}]+/gu, ''), (letter) => simplified.get(letter) ?? letter).join(''))
    .filter((part) => part !== '')
}

/** The first kind of listed word in a text, or null. */
export function kindListedIn(text: string): ListedKind | null {
  const parts = normalised(text)
  const found = Object.entries(listed).find(([, words]) => words.some((word) => parts.some((part) => part.includes(word))))
  return found ? (found[0] as ListedKind) : null
}
