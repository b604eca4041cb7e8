/** What `api` does with a call. The nouns it asks are loaded when they are first asked. */
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

interface Caller { openid: string | undefined; address: string | undefined }

const credentialOf = ({ openid, address = '' }: Caller): Credential =>
  openid ? { kind: 'weapp', value: openid } : { kind: 'visitor', value: createHash('sha256').update(address).digest('hex') }

export async function answer(caller: Caller, event: unknown): Promise<Answer> {
  const call = z.safeParse(Event, event)
  if (!call.success) return { ok: false, refusal: 'BadInput', data: {} }
  return serve({ surroundings, credential: credentialOf(caller), key: call.data.key, owner: call.data.owner }, call.data.path, call.data.input)
}
