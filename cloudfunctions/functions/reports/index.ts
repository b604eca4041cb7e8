/** Cloud function `reports`: files for those who serve, apart from `api` because their libraries are heavy. */
import * as z from 'zod/mini'
import { ImportCall, importBytes, type ImportLook } from '../../../contract/import'
import type { RefusalCode } from '../../../contract/refusal'
import { ReportAsked } from '../../../contract/report'
import { openPool } from '../../database/connection'
import { importTable } from '../../household/importTable'
import { makeReport } from '../../report/make'
import { logFault } from '../../runtime/fault'
import { sealsFromEnvironment } from '../../runtime/keys'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { noWeChat } from '../../runtime/wechat'

const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat: noWeChat, seals: sealsFromEnvironment(process.env), about: aboutFromEnvironment(process.env, false) })

type ReportAnswer =
  | { ok: true; output: { name: string; type: string; base64: string } | ImportLook }
  | { ok: false; refusal: RefusalCode }
  | { ok: false; fault: string }

/** A table that is sent, in base64. */
const Table = z.object({ path: z.literal('import'), input: z.extend(ImportCall, { base64: z.string().check(z.maxLength(Math.ceil(importBytes / 3) * 4 + 1_000)) }) })
const Asked = z.union([ReportAsked, Table])

/** What is asked for, as the contract says it → the file in base64; a table → what it says, brought in when there is a key. */
export async function main(event: unknown): Promise<ReportAnswer> {
  const openid = process.env.WX_OPENID
  const call = z.safeParse(Asked, event)
  if (!call.success) return { ok: false, refusal: 'BadInput' }
  if (!openid) return { ok: false, refusal: 'NotSignedIn' }
  try {
    const caller = { surroundings, credential: { kind: 'weapp' as const, value: openid } }
    if (call.data.path === 'import') {
      const { base64, ...table } = call.data.input
      return await importTable(caller, { ...table, bytes: Buffer.from(base64, 'base64') })
    }
    const made = await makeReport(caller, call.data)
    if (!made.ok) return made
    const { name, type, bytes } = made.output
    return { ok: true, output: { name, type, base64: Buffer.from(bytes).toString('base64') } }
  } catch (error) {
    return { ok: false, fault: logFault(surroundings, 'reports', error) }
  }
}
