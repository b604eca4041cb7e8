/** What some residents said of what was closed. Nobody here was very dissatisfied: that would change to whom they speak next. */
import { later, type Matter } from './matter'
import { seeded, uuid7At } from './random'

const said: [value: number, reasons: string[], words: string | null][] = [
  [5, ['答复快', '态度好'], null], [5, ['一直跟到底'], '当天晚上就来看了，谢谢。'], [4, ['说得清楚'], null], [4, [], null], [4, ['答复快'], '说得明白，不用再跑一趟。'],
  [3, ['等得太久'], null], [3, [], '修是修好了，等了快一个礼拜。'], [2, ['等得太久', '没说清楚'], '问了两次才知道是在等配件。'], [5, [], null],
]

/** Of closures in the resident's own word, every third or so; the line that it was rated goes into the history. */
export function ratingsOf(matters: readonly Matter[], now: string): object[] {
  const random = seeded(20261121)
  return matters.flatMap((matter) => {
    const { row, entries } = matter
    const end = entries.at(-1)!
    if (row.status !== 'closed' || end.step !== 'confirm' || end.by_id !== row.filed_by || !random.chance(0.4)) return []
    const at = later(end.at, random.int(1, 30))
    if (at >= now) return []
    const [value, reasons, words] = random.pick(said)
    row.rated = row.reopened
    entries.push({ ...end, id: uuid7At(Date.parse(at), random), at, step: 'rate', from_status: 'closed', status: 'closed', text: null, to_id: null })
    return [{ committee_id: row.committee_id, demand_id: row.id, closure: row.reopened, by_id: row.filed_by, rated_id: row.owner_id, value, solved: true, reasons, words, at }]
  })
}
