/** WeChat on its worst days: takes, refuses, fails, limits, doubles, says nothing, and lets the one who asked die in the middle. */
import { seeded } from '../../cloudfunctions/database/seed/random'
import type { SubscriptionMessage, WeChat } from '../../cloudfunctions/runtime/wechat'
import type { Id } from '../../contract/values'

/** What happens to one message, and how often of a hundred. */
const fates = { takes: 62, busy: 8, limits: 2, refuses: 4, wrong: 2, takesAndSaysNothing: 6, saysNothing: 5, doubles: 3, breaksTheLine: 3, diesBefore: 2, diesAfter: 3 }
export type Fate = keyof typeof fates

export class FaultyWeChat {
  /** How often each message reached its person, by notice. */
  readonly taken = new Map<Id, number>()
  /** Notices of each person in the order in which they arrived, by openid. */
  readonly arrived = new Map<string, Id[]>()
  /** Of each person the messages asked for, whatever became of them, by openid. */
  readonly messages = new Map<string, SubscriptionMessage[]>()
  readonly met: Record<Fate, number> = { takes: 0, busy: 0, limits: 0, refuses: 0, wrong: 0, takesAndSaysNothing: 0, saysNothing: 0, doubles: 0, breaksTheLine: 0, diesBefore: 0, diesAfter: 0 }
  readonly #random

  /** @param choose decides the fate of a message; by chance without it */
  constructor(seed: number, private readonly choose?: (noticeId: Id) => Fate) {
    this.#random = seeded(seed)
  }

  #fateOf(noticeId: Id): Fate {
    if (this.choose) return this.choose(noticeId)
    let left = this.#random.int(0, 99)
    return (Object.keys(fates) as Fate[]).find((fate) => (left -= fates[fate]) < 0) ?? 'takes'
  }

  #take(noticeId: Id, openid: string, times = 1): void {
    this.taken.set(noticeId, (this.taken.get(noticeId) ?? 0) + times)
    this.arrived.set(openid, [...(this.arrived.get(openid) ?? []), noticeId])
  }

  /** The port as one run of the timer meets it. Once it has died, nothing of that run hears an answer any more. */
  run(): { wechat: WeChat; died: Promise<'died'> } {
    let dead = false
    let die: (word: 'died') => void
    const died = new Promise<'died'>((resolve) => { die = resolve })
    const never = new Promise<never>(() => undefined)
    const wechat: WeChat = {
      live: true,
      send: async (message) => {
        if (dead) return never
        const { noticeId, openid } = message
        this.messages.set(openid, [...(this.messages.get(openid) ?? []), message])
        const fate = this.#fateOf(noticeId)
        this.met[fate] += 1
        if (['takes', 'takesAndSaysNothing', 'breaksTheLine', 'diesAfter'].includes(fate)) this.#take(noticeId, openid)
        if (fate === 'doubles') this.#take(noticeId, openid, 2)
        // The others of this run have asked by now.
        await new Promise((go) => { setTimeout(go, this.#random.int(0, 3)) })
        if (fate === 'diesBefore' || fate === 'diesAfter') {
          dead = true
          die('died')
        }
        if (dead) return never
        switch (fate) {
          case 'takes': return 'sent'
          case 'busy': return 'retry'
          case 'limits': return 'limited'
          case 'refuses': return 'noConsent'
          case 'wrong': return 'refused'
          case 'breaksTheLine': throw new Error('socket hang up')
          default: return 'unknown'
        }
      },
    }
    return { wechat, died }
  }
}
