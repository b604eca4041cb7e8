/** The port to the platform's check of pictures (mediaCheckAsync). It says later, by a message, what it thinks (docs/deployment.md). */
import * as z from 'zod/mini'

/** trace: it looks, and will name its answer so · refused: it does not look at this person's pictures now · retry: it is down or busy. */
export type Asked = { trace: string } | 'refused' | 'retry'

export interface ImageCheck {
  /** @param picture whose it is, and where the platform can fetch it within five minutes */
  ask(picture: { openid: string; url: string }): Promise<Asked>
}

interface CheckSdk {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  openapi: { security: { mediaCheckAsync(wanted: { mediaUrl: string; mediaType: number; version: number; scene: number; openid: string }): Promise<{ errCode?: number; traceId?: string; trace_id?: string }> } }
}

/** 61010: the person was not here within two hours. 40003, 40129, 43104: not one of ours, or a scene it does not know. (WeChat error codes) */
const refusing = new Set([61010, 40003, 40129, 43104])

/** @param load brings `wx-server-sdk` */
export function cloudImageCheck(load: () => CheckSdk): ImageCheck {
  let sdk: CheckSdk | undefined
  return {
    async ask({ openid, url }) {
      if (!sdk) {
        sdk = load()
        sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
      }
      try {
        // 2: a picture · version 2 needs the openid · scene 2: a comment.
        const answer = await sdk.openapi.security.mediaCheckAsync({ mediaUrl: url, mediaType: 2, version: 2, scene: 2, openid })
        const trace = answer.traceId ?? answer.trace_id
        return trace ? { trace } : 'retry'
      } catch (error) {
        return refusing.has((error as { errCode?: number }).errCode ?? 0) ? 'refused' : 'retry'
      }
    },
  }
}

/** What the platform's message says of one picture. (wxa_media_check, version 2) */
export const CheckMessage = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().check(z.minLength(1), z.maxLength(200)),
  /** 0 when the check itself worked. */
  errcode: z.optional(z.int()),
  result: z.optional(z.object({ suggest: z.enum(['pass', 'review', 'risky']) })),
})
