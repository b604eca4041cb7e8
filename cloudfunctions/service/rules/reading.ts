/** Hints for whoever writes a service item: what an elder stumbles over when it is read once, or read aloud. Hints, never refusals. */
export interface LongSentence {
  kind: 'long'
  /** Where it begins in the text, in UTF-16 units. */
  at: number
  text: string
  /** Han characters in it. */
  length: number
}

export interface OfficeWord {
  kind: 'office'
  at: number
  text: string
  /** What a neighbour would say. */
  plainer: string
}

export type ReadingHint = LongSentence | OfficeWord

/** One breath: longer, and by its end the beginning is gone. Names of laws, figures and marks do not count. */
export const breath = 40

/** Words of the counter (docs/wording.md) and what a neighbour says instead. */
const plainer: Record<string, string> = {
  予以: '去掉，直接说做什么', 进行: '去掉，直接说做什么', 提交: '交', 携带: '带上', 告知: '告诉', 缴纳: '交', 逾期: '过了日子', 届满: '到期', 办结: '办好', 依法: '按规定',
  上述: '上面说的', 申请人: '您', 受理: '收下来办', 出示: '拿出来看', 核验: '核对', 查验: '核对', 有效身份证件: '身份证', 享受: '有', 相关: '说清是哪些', 敬请: '去掉', 温馨提示: '去掉', 须: '要', 该事项: '这件事', 该居民: '这位居民', 该人员: '这个人', 该证件: '这个证',
}
/** The longest first, so that 申请人 is found whole. */
const office = new RegExp(Object.keys(plainer).sort((one, other) => other.length - one.length).join('|'), 'gu')

/** Where such a word is no jargon: names of places and papers, and everyday words that hold it. */
const everyday = /《[^》]*》|社区事务受理服务中心|受理服务中心|受理中心|受理点|必须|胡须|不该|应该/gu

/** Every hint, in the order of the text. */
export function readingHints(text: string): ReadingHint[] {
  const kept = text.replace(everyday, (name) => '·'.repeat(name.length))
  const long = [...text.matchAll(/[^。！？；\n]+/gu)].flatMap(({ 0: sentence, index }): LongSentence[] => {
    const length = hanIn(sentence.replace(/《[^》]*》/gu, ''))
    return length > breath ? [{ kind: 'long', at: index, text: sentence, length }] : []
  })
  const words = [...kept.matchAll(office)].map(({ 0: word, index }): OfficeWord => ({ kind: 'office', at: index, text: word, plainer: plainer[word]! }))
  return [...long, ...words].sort((one, other) => one.at - other.at)
}

function hanIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
