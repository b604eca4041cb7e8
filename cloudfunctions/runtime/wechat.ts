/** The port to WeChat: subscription messages now; content safety and sign-in later. */
import type { NoticeAbout } from '../../contract/notice'

export interface SubscriptionMessage {
  openid: string
  about: NoticeAbout
  /** Page that opens on a tap. */
  page: string
}

/** sent: the platform took it · refused: the person gave no consent or took it back · retry: try again later · unknown: it did not say. */
export type Delivery = 'sent' | 'refused' | 'retry' | 'unknown'

export interface WeChat {
  /** Whether messages leave the machine at all. */
  readonly live: boolean
  send(message: SubscriptionMessage): Promise<Delivery>
}

/** Without WeChat there is only the inbox of the app, and it says so. */
export const noWeChat: WeChat = { live: false, send: async () => 'refused' }

/** 43101: the person has not consented, or the one consent is used up. 45009 and 45047: too many calls. (WeChat error codes) */
const deliveryByCode: Record<number, Delivery> = { 0: 'sent', 43101: 'refused', 40003: 'refused', 47003: 'refused', 45009: 'retry', 45047: 'retry', [-1]: 'retry' }

/** What `wx-server-sdk` offers of it; loaded only when the first message goes, because loading costs 110 ms. */
interface CloudSdk {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  openapi: { subscribeMessage: { send(message: { touser: string; page: string; templateId: string; data: Record<string, { value: string }> }): Promise<{ errCode?: number; errcode?: number }> } }
}

/**
 * WeChat of the cloud the function runs in.
 * @param templates template id per kind of notice; a kind without one stays in the inbox of the app
 * @param load brings `wx-server-sdk`
 */
export function cloudWeChat(templates: Partial<Record<NoticeAbout, string>>, load: () => CloudSdk): WeChat {
  let sdk: CloudSdk | undefined
  return {
    live: true,
    async send(message) {
      const templateId = templates[message.about]
      if (!templateId) return 'refused'
      if (!sdk) {
        sdk = load()
        sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
      }
      try {
        // The words hold no name, flat or illness: they say that there is something to read, and where.
        const answer = await sdk.openapi.subscribeMessage.send({ touser: message.openid, page: message.page, templateId, data: { thing1: { value: '您有一条新进展，点开看看' } } })
        return deliveryByCode[answer.errCode ?? answer.errcode ?? 0] ?? 'unknown'
      } catch (error) {
        const code = (error as { errCode?: number }).errCode
        return code === undefined ? 'unknown' : (deliveryByCode[code] ?? 'unknown')
      }
    },
  }
}
