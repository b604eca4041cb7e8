/** 春申里 with its server, its database and its people's phones, all on this machine, at five past one on a Friday. */
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, BrowserContext } from 'playwright-core'
import { host } from '../../cloudfunctions/runtime/http'
import type { Safety } from '../../cloudfunctions/runtime/safety'
import { turn } from '../../cloudfunctions/runtime/timer'
import { people, type CastMember } from '../../cloudfunctions/database/seed/people'
import type { TestDatabase } from '../databases'
import { accounts, openCommunity, type Community, type Name } from '../fixtures/community'
import { ensureBuilt } from '../weapp/built'
import { openBrowser } from './browser'
import { Person } from './person'

/** Friday 13:05 in Shanghai, five minutes into the afternoon of the offices. */
export const start = '2026-11-20T05:05:00.000Z'

export const phone = { width: 375, height: 812 }
export const desktop = { width: 1280, height: 800 }

/** ms, for `beforeAll`: the app may have to be built first. */
export const opening = 400_000

export interface Town {
  community: Community
  /** Signed in as that person on a phone of their own, on the first page. */
  as(who: Name | CastMember, options?: { viewport?: { width: number; height: number } }): Promise<Person>
  /** The app is closed, and somebody signs in on the same phone. */
  onPhoneOf(person: Person, name: keyof typeof accounts): Promise<Person>
  /** Time goes by, here and on every screen. */
  later(by: Parameters<Community['later']>[0]): Promise<void>
  /** The timer of the cloud. */
  tick(): Promise<void>
  close(): Promise<void>
}

/**
 * @param database when there is no test run to give one
 * @param options `safety`: what looks at words, made of what does otherwise
 */
export async function openTown(database?: TestDatabase, options: { safety?: (own: Safety) => Safety } = {}): Promise<Town> {
  const h5 = ensureBuilt('h5')
  const community = await openCommunity({ connections: 6, database })
  community.setClock(start)
  const { surroundings } = community
  const app = host({ surroundings: { ...surroundings, safety: options.safety?.(surroundings.safety) ?? surroundings.safety, about: { ...surroundings.about, version: '0.1.0' } }, h5, secure: false, trustProxy: false })
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const at = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const browser: Browser = await openBrowser()
  const present: Person[] = []

  const appear = async (context: BrowserContext, who: Name | CastMember): Promise<Person> => {
    const accountId = typeof who === 'object' ? who.id : who === 'visitor' ? null : accounts[who]
    const called = people.find(({ id }) => id === accountId)?.called ?? '没登录的人'
    if (accountId !== null) {
      const entered = await context.request.post(`${at}/enter`, { form: { accountId }, maxRedirects: 0 })
      if (entered.status() !== 303) throw new Error(`${called} cannot enter: ${entered.status()}`)
    }
    const person = new Person(called, await context.newPage(), context, at)
    present.push(person)
    await person.opens('pages/home')
    return person
  }

  return {
    community,
    async as(who, { viewport = phone } = {}) {
      const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'UTC', reducedMotion: 'reduce' })
      await context.clock.setSystemTime(community.now())
      return appear(context, who)
    },
    async onPhoneOf({ page, context }, name) {
      await page.close()
      return appear(context, name)
    },
    async later(by) {
      community.later(by)
      for (const person of present) await person.context.clock.setSystemTime(community.now())
    },
    async tick() {
      const { faults } = await turn(surroundings)
      if (faults.length > 0) throw new Error(`the timer failed: ${JSON.stringify(community.logged.filter((event) => event.event === 'fault'))}`)
    },
    async close() {
      const strange = present.flatMap(({ called, foreign }) => [...foreign].map((word) => `${called}: ${word}`))
      const faults = community.logged.map((event) => JSON.stringify(event))
      await browser.close()
      await new Promise((closed) => server.close(closed))
      await community.close()
      if (strange.length > 0) throw new Error(`English or code was shown: ${strange.join(', ')}`)
      if (faults.length > 0) throw new Error(`the server logged faults:\n${faults.join('\n')}`)
    },
  }
}
