/** Cloud function `reports`: files for those who serve, apart from `api` because their libraries are heavy. */
import * as z from 'zod/mini'
import type { RefusalCode } from '../../../contract/refusal'
import { Id } from '../../../contract/values'
import { openPool } from '../../database/connection'
import { exportDemands } from '../../demand/export'
import { logFault } from '../../runtime/fault'
import { sealsFromEnvironment } from '../../runtime/keys'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { noWeChat } from '../../runtime/wechat'
import { exportVisit } from '../../visit/calendar'

const Event = z.discriminatedUnion('path', [
  z.object({ path: z.literal('demands.xlsx'), input: z.object({ committeeId: Id }) }),
  z.object({ path: z.literal('visit.ics'), input: z.object({ committeeId: Id, visitId: Id }) }),
])

const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat: noWeChat, seals: sealsFromEnvironment(process.env), about: aboutFromEnvironment(process.env, false) })

type ReportAnswer =
  | { ok: true; output: { name: string; type: string; base64: string } }
  | { ok: false; refusal: RefusalCode }
  | { ok: false; fault: string }

/** `{ path: 'demands.xlsx', input: { committeeId } }` or `{ path: 'visit.ics', input: { committeeId, visitId } }` → the file in base64. */
export async function main(event: unknown): Promise<ReportAnswer> {
  const openid = process.env.WX_OPENID
  const call = z.safeParse(Event, event)
  if (!call.success) return { ok: false, refusal: 'BadInput' }
  if (!openid) return { ok: false, refusal: 'NotSignedIn' }
  try {
    const caller = { surroundings, credential: { kind: 'weapp' as const, value: openid } }
    const made = call.data.path === 'visit.ics' ? await exportVisit(caller, call.data.input) : await exportDemands(caller, call.data.input.committeeId)
    if (!made.ok) return made
    const { name, type, bytes } = made.output
    return { ok: true, output: { name, type, base64: Buffer.from(bytes).toString('base64') } }
  } catch (error) {
    return { ok: false, fault: logFault(surroundings, 'reports', error) }
  }
}
