/** Words about one's own information: short, and what happens next. */
import type { RefusalCode } from '../../../contract/refusal'
import type { Consent, ConsentLayer } from '../../../contract/consent'
import type { RightKind, RightRequest } from '../../../contract/rightRequest'
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { DemandStatus } from '../../../contract/demand/life'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'
import { fullDay, shortDay, weekDay } from '../../ui/dates'
import { refusalWords } from '../../wording'

interface KindWords {
  /** On the row that asks for it. */
  word: string
  note: string
  icon: IconName
  /** Above the box. */
  ask: string
  hint: string
  /** On the list of who decides: `周女士要改自己的信息`. */
  said: string
  /** On the button of who decides. */
  done: string
}

export const kindWords: Record<RightKind, KindWords> = {
  copy: { word: '要一份', note: '马上就有，能看、能打印、能存', icon: 'doc', ask: '', hint: '', said: '要了一份自己的信息', done: '给了' },
  correct: { word: '改一处', note: '有哪里写得不对', icon: 'pencil', ask: '哪里不对，应该是什么', hint: '写清楚是哪一处，改好会告诉您。', said: '要改自己的信息', done: '改好了' },
  restrict: { word: '先别用', note: '弄清楚之前，先停一停', icon: 'clock', ask: '哪些先别用，为什么', hint: '答复之前不再用它联系您。', said: '要先停用自己的信息', done: '停用了' },
  explain: { word: '问为什么', note: '为什么记这个、谁看、存多久', icon: 'info', ask: '想问哪一处', hint: '会有人用您看得懂的话说明白。', said: '想知道自己的信息怎么用', done: '说明了' },
  complain: { word: '觉得用得不对', note: '由主任来查、来答', icon: 'alert', ask: '哪里用得不对', hint: '什么时候、什么事，写得越清楚越好查。', said: '觉得自己的信息用得不对', done: '查清答了' },
  delete: { word: '删掉并注销', note: '不再用掌心汇', icon: 'close', ask: '还有什么要说的（可以不写）', hint: '答复之前，随时可以收回。', said: '要删掉信息并注销', done: '删掉并注销' },
}

/** In the order they stand on the page; the copy has a button of its own. */
export const askedKinds: readonly Exclude<RightKind, 'copy'>[] = ['correct', 'restrict', 'explain', 'complain', 'delete']

export const layerWords: Record<ConsentLayer, string> = {
  account: '认出您、入户',
  contact: '电话和邮箱',
  sensitive: '照护和身体情况',
  minor: '家里不满十四岁的孩子',
  messages: '微信提醒',
  talent: '愿意帮邻居的忙',
}

/** `11月24日同意的`. */
export function consentLine({ state, at }: Consent): string {
  const day = at && shortDay(at)
  return { given: `${day} 同意的`, withdrawn: `${day} 说了不`, asked: '还没问过您', outdated: `${day} 同意的，后来改过，再看一看` }[state]
}

export function stateOf(request: RightRequest): { word: string; tone: Tone; icon: IconName } {
  if (request.state === 'done') return { word: '办好了', tone: 'river', icon: 'check' }
  if (request.state === 'refused') return { word: '没有同意', tone: 'stone', icon: 'info' }
  if (request.state === 'takenBack') return { word: '收回了', tone: 'stone', icon: 'undo' }
  return request.late ? { word: '过了日子', tone: 'brick', icon: 'alert' } : { word: '等答复', tone: 'lamp', icon: 'clock' }
}

/** `预计 12月15日（周二）前答复您`. */
export function dueLine({ dueAt, provisional }: RightRequest): string {
  return `预计 ${shortDay(dueAt)}（${weekDay(dueAt)}）前答复您${provisional ? '，日子暂定' : ''}`
}

export function notAskedWords(refusal: RefusalCode): string {
  if (refusal === 'AlreadyAsked') return '这样的要求已经有一条在等答复了，看看下面。'
  if (refusal === 'NobodyThere') return '这里还没有主任来接，先打居委会的电话。写的还在。'
  return `${refusalWords[refusal]}。`
}

export function notDecidedWords(refusal: RefusalCode | null): string {
  if (refusal === 'StillOpen') return '这位还有在办的事、没聊完的走访，或者还在任职。先办完、收回或者交接，再注销。'
  if (refusal === 'WrongStep') return '刚才已经有人答了，或者收回了。'
  return refusal ? `${refusalWords[refusal]}。` : '这次没送出，是我们这边的问题。写的还在，再送一次。'
}

/** What closing an account takes away, and what it leaves and why: told before it is asked for, and to who decides. */
export const closingWords: readonly string[] = [
  '先要做完的：在办的事、约好的走访，办完或者收回。',
  '马上删掉：名字、出生年份、电话邮箱、照护和生活备注、入户、登录、消息、约走访时说的话。',
  '留下来的：说过的事和居委会的答复，不再有名字，三年，办过的事要查得到；谁打开过档案的记录；同意过什么，三年，作证明；法律规定要有的照护（像低保），连同名字。',
  '家里别人的、这一户要不要上门，都不动。',
]

export const wordsMissing = '写一句，才知道办哪一处'
export const replyMissing = '写一句给当事人，说清楚怎么办的'

export const statusWords: Record<DemandStatus, string> = {
  submitted: '收到了', accepted: '在办', asked: '等您补充', atMeeting: '上例会', transferred: '外面在办', answered: '答复了', reopened: '又在办', closed: '了结了', withdrawn: '收回了', declined: '暂时办不了', merged: '和别的一起办',
}

export const versionLine = (version: string) => `这段话写于 ${fullDay(version)}`

export const signInWords: Record<RightsCopy['signIns'][number]['kind'], string> = { weapp: '微信小程序', official: '微信公众号', staff: '工作账号' }
export const consentStateWords: Record<RightsCopy['doorConsents'][number]['state'], string> = { asked: '还没有答', given: '同意了', refused: '没有同意', withdrawn: '收回了同意' }

/** What stands nowhere in the copy, as the person reads it; tests/database/copied.test.ts holds every column of it to its reason. */
export const keptOut: readonly string[] = [
  '微信号、登录用的口令：列出来，谁拿到谁就能替您登录。',
  '家里别人的事、别的居民：他们自己要得到。',
  '工作人员之间商量的话、块长自己的备忘：写着别人，也写着还没定的事。想知道和您有关的，点“问为什么”，主任来答。',
]
