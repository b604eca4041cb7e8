/** A list of households as a spreadsheet, for those who serve the committee whole. Names masked, numbers never, no kind of care. Heavy, so it stays out of `api`. */
import type { HouseholdClass, Tenure } from '../../contract/archive'
import type { HouseLine, HouseList, Reach } from '../../contract/houseMap'
import type { RefusalCode } from '../../contract/refusal'
import { mostHouseholds, type HousesAsked } from '../../contract/report'
import type * as z from 'zod/mini'
import { approves, servesWhole } from '../account/rules/person'
import { withConnection } from '../database/connection'
import { dayOf } from '../organization/rules/calendar'
import type { Made, ReportCaller } from '../report/make'
import { clock, figuresOf, keptBack, mayTake, watermark } from '../report/rules/sheet'
import { logExport, type Mark } from '../report/store'
import { workbook, type Sheet } from '../report/workbook'
import { enter } from '../runtime/enter'
import { listHouses } from './houses'
import { houseView } from './view'

const lists: Record<HouseList, string> = { A: 'A类', B: 'B类', C: 'C类', careDue: '该看看了', noChannel: '联系不上', vacant: '空着的' }
const classes: Record<HouseholdClass, string> = { A: 'A 线上联系', B: 'B 一般走访', C: 'C 常去看看' }
const tenures: Record<Tenure, string> = { owner: '自住', tenant: '租住', shared: '合租', family: '家人住', vacant: '空着', unknown: '还不清楚' }
const reaches: Record<Reach, string> = { never: '还没联系过', long: '很久没联系', recent: '联系过' }

const contacts = ({ inApp, hasPhone, hasEmail }: HouseLine) => [inApp && '小程序', hasPhone && '电话（已遮住）', hasEmail && '邮箱（已遮住）'].filter(Boolean).join('，') || '没有'
const dueWords = ({ due }: HouseLine) => (due === null ? '' : `${due.on} ${due.why === 'review' ? '该复核' : '该联系'}${due.late ? '，已过' : ''}`)

const columns: Sheet<HouseLine>['columns'] = [
  { head: '门牌', width: 18, of: ({ label }) => label },
  { head: '块', width: 8, of: ({ blockName }) => blockName },
  { head: '分类', width: 12, of: ({ class: kind }) => classes[kind] },
  { head: '怎么住', width: 10, of: ({ tenure }) => tenures[tenure] },
  { head: '住的人', width: 16, of: ({ names }) => names.join('、') },
  { head: '人数', width: 8, of: ({ people }) => people },
  { head: '怎么联系', width: 30, of: contacts },
  { head: '上次联系', width: 24, of: ({ reach, reachedAt }) => [reaches[reach], clock(reachedAt).slice(0, 10)].filter(Boolean).join(' ') },
]
const dueColumn: Sheet<HouseLine>['columns'][number] = { head: '哪天', width: 24, of: dueWords }

interface StatLine { group: string; word: string; count: number | string }
const statColumns: Sheet<StatLine>['columns'] = [
  { head: '按什么数', width: 12, of: ({ group }) => group },
  { head: '哪一种', width: 16, of: ({ word }) => word },
  { head: '户数', width: 10, of: ({ count }) => count },
]
const statistics = (lines: readonly HouseLine[]): StatLine[] => {
  const group = (name: string, words: string[]) => keptBack(figuresOf(words)).map((figure) => ({ group: name, ...figure }))
  return [
    ...group('块', lines.map(({ blockName }) => blockName)), ...group('分类', lines.map((one) => classes[one.class])),
    ...group('怎么住', lines.map(({ tenure }) => tenures[tenure])), ...group('上次联系', lines.map(({ reach }) => reaches[reach])),
  ]
}

/** Making one takes a second of a small machine. */
const exportsAMinute = 6
/** More homes than any committee has. */
const mostRows = 30_000

/** Refused like what does not exist to all who do not serve the committee whole. The log row stands before the file is made. */
export async function exportHouses({ surroundings, credential }: ReportCaller, asked: z.infer<typeof HousesAsked>): Promise<Made> {
  const now = surroundings.now()
  const { committeeId, list, blockId, buildingId, why } = asked
  const id = surroundings.newId()
  const read = await withConnection(surroundings.pool, async (tx): Promise<{ lines: HouseLine[]; mark: Mark } | RefusalCode> => {
    const { person, wait } = await enter(tx, { credential, method: 'reports/households', now, perMinute: surroundings.rateLimits ? exportsAMinute : null, newcomer: null, claim: null })
    const made = async (): Promise<{ lines: HouseLine[]; mark: Mark } | RefusalCode> => {
      if (wait > 0) return 'TooMany'
      if (person === null || (surroundings.firstWall && !servesWhole(person, committeeId))) return 'NotFound'
      const rows = await listHouses(tx, { committeeId, list, blockId, buildingId, scope: null, today: dayOf(now) }, { after: null, limit: approves(person, committeeId) ? mostRows : mostHouseholds + 1 })
      if (!mayTake(person, committeeId, rows.length)) return 'TooManyHouseholds'
      const mark = await logExport(tx, { committeeId, id, byId: person.accountId, at: now, what: list, blockId: blockId ?? null, buildingId: buildingId ?? null, rows: rows.length, why })
      return mark ? { lines: rows.map((row) => houseView(row, now)), mark } : 'NotFound'
    }
    const found = await made()
    await tx.send('commit')
    return found
  })
  if (typeof read === 'string') return { ok: false, refusal: read }
  const { lines, mark } = read
  const words = watermark({ ...mark, at: now, why, id })
  return {
    ok: true,
    output: await workbook(`住户-${lists[list]}-${clock(now).slice(0, 10)}.xlsx`, words, [
      { name: lists[list], columns: list === 'careDue' ? [...columns, dueColumn] : columns, rows: lines },
      { name: '统计', columns: statColumns, rows: statistics(lines) },
    ]),
  }
}
