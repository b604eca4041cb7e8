/** Whether two people speak of the same thing: the words they share, the numbers they name, where they live. Pure. */
import type { DemandKind } from '../../../contract/demand/said'
import type { Id, Instant } from '../../../contract/values'

/** What is about to be filed, or lies before one who serves. */
export interface Said {
  text: string
  place: string
  kind?: DemandKind | undefined
  /** Slug of its theme, as the words or the resident tell. */
  category?: string | null | undefined
}

/** Another demand, as far as the asker may know of it. */
export interface Candidate {
  demandId: Id
  title: string
  place: string
  kind: DemandKind
  category: string | null
  filedAt: Instant
  sameBuilding: boolean
}

const digits: Record<string, string> = { 零: '0', 〇: '0', 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }

/** `三号楼` and `３号楼` are `3号楼`; ten and above as people write them on doors: `十二号` is `12号`. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?(?=[号幢栋层楼单元室])/g, (_, tens: string | undefined, ones: string | undefined) => `${tens ? digits[tens] : '1'}${ones ? digits[ones] : '0'}`)
    .replace(/[零〇一二两三四五六七八九](?=[号幢栋层楼单元室])/g, (sign) => digits[sign]!)
}

/** Pairs that stand in any complaint and name no matter. */
const empty = new Set([
  '我们', '我家', '你们', '他们', '大家', '居民', '邻居', '小区', '什么', '怎么', '为什', '时候', '现在', '今天', '昨天', '早上', '晚上', '已经', '一直', '还是', '还没', '没有', '没人', '不能', '不了', '可以', '希望', '能不',
  '一下', '一个', '这个', '那个', '这里', '那里', '有人', '有点', '好几', '几天', '几次', '麻烦', '解决', '处理', '问题', '事情', '反映', '了一', '的时', '请问', '谢谢', '请居', '居委', '委会', '是不', '不是', '就是', '都是', '也是', '太大', '太多', '坏了', '号楼', '号门',
])

/** Every two signs that stand side by side, without those that name nothing; Latin words whole. Numbers say where and not what. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of plain(text).match(/\p{Script=Han}+|[a-z]{2,}/gu) ?? []) {
    if (!/^\p{Script=Han}/u.test(run)) { pairs.add(run); continue }
    const signs = [...run]
    for (let at = 0; at + 1 < signs.length; at += 1) pairs.add(`${signs[at]}${signs[at + 1]}`)
  }
  for (const pair of empty) pairs.delete(pair)
  return pairs
}

/** Numbers by what they number: `3号电梯` names lift 3, `5号楼` house 5. */
function numbered(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, number, what] of plain(text).matchAll(/(\d+)\s*[号#](楼|电梯|梯|门|门洞|车位|井)?/g)) {
    const key = what === '梯' ? '电梯' : (what ?? '')
    found.set(key, (found.get(key) ?? new Set()).add(number!))
  }
  return found
}

/** same: both name the same lift or house · another: both name one, and none is the same · silent: they do not speak of the same things. */
function namesOf(one: string, other: string): 'same' | 'another' | 'silent' {
  const theirs = numbered(other)
  const both = [...numbered(one)].filter(([what]) => theirs.has(what))
  const agree = both.filter(([what, numbers]) => [...theirs.get(what)!].some((number) => numbers.has(number)))
  return agree.length < both.length ? 'another' : both.length > 0 ? 'same' : 'silent'
}

const day = 86_400_000

/**
 * 0 for what is another matter, else more the more alike: a shared pair of signs counts one, the same building two, the same named lift or
 * house one, the same theme one, the same kind a half, and up to one for how lately it was said (gone after 30 days). Two pairs make a
 * likeness, or one where both live in the same building, name the same lift or house, or speak of the same theme.
 */
export function likeness(said: Said, candidate: Candidate, now: Instant): number {
  const mine = `${said.text} ${said.place}`
  const theirs = `${candidate.title} ${candidate.place}`
  const names = namesOf(mine, theirs)
  const words = pairsOf(mine)
  const shared = [...pairsOf(candidate.title)].filter((pair) => words.has(pair)).length
  const theme = candidate.category !== null && candidate.category === said.category
  if (names === 'another' || shared < (candidate.sameBuilding || names === 'same' || theme ? 1 : 2)) return 0
  const age = (Date.parse(now) - Date.parse(candidate.filedAt)) / day
  return shared + (candidate.sameBuilding ? 2 : 0) + (names === 'same' ? 1 : 0) + (theme ? 1 : 0) + (said.kind === candidate.kind ? 0.5 : 0) + Math.max(0, 1 - age / 30)
}

/** The most alike first, at most `most`. */
export function mostAlike<C extends Candidate>(said: Said, candidates: readonly C[], now: Instant, most: number): C[] {
  return candidates
    .map((candidate) => ({ candidate, like: likeness(said, candidate, now) }))
    .filter(({ like }) => like > 0)
    .sort((one, other) => other.like - one.like || (one.candidate.demandId < other.candidate.demandId ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
