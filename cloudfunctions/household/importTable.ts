/** The road of a table: read, measure against what stands, and, when it is meant, write; all in one transaction as the person who sends it. */
import { createHash } from 'node:crypto'
import type { ImportLook } from '../../contract/import'
import { Refusal, type RefusalCode } from '../../contract/refusal'
import type { Id } from '../../contract/values'
import { approves, servesWhole } from '../account/rules/person'
import { isTransient, withConnection, type Tx } from '../database/connection'
import { dayOf } from '../organization/rules/calendar'
import type { Made } from '../report/make'
import { answerPlace, openAnswer, sealAnswer } from '../runtime/answer'
import { enter, type Credential } from '../runtime/enter'
import type { Surroundings } from '../runtime/surroundings'
import { kindListedIn } from '../safety/rules/wordList'
import { batchView, findBatch, listPlaces, listStanding, openReplaced, waitTurn, writeImport } from './import'
import { sheetsIn } from './importFile'
import { failedFile, templateFile } from './importSheets'
import { askViews, changesNothing, emptyCounts, placeLines, planImport } from './rules/importPlan'
import { issueAt, readSheet, type Line } from './rules/importRows'

export interface ImportCaller {
  surroundings: Surroundings
  credential: Credential
  /** Set by the call: how often the database was waited for. */
  roundTrips?: number
}
type Answered = { ok: true; output: ImportLook } | { ok: false; refusal: RefusalCode }

/** Reading 5,000 lines takes a second of a small machine. */
const tablesAMinute = 12
const shownIssues = 300
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Table {
  committeeId: Id
  /** As the person called it. */
  fileName: string
  bytes: Uint8Array
  /** Null only looks: nothing is written. A key brings it in, once. */
  key: Id | null
}

/** The table to fill in, with the estates, blocks and buildings there are. Refused like what does not exist to all who do not serve the committee whole. */
export async function importTemplate({ surroundings, credential }: ImportCaller, { committeeId }: { committeeId: Id }): Promise<Made> {
  const now = surroundings.now()
  const places = await withConnection(surroundings.pool, async (tx) => {
    const { person, wait } = await enter(tx, { credential, method: 'reports/importTemplate', now, perMinute: surroundings.rateLimits ? tablesAMinute : null, newcomer: null, claim: null })
    const allowed = wait === 0 && person !== null && (servesWhole(person, committeeId) || !surroundings.firstWall)
    const found = allowed ? await listPlaces(tx, committeeId) : null
    await tx.send('commit')
    return found ?? (wait > 0 ? 'TooMany' as const : 'NotFound' as const)
  })
  if (typeof places === 'string') return { ok: false, refusal: places }
  return { ok: true, output: { name: `住户导入模板-${dayOf(now)}.xlsx`, type: xlsx, bytes: await templateFile(places) } }
}

const nothing: ImportLook = { problem: null, counts: emptyCounts(), issues: [], issueCount: 0, asks: [], failed: null, batch: null }

/** Looks at a table, or brings it in. The same key gives the same answer; what is in the table already changes nothing. */
export async function importTable(caller: ImportCaller, table: Table): Promise<Answered> {
  for (let left = 3; ; left -= 1) {
    try {
      return { ok: true, output: await withConnection(caller.surroundings.pool, (tx) => perform(tx, caller, table).finally(() => { caller.roundTrips = tx.roundTrips })) }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, refusal: error.code }
      if (left === 1 || !isTransient(error)) throw error
    }
  }
}

async function perform(tx: Tx, { surroundings, credential }: ImportCaller, { committeeId, fileName, bytes, key }: Table): Promise<ImportLook> {
  const { seals, newId } = surroundings
  const now = surroundings.now()
  const fingerprint = createHash('sha256').update(committeeId).update(bytes).digest('hex')
  const { person, wait, receipt } = await enter(tx, {
    credential, method: 'reports/import', now, perMinute: surroundings.rateLimits ? tablesAMinute : null, newcomer: null, claim: key === null ? null : { key, fingerprint },
  })
  if (wait > 0) throw new Refusal('TooMany', { retryAfter: wait })
  if (!person) throw new Refusal('NotSignedIn')
  if (!servesWhole(person, committeeId) && surroundings.firstWall) throw new Refusal('NotFound')
  if (receipt) {
    if (!receipt.same) throw new Refusal('KeyReused')
    await tx.send('commit')
    return openAnswer(seals, answerPlace(person.accountId, key!), receipt.answer) as ImportLook
  }
  const end = async (look: ImportLook): Promise<ImportLook> => {
    await Promise.all([
      ...(key === null ? [] : [tx.send('update receipt set answer = $1 where account_id = $2 and key = $3', [JSON.stringify(sealAnswer(seals, answerPlace(person.accountId, key), look)), person.accountId, key])]),
      tx.send('commit'),
    ])
    return look
  }
  const sheets = await sheetsIn(bytes)
  if (typeof sheets === 'string') return end({ ...nothing, problem: sheets })
  const read = sheets.map((sheet) => readSheet(sheet, dayOf(now)))
  const problem = read.find((sheet) => sheet.problem !== null)?.problem ?? null
  if (problem !== null) return end({ ...nothing, problem })
  const lines = read.flatMap((sheet) => sheet.lines)
  for (const line of lines) lookAtWords(line)

  const [, places] = await Promise.all([key === null ? undefined : waitTurn(tx, committeeId), listPlaces(tx, committeeId)])
  const placed = placeLines(lines, places, newId)
  const doors = new Map(placed.lines.flatMap(({ line, building }) => (building && line.said.room !== undefined ? [[`${building.id} ${line.said.room}`, { buildingId: building.id, room: line.said.room }]] : [])))
  const standing = await listStanding(tx, committeeId, [...doors.values()], key !== null)
  const decides = approves(person, committeeId)
  const plan = planImport(placed, standing, { today: dayOf(now), newId, indexes: (phone) => seals.indexes(committeeId, phone), own: person.households.map(({ householdId }) => householdId), decides })
  const failed = await failedFile(plan.refused)
  const look: ImportLook = {
    problem: null, counts: plan.counts, issues: plan.issues.slice(0, shownIssues), issueCount: plan.issues.length, asks: askViews(plan), batch: null,
    failed: failed && { name: `没导入的行-${dayOf(now)}.xlsx`, base64: Buffer.from(failed).toString('base64') },
  }
  if (key === null || changesNothing(plan)) return end(look)

  const importId = newId()
  const numbered = new Set(standing.people.filter(({ phoneIndex }) => phoneIndex !== null).map(({ id }) => id))
  const replaced = await openReplaced(tx, seals, committeeId, plan.edits.flatMap(({ field, residentId }) => (field === 'phone' && residentId !== null && numbered.has(residentId) ? [residentId] : [])), { newId, at: now })
  const [, batch] = await Promise.all([
    writeImport(tx, seals, committeeId, plan, replaced, { importId, fileName, lines: lines.length, byId: person.accountId, byName: person.name, at: now, day: dayOf(now), newId }),
    findBatch(tx, committeeId, importId),
  ])
  return end({ ...look, batch: batchView(batch!, { accountId: person.accountId, decides }) })
}

/** Our own list: what it holds does not get into an archive by a table. */
function lookAtWords(line: Line): void {
  for (const key of ['name', 'basis'] as const) {
    const said = line.said[key]
    if (said !== undefined && kindListedIn(said)) line.issues.push(issueAt(line, key, { wrong: '这里有不能写的词', fix: '换一种说法' }))
  }
}
