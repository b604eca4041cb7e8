/**
 * Cloud function `jobs`: called by the platform's timer every minute, and with the platform's word about a picture (消息推送 to a cloud function,
 * docs/deployment.md).
 */
import * as z from 'zod/mini'
import { openPool } from '../../database/connection'
import { hearCheck } from '../../photo/checkDue'
import { logFault } from '../../runtime/fault'
import { cloudFiles } from '../../runtime/files'
import { CheckMessage, cloudImageCheck } from '../../runtime/imageCheck'
import { sealsFromEnvironment } from '../../runtime/keys'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { turn } from '../../runtime/timer'
import { cloudWeChat, noWeChat, templatesFromEnvironment } from '../../runtime/wechat'

const sdk = () => require('wx-server-sdk')
const templates = templatesFromEnvironment(process.env)
const wechat = Object.keys(templates).length > 0 ? cloudWeChat(sdk) : noWeChat
const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat, templates, files: cloudFiles(sdk), imageCheck: cloudImageCheck(sdk), seals: sealsFromEnvironment(process.env), about: aboutFromEnvironment(process.env, false) })

/** @returns what each job did; a person calling it from a phone gets nothing done */
export async function main(event?: unknown): Promise<{ ok: boolean; done?: Record<string, unknown>; faults?: string[] } | 'success'> {
  const message = z.safeParse(CheckMessage, event)
  if (message.success) return hear(message.data)
  if (process.env.WX_OPENID) return { ok: false }
  const { done, faults } = await turn(surroundings)
  return { ok: faults.length === 0, done, faults }
}

/** A phone may call with such a message too; it is not believed, and does not know the trace of any picture. */
async function hear({ trace_id: trace, errcode = 0, result }: z.infer<typeof CheckMessage>): Promise<{ ok: boolean; faults?: string[] } | 'success'> {
  if (/wx_client|wx_devtools/.test(process.env.WX_SOURCE ?? '')) return { ok: false }
  try {
    // A check that failed leaves the picture to those who serve.
    await hearCheck(surroundings, { trace, suggest: errcode === 0 && result ? result.suggest : 'review' })
    return 'success'
  } catch (error) {
    return { ok: false, faults: [logFault(surroundings, 'jobs/check', error)] }
  }
}
