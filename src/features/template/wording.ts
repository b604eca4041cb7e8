import type { DemandKind } from '../../../contract/demand/said'
import type { Placeholder } from '../../../contract/template'
import type { RefusalCode } from '../../../contract/refusal'
import { faultWords, refusalWords as commonRefusals } from '../../wording'

/** For which demands; null is every kind. */
export const kindWords: Record<DemandKind | 'all', string> = { all: '什么事都能用', request: '求助', suggestion: '建议', complaint: '投诉', consultation: '咨询', hazard: '隐患' }

export const placeholderWords: Record<Placeholder, string> = { 编号: '这件事的编号', 日期: '说好哪天答复', 称呼: '怎么称呼居民' }

/** What a template looks like once it is filled in. */
export const sample: Record<Placeholder, string> = { 编号: 'ZX-2026-000123', 日期: '11月27日（周五）', 称呼: '周女士' }

export const wrongWords = {
  title: '还差个名字，选的时候好找',
  text: '写一句再存',
  braces: '花括号里只认得 {编号} {日期} {称呼}，别的填不上',
} as const

const refusalWords: Record<RefusalCode, string> = {
  ...commonRefusals,
  NotFound: '这一条刚被拿掉了',
  NotAllowed: '只有管整个居委会的人能改',
}

export function notSavedWords(refusal: RefusalCode | null): string {
  return refusal ? refusalWords[refusal] : faultWords
}
