/** The port to content safety: words other people may read are looked at before anything is stored. */
import { gravest, piecesOf, type Verdict } from '../safety/rules/verdict'
import { kindListedIn } from '../safety/rules/wordList'

export interface Safety {
  /** Whether words of this caller leave the machine to be looked at. */
  asks(openid: string | null): boolean
  /**
   * Never throws: what cannot be looked at waits for a person.
   * @param openid of whoever says it, as the platform gave it with this very call; null for a caller by other ways
   */
  check(text: string, openid: string | null): Promise<Verdict>
}

const byList = (text: string): Verdict => (kindListedIn(text) ? 'listed' : 'passed')

/** Without a platform: our own list alone. A hit waits for a person to look; nothing is refused. */
export const listSafety: Safety = { asks: () => false, check: async (text) => byList(text) }

/** For a web server beside the mini-program: the platform looks at nothing written here, so all of it waits for a person. */
export const holdSafety: Safety = { asks: () => false, check: async (text) => gravest([byList(text), 'unchecked']) }

/** What `wx-server-sdk` offers of it; loaded only when the first words come, because loading costs 110 ms. */
export interface SafetySdk {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  openapi: { security: { msgSecCheck(words: { openid: string; scene: 1 | 2 | 3 | 4; version: 2; content: string }): Promise<SafetyAnswer> } }
}
interface SafetyAnswer { errCode?: number; errcode?: number; result?: { suggest?: string } }

/** ms. The phone shows 正在送 meanwhile; past it the words wait for a person instead. */
const patience = 2_000
/** Comments: words under a matter (WeChat msgSecCheck: 1 profile, 2 comment, 3 forum, 4 social log). */
const scene = 2
/** “The content is risky”, as calls of the first version say it. */
const risky = 87014

const suggestions: Record<string, Verdict> = { pass: 'passed', review: 'doubtful', risky: 'refused' }

function verdictOf(answer: SafetyAnswer): Verdict {
  const code = answer.errCode ?? answer.errcode ?? 0
  if (code === risky) return 'refused'
  // 61010: this person has not used the mini-program for two hours; all else: the platform did not look either.
  return code === 0 ? (suggestions[answer.result?.suggest ?? ''] ?? 'unchecked') : 'unchecked'
}

/**
 * WeChat of the cloud the function runs in (security.msgSecCheck, version 2), and our own list beside it.
 * @param load brings `wx-server-sdk`; called only in the cloud
 * @param log one line where the platform did not look: an error code or `slow`, never a word
 */
export function cloudSafety(load: () => SafetySdk, log: (event: Record<string, string | number>) => void): Safety {
  let sdk: SafetySdk | undefined
  const ask = async (content: string, openid: string): Promise<SafetyAnswer> => {
    if (!sdk) {
      const loaded = load()
      loaded.init({ env: loaded.DYNAMIC_CURRENT_ENV })
      sdk = loaded
    }
    return sdk.openapi.security.msgSecCheck({ openid, scene, version: 2, content })
  }
  const look = async (content: string, openid: string): Promise<Verdict> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const slow = new Promise<SafetyAnswer>((_, reject) => { timer = setTimeout(() => reject(Object.assign(new Error('slow'), { errCode: 'slow' })), patience) })
    try {
      const answer = await Promise.race([ask(content, openid), slow])
      const verdict = verdictOf(answer)
      if (verdict === 'unchecked') log({ event: 'safety', code: answer.errCode ?? answer.errcode ?? 'silent' })
      return verdict
    } catch (error) {
      const code = (error as { errCode?: number | string }).errCode
      if (code === risky) return 'refused'
      log({ event: 'safety', code: code ?? 'down' })
      return 'unchecked'
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    asks: (openid) => openid !== null,
    async check(text, openid) {
      if (openid === null) return holdSafety.check(text, null)
      return gravest([byList(text), ...(await Promise.all(piecesOf(text).map((piece) => look(piece, openid))))])
    },
  }
}
