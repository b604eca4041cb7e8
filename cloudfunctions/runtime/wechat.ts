/** The port to WeChat: subscription messages now; content safety and sign-in later. */
import * as z from 'zod/mini'
import type { NoticeTemplate } from '../../contract/notice'
import type { Delivery } from '../notice/rules/settling'

export interface SubscriptionMessage {
  /** The notice it stands for; WeChat is not told. */
  noticeId: string
  openid: string
  templateId: string
  /** Page that opens on a tap. */
  page: string
  /** Field of the template → what stands there. */
  data: Record<string, { value: string }>
}

export interface WeChat {
  /** Whether messages leave the machine at all. */
  readonly live: boolean
  send(message: SubscriptionMessage): Promise<Delivery>
}

/** Without WeChat there is only the inbox of the app, and it says so. */
export const noWeChat: WeChat = { live: false, send: async () => 'refused' }

/** A template as the operator took it from WeChat's library: its id, and its fields for our words (`thing1` when absent) and for the number. */
const Template = z.object({ id: z.string().check(z.minLength(1)), words: z.optional(z.string()), number: z.optional(z.string()) })
const TemplateOrId = z.union([Template, z.pipe(z.string().check(z.minLength(1)), z.transform((id) => ({ id })))])
const Templates = z.object({ taken: z.optional(TemplateOrId), answered: z.optional(TemplateOrId), rate: z.optional(TemplateOrId), work: z.optional(TemplateOrId), due: z.optional(TemplateOrId), today: z.optional(TemplateOrId) })
export type Templates = Partial<Record<NoticeTemplate, z.infer<typeof Template>>>

/**
 * `WX_TEMPLATES={"taken":"<id>","answered":{"id":"<id>","words":"thing2","number":"character_string1"}}`; without it nothing leaves for WeChat.
 * @throws when it is not that, so that a function with a slip in its settings does not start
 */
export function templatesFromEnvironment(env: NodeJS.ProcessEnv): Templates {
  return z.parse(Templates, JSON.parse(env.WX_TEMPLATES || '{}'))
}

/**
 * 43101: the person has not consented, or the one consent is used up. 40003, 40037, 47003: openid, template or words are wrong. 45009, 45047:
 * too many calls. 40001, 42001: the platform renews its own token. -1: busy. (WeChat error codes)
 */
const deliveryByCode: Record<number, Delivery> = {
  0: 'sent', 43101: 'noConsent', 40003: 'refused', 40037: 'refused', 47003: 'refused', 45009: 'limited', 45047: 'limited', 40001: 'retry', 42001: 'retry', [-1]: 'retry',
}

/** ms; the platform answers in some hundred, and an answer that comes later is not waited for. */
const patience = 10_000

/** What `wx-server-sdk` offers of it; loaded only when the first message goes, because loading costs 110 ms. */
interface CloudSdk {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  openapi: { subscribeMessage: { send(message: { touser: string; page: string; templateId: string; data: SubscriptionMessage['data'] }): Promise<{ errCode?: number; errcode?: number }> } }
}

function deliveryOf(answer: { errCode?: number; errcode?: number }, silent: number | undefined): Delivery {
  const code = answer.errCode ?? answer.errcode ?? silent
  return code === undefined ? 'unknown' : (deliveryByCode[code] ?? 'unknown')
}

/**
 * WeChat of the cloud the function runs in.
 * @param load brings `wx-server-sdk`
 */
export function cloudWeChat(load: () => CloudSdk): WeChat {
  let sdk: CloudSdk | undefined
  const started = () => {
    if (!sdk) {
      sdk = load()
      sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
    }
    return sdk
  }
  return {
    live: true,
    async send({ openid, templateId, page, data }) {
      const api = started().openapi.subscribeMessage
      let timer: NodeJS.Timeout | undefined
      const tired = new Promise<Delivery>((resolve) => { timer = setTimeout(resolve, patience, 'unknown') })
      const said = api.send({ touser: openid, page, templateId, data }).then((answer) => deliveryOf(answer, 0), (error: { errCode?: number }) => deliveryOf(error, undefined))
      return Promise.race([said, tired]).finally(() => clearTimeout(timer))
    },
  }
}
