/** A committee's demands as a spreadsheet, for those who serve it whole. Heavy, so it stays out of `api`. */
import type * as z from 'zod/mini'
import type { DemandStatus } from '../../contract/demand/life'
import type { OutsideKind } from '../../contract/demand/route'
import type { DemandKind } from '../../contract/demand/said'
import type { RefusalCode } from '../../contract/refusal'
import type { DemandsAsked } from '../../contract/report'
import type { Instant } from '../../contract/values'
import { servesWhole } from '../account/rules/person'
import { withConnection } from '../database/connection'
import { sql } from '../database/sql'
import type { Made, ReportCaller } from '../report/make'
import { clock, watermark } from '../report/rules/sheet'
import { logExport, type Mark } from '../report/store'
import { workbook, type Sheet } from '../report/workbook'
import { enter } from '../runtime/enter'

const kinds: Record<DemandKind, string> = { request: '求助', suggestion: '建议', complaint: '投诉', consultation: '咨询', hazard: '隐患' }
const statuses: Record<DemandStatus, string> = {
  submitted: '待首次联系', accepted: '办理中', asked: '等居民补充', atMeeting: '例会讨论', transferred: '转出在办', answered: '等居民确认', reopened: '再办', closed: '居民说解决了',
  withdrawn: '已撤回', declined: '例会不办', merged: '并到一件',
}
/** What nobody answered is never counted as solved. */
const statusOf = (line: Line) => (line.status === 'closed' && line.closedHow === 'silent' ? '未评价' : statuses[line.status])

interface Line {
  number: string
  kind: DemandKind
  status: DemandStatus
  block: string | null
  owner: string
  firstReceiver: string
  filedAt: Instant
  dueAt: Instant
  answeredAt: Instant | null
  closedAt: Instant | null
  reopened: number
  closedHow: 'confirmed' | 'proxy' | 'silent' | null
  dueDays: number | null
  offered: string | null
  outside: OutsideKind | null
  outsideNumber: string | null
}

const outsideKinds: Record<OutsideKind, string> = { property: '物业公司', owners: '业委会', hotline: '12345', other: '别的单位' }
/** A case number and nothing else: what was typed there may be anything. */
const caseNumber = /^[A-Za-z0-9#-]{1,40}$/

/** Who has it outside, by kind: a name somebody typed may be a person's. */
function outsideOf({ outside, outsideNumber }: Line): string {
  if (outside === null) return ''
  return outsideNumber !== null && caseNumber.test(outsideNumber) ? `${outsideKinds[outside]} ${outsideNumber}` : outsideKinds[outside]
}

const endings: Record<NonNullable<Line['closedHow']>, string> = { confirmed: '居民说解决了', proxy: '代居民记下', silent: '15 天没有回音' }

/** No name, address or text of a resident: the title may hold any of them, so it stays out; what was said is read in the app. */
const columns: Sheet<Line>['columns'] = [
  { head: '编号', width: 16, of: (line) => line.number },
  { head: '类别', width: 8, of: (line) => kinds[line.kind] },
  { head: '状态', width: 14, of: statusOf },
  { head: '块', width: 8, of: (line) => line.block ?? '接待台' },
  { head: '首问责任人', width: 12, of: (line) => line.firstReceiver },
  { head: '现在在办', width: 12, of: (line) => line.owner },
  { head: '等谁接手', width: 12, of: (line) => line.offered ?? '' },
  { head: '在外面办', width: 24, of: outsideOf },
  { head: '提出时间', width: 18, of: (line) => clock(line.filedAt) },
  { head: '应答复时间', width: 18, of: (line) => clock(line.dueAt) },
  { head: '答复时间', width: 18, of: (line) => clock(line.answeredAt) },
  { head: '办结时间', width: 18, of: (line) => clock(line.closedAt) },
  { head: '怎么结的', width: 16, of: (line) => (line.closedHow ? endings[line.closedHow] : '') },
  { head: '时限（工作日）', width: 14, of: (line) => line.dueDays ?? '' },
  { head: '再办次数', width: 10, of: (line) => line.reopened },
]

/** Making one takes a second of a small machine. */
const exportsAMinute = 6

/** All demands of the committee, oldest first. Refused like what does not exist to all who do not serve it whole, and when asked for too often. */
export async function exportDemands({ surroundings, credential }: ReportCaller, { committeeId, why }: z.infer<typeof DemandsAsked>): Promise<Made> {
  const now = surroundings.now()
  const id = surroundings.newId()
  const read = await withConnection(surroundings.pool, async (tx): Promise<{ lines: Line[]; mark: Mark } | RefusalCode> => {
    const { person, wait } = await enter(tx, { credential, method: 'reports/demands', now, perMinute: surroundings.rateLimits ? exportsAMinute : null, newcomer: null, claim: null })
    const allowed = wait === 0 && person !== null && (servesWhole(person, committeeId) || !surroundings.firstWall)
    const lines = allowed
      ? await tx.run(sql<Line>`
          select d.number, d.kind, d.status, b.name as block, o.name as owner, f.name as "firstReceiver", d.filed_at as "filedAt", d.due_at as "dueAt",
            d.answered_at as "answeredAt", d.closed_at as "closedAt", d.reopened, d.closed_how as "closedHow",
            d.due_days as "dueDays", w.name as offered, d.outside_kind as outside, d.outside_number as "outsideNumber"
          from demand d join staff o on o.committee_id = d.committee_id and o.account_id = d.owner_id
            join staff f on f.committee_id = d.committee_id and f.account_id = d.first_receiver_id
            left join staff w on w.committee_id = d.committee_id and w.account_id = d.offered_to
            left join block b on b.committee_id = d.committee_id and b.id = d.block_id
          where d.committee_id = ${committeeId} order by d.filed_at, d.id`)
      : []
    const mark = allowed ? await logExport(tx, { committeeId, id, byId: person.accountId, at: now, what: 'demands', blockId: null, buildingId: null, rows: lines.length, why }) : undefined
    await tx.send('commit')
    if (wait > 0) return 'TooMany'
    return mark ? { lines, mark } : 'NotFound'
  })
  if (typeof read === 'string') return { ok: false, refusal: read }
  return { ok: true, output: await workbook(`诉求-${clock(now).slice(0, 10)}.xlsx`, watermark({ ...read.mark, at: now, why, id }), [{ name: '诉求', columns, rows: read.lines }]) }
}
