/** Cloud function `reports`: files for those who serve, apart from `api` because their libraries are heavy. */
import * as z from 'zod/mini'
import type { RefusalCode } from '../../../contract/refusal'
import { ReportAsked } from '../../../contract/report'
import { openPool } from '../../database/connection'
import { makeReport } from '../../report/make'
import { logFault } from '../../runtime/fault'
import { sealsFromEnvironment } from '../../runtime/keys'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { noWeChat } from '../../runtime/wechat'

const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat: noWeChat, seals: sealsFromEnvironment(process.env), about: aboutFromEnvironment(process.env, false) })

type ReportAnswer =
  | { ok: true; output: { name: string; type: string; base64: string } }
  | { ok: false; refusal: RefusalCode }
  | { ok: false; fault: string }

/** What is asked for, as the contract says it → the file in base64. */
export async function main(event: unknown): Promise<ReportAnswer> {
  const openid = process.env.WX_OPENID
  const call = z.safeParse(ReportAsked, event)
  if (!call.success) return { ok: false, refusal: 'BadInput' }
  if (!openid) return { ok: false, refusal: 'NotSignedIn' }
  try {
    const made = await makeReport({ surroundings, credential: { kind: 'weapp', value: openid } }, call.data)
    if (!made.ok) return made
    const { name, type, bytes } = made.output
    return { ok: true, output: { name, type, base64: Buffer.from(bytes).toString('base64') } }
  } catch (error) {
    return { ok: false, fault: logFault(surroundings, 'reports', error) }
  }
}
