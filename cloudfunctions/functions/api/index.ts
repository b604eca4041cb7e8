/** Cloud function `api`: every request of a person, by `callFunction({ name: 'api', data: { path, input, key } })`. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Answer } from '../../../contract/refusal'
import { Id } from '../../../contract/values'
import { openPool } from '../../database/connection'
import type { Credential } from '../../runtime/enter'
import { cloudFiles } from '../../runtime/files'
import { sealsFromEnvironment } from '../../runtime/keys'
import { cloudSafety, listSafety } from '../../runtime/safety'
import { serve } from '../../runtime/serve'
import { aboutFromEnvironment, surroundingsOf } from '../../runtime/surroundings'
import { noWeChat, templatesFromEnvironment } from '../../runtime/wechat'

const Event = z.object({ path: z.string().check(z.maxLength(80)), input: z.unknown(), key: z.optional(z.string()), owner: z.optional(Id) })

/** WeChat looks at every word. `ZXH_SAFETY=list` is for a cloud without it: then our own list alone does. */
const safety = process.env.ZXH_SAFETY === 'list' ? listSafety : cloudSafety(() => require('wx-server-sdk'), (event) => console.error(JSON.stringify(event)))

// Made once a warm instance. The platform lets an instance have few connections.
const surroundings = surroundingsOf({ pool: openPool(process.env.DATABASE_URL ?? ''), wechat: noWeChat, safety, files: cloudFiles(() => require('wx-server-sdk')), templates: templatesFromEnvironment(process.env), seals: sealsFromEnvironment(process.env), about: aboutFromEnvironment(process.env, false) })

/**
 * The openid as the platform puts it into the environment of this call; what the event says of it is never read. Read before anything
 * is waited for: the next call of a warm instance sets it anew.
 */
function credentialOfPlatform(): Credential {
  const openid = process.env.WX_OPENID
  return openid ? { kind: 'weapp', value: openid } : { kind: 'visitor', value: createHash('sha256').update(process.env.WX_CLIENTIP ?? '').digest('hex') }
}

export async function main(event: unknown): Promise<Answer> {
  const credential = credentialOfPlatform()
  const call = z.safeParse(Event, event)
  if (!call.success) return { ok: false, refusal: 'BadInput', data: {} }
  return serve({ surroundings, credential, key: call.data.key, owner: call.data.owner }, call.data.path, call.data.input)
}
