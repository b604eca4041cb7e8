/** What a person agrees to, layer by layer (个人信息保护法 art. 13–16). */
import * as z from 'zod/mini'
import { Day, Instant } from './values'

/**
 * account 认出是您、入户 · contact 电话和邮箱 · sensitive 照护和身体情况，单独同意 · minor 不满十四岁的孩子，由家长同意 · messages 微信提醒 ·
 * talent 愿意帮忙的人. None depends on another, and refusing one closes neither the service list nor saying something.
 */
export const ConsentLayer = z.enum(['account', 'contact', 'sensitive', 'minor', 'messages', 'talent'])
export type ConsentLayer = z.infer<typeof ConsentLayer>

/** The day each text was last changed: what was agreed to before that day is asked again. The words stand in `features/rights/consentText.ts`. */
export const consentVersions: Record<ConsentLayer, Day> = {
  account: '2026-11-24', contact: '2026-11-24', sensitive: '2026-11-24', minor: '2026-11-24', messages: '2026-11-24', talent: '2026-11-24',
}

export const Consent = z.object({
  layer: ConsentLayer,
  /** given · withdrawn: said no, or took it back · asked: never said · outdated: said yes to an older text. */
  state: z.enum(['given', 'withdrawn', 'asked', 'outdated']),
  /** Of the text as it stands now. */
  version: Day,
  /** When this person last said something about it. */
  at: z.nullable(Instant),
  /** Not before then is the person asked again: 90 days after a no. Null when they may be asked. */
  askAgainAt: z.nullable(Instant),
})
export type Consent = z.infer<typeof Consent>
