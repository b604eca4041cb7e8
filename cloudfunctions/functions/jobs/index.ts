/** Cloud function `jobs`: called by the platform's timer every minute. */
import { openPool } from '../../database/connection'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { turn } from '../../runtime/timer'
import { cloudWeChat, noWeChat, templatesFromEnvironment } from '../../runtime/wechat'

const templates = templatesFromEnvironment(process.env)
const wechat = Object.keys(templates).length > 0 ? cloudWeChat(() => require('wx-server-sdk')) : noWeChat
const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? '', 2), wechat, templates, about: aboutFromEnvironment(process.env, false) })

/** @returns what each job did; a person calling it from a phone gets nothing done */
export async function main(): Promise<{ ok: boolean; done?: Record<string, unknown>; faults?: string[] }> {
  if (process.env.WX_OPENID) return { ok: false }
  const { done, faults } = await turn(surroundings)
  return { ok: faults.length === 0, done, faults }
}
