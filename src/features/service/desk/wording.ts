import type { RefusalCode } from '../../../../contract/refusal'
import type { ContentField, ContentHint, EditedLine, EditStep, ServiceContent, VersionState } from '../../../../contract/serviceEditing'
import { daysUntil, momentWord, shortDay } from '../../../ui/dates'
import type { IconName } from '../../../ui/Icon'
import type { Tone } from '../../../ui/Tag'
import { faultWords, refusalWords } from '../../../wording'

export const fieldWords: Record<ContentField, string> = {
  title: '事项叫什么', summary: '一句话说清楚', category: '归哪一类', committeeRole: '居委会做什么', audience: '谁能办', materials: '带上这些', steps: '怎么办', place: '去哪里', hours: '什么时候去',
  phone: '电话', fee: '费用', timeLimit: '多久办好', basis: '依据', link: '网上办', caution: '动身前要知道的', keywords: '别的叫法', asOf: '哪天核对的', source: '来源', confidence: '有多可靠', nextCheck: '下次哪天核对', signedInOnly: '给谁看',
}

export const fieldHints: Partial<Record<ContentField, string>> = {
  summary: '像对邻居说话，40 字以内', source: '哪份文件、哪个网站', asOf: '写成 2026-11-20', nextCheck: '空着就是一年以后', keywords: '居民会怎么叫它，用空格隔开', phone: '没有就空着',
}

const missingWords: Partial<Record<ContentField, string>> = { steps: '还差办的步骤，写一条就行', source: '还差来源。没有来源的事项不能发布' }
export function missingWord(field: ContentField): string {
  return missingWords[field] ?? '还差这一项，写上才能送审和发布'
}

export const notTakenWords: Partial<Record<ContentField, string>> = {
  link: '名字和网址都要；网址整条复制，只收带小锁的网站', phone: '只写数字和短横，像 021-12345', asOf: '写成 2026-11-20', nextCheck: '写成 2026-11-20，或者空着',
}

export function hintWords({ item, kind, text, plainer }: ContentHint): string {
  const where = item === null ? '' : `第 ${item + 1} 条：`
  return kind === 'long' ? `${where}这句一口气念不完，分成两句更好懂` : `${where}“${text}”可以换成：${plainer}`
}

interface Mark { tone: Tone; icon: IconName; word: string; more?: string }

/** Where an item stands, in a word and an icon. */
export function markOf({ state, open, freshness, nextCheck }: EditedLine, now: string | number = Date.now()): Mark | null {
  if (open?.state === 'review') return { tone: 'river', icon: 'eye', word: '等审', more: open.changedBy ? `${open.changedBy}送的` : undefined }
  if (open?.state === 'scheduled' && open.publishAt) return { tone: 'river', icon: 'clock', word: '定好时间', more: momentWord(open.publishAt, now) }
  if (open) return { tone: 'lamp', icon: 'pencil', word: state === 'published' ? '有改动没发布' : '草稿' }
  if (freshness === 'late' && nextCheck) return { tone: 'brick', icon: 'alert', word: '该核对了', more: `过期 ${-daysUntil(nextCheck, now)} 天` }
  return null
}

/** Under the name of an item that asks for nothing. */
export function quietWord({ state, nextCheck }: EditedLine): string {
  if (state === 'retired') return '撤下了'
  return nextCheck ? `${shortDay(nextCheck)}前再核对` : '还没发布'
}

export const versionWords: Record<VersionState, string> = { draft: '草稿', review: '等审', scheduled: '定好时间', published: '居民正在看', replaced: '被后来的换下', retired: '收起来了' }

/** Steps that want a reason. */
export type ReasonStep = Extract<EditStep, 'giveBack' | 'withdrawSchedule' | 'retire' | 'discard'>
export const reasonWords: Record<ReasonStep, { button: string; title: string; note: string }> = {
  giveBack: { button: '退回', title: '退回去改', note: '写清还要改什么，写的人看得到。' },
  withdrawSchedule: { button: '先不发布', title: '取消定好的时间', note: '它会变回草稿，内容都在。' },
  retire: { button: '撤下', title: '不再给居民看', note: '内容都留着，以后还能拿回来。' },
  discard: { button: '不要这份草稿', title: '不要这份草稿', note: '居民看到的不变，草稿留在“以前的”里。' },
}

export function problemWords(refusal: RefusalCode | null): string {
  if (refusal === 'WrongStep') return '别人刚动过这一项，下面是最新的，看看再办。您写的都还在'
  return refusal ? refusalWords[refusal] : faultWords
}

export const empty = (today: string): ServiceContent => ({
  title: '', summary: '', category: 'residence', committeeRole: 'guide', audience: '', materials: [], steps: [], place: '', hours: '', phone: null, fee: '', timeLimit: '', basis: '', link: null, caution: null, keywords: [],
  asOf: today, source: '', confidence: 'official', nextCheck: null, signedInOnly: false,
})

/** A value of any field, to be read. */
export function valueWords(value: ServiceContent[ContentField]): string {
  if (value === null || value === '') return '空着'
  if (Array.isArray(value)) return value.join('；') || '空着'
  if (typeof value === 'object') return `${value.name} ${value.url}`
  return String(value)
}
