/** One person before a screen, doing what people do: look, tap, type, lose the network. */
import type { BrowserContext, Locator, Page, Request } from 'playwright-core'
import { pages, tabs, type PageName, type TabName } from '../../src/pageList'

export type Place = PageName | `pages/${TabName}`
export const everyPlace: Place[] = [
  ...tabs.map(({ name }): Place => `pages/${name}`),
  ...Object.entries(pages).flatMap(([root, names]) => names.map((name) => `${root}/${name}` as PageName)),
]

/** What one can tap, as a screen reader names it. */
const tappable = ['button', 'link', 'tab', 'radio', 'switch', 'row', 'checkbox'] as const

/** ms; generous, since the machine may be busy. Nothing waits this long unless the story fails. */
const patience = 15_000

export class Person {
  /** How often the screen was tapped so far. */
  tapped = 0
  /** Latin letters seen where only Chinese should stand. */
  readonly foreign = new Set<string>()
  private asking = 0

  constructor(readonly called: string, readonly page: Page, readonly context: BrowserContext, private readonly at: string) {
    page.setDefaultTimeout(patience)
    page.on('request', (request) => { if (request.url().includes('/rpc/')) this.asking += 1 })
    const answered = (request: Request) => { if (request.url().includes('/rpc/')) this.asking -= 1 }
    page.on('requestfinished', answered)
    page.on('requestfailed', answered)
    page.on('pageerror', (error) => this.foreign.add(`script: ${error.message}`))
  }

  addressOf(place: Place, params: Record<string, string> = {}): string {
    const query = new URLSearchParams(params).toString()
    return `${this.at}/#/${place}/index${query && `?${query}`}`
  }

  /** As from a link or a bookmark: the app starts anew there. */
  async opens(place: Place, params: Record<string, string> = {}): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(this.addressOf(place, params))
    await this.settles()
  }

  /** Nothing is on its way any more. */
  async settles(): Promise<void> {
    let calm = 0
    await this.until(async () => {
      const busy = this.asking > 0 || (await this.page.evaluate(() => {
        const main = [...document.querySelectorAll<HTMLElement>('[role=main]')].find((one) => one.getClientRects().length > 0)
        return !main || main.innerText.trim() === '' || main.querySelector('[aria-busy=true]') !== null
      })) || !(await this.stands())
      calm = busy ? 0 : calm + 1
      return calm >= 3
    }, 'the page does not come to rest')
  }

  /** The words on the screen, without spaces, since lines break where they fit. */
  async words(): Promise<string> {
    return plain(await this.page.evaluate(() => document.body.innerText))
  }

  async sees(...texts: string[]): Promise<void> {
    for (const text of texts) await this.until(async () => (await this.words()).includes(plain(text)), `does not see “${text}”`)
    for (const word of await foreignWords(this.page)) this.foreign.add(word)
  }

  /** Once all is there, it is nowhere. */
  async doesNotSee(...texts: string[]): Promise<void> {
    await this.settles()
    const words = await this.words()
    for (const text of texts) if (words.includes(plain(text))) throw new Error(`${this.called} sees “${text}”\n${words}`)
  }

  /** What stands there first, of several texts. */
  async seesInOrder(...texts: string[]): Promise<void> {
    await this.sees(...texts)
    const words = await this.words()
    const at = texts.map((text) => words.indexOf(plain(text)))
    if (at.some((place, index) => index > 0 && place < at[index - 1]!)) throw new Error(`${this.called} sees another order than ${texts.join(' · ')}\n${words}`)
  }

  async taps(name: string | RegExp): Promise<void> {
    await (await this.one(name)).click()
    this.tapped += 1
  }

  async tapsTwice(name: string | RegExp): Promise<void> {
    await (await this.one(name)).dblclick()
    this.tapped += 2
  }

  /** What bears this name: exactly if something does, else the first that contains it; in the sheet while one is open. */
  private async one(name: string | RegExp): Promise<Locator> {
    await this.until(async () => (await this.stands()) && (await this.control(name).count()) > 0, `finds nothing to tap called “${name}”`)
    const exact = this.control(name, true)
    return (typeof name === 'string' && (await exact.count()) > 0 ? exact : this.control(name)).first()
  }

  /** One page only: none is leaving while the next comes. */
  private async stands(): Promise<boolean> {
    return (await this.page.getByRole('main').count()) === 1
  }

  private control(name: string | RegExp, exact = false): Locator {
    const sheet = this.page.getByRole('dialog')
    const outside = this.page.locator('body:not(:has([role=dialog]))')
    return tappable.map((role) => sheet.or(outside).getByRole(role, { name, exact })).reduce((all, one) => all.or(one))
  }

  async mayTap(name: string | RegExp): Promise<boolean> {
    await this.settles()
    return (await this.control(name).count()) > 0
  }

  async types(label: string, text: string): Promise<void> {
    await this.field(label).fill(text)
  }

  async chooses(label: string, word: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).and(this.page.locator('select')).filter({ visible: true }).selectOption({ label: word })
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label }).or(this.page.getByRole('searchbox', { name: label })).filter({ visible: true }).first()
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The keyboard goes forward, or back, until it stands on what is called so. */
  async tabsTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const stands = (label: string) => (typeof name === 'string' ? plain(label).includes(plain(name)) : name.test(label))
    const passed: string[] = []
    while (passed.length < 80) {
      await this.page.keyboard.press(key)
      const label = await this.focused()
      if (stands(label)) return
      passed.push(label.slice(0, 12))
    }
    throw new Error(`${this.called} does not come to “${name}” by keyboard, but to ${passed.join(' · ')}\n${await this.words()}`)
  }

  /** What the keyboard stands on, as it is called. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null
      return at === document.body ? '' : (at?.getAttribute('aria-label') ?? at?.innerText ?? '')
    })
  }

  async goesBack(): Promise<void> {
    await this.page.goBack()
  }

  async losesNetwork(): Promise<void> {
    await this.context.setOffline(true)
  }

  async findsNetwork(): Promise<void> {
    await this.context.setOffline(false)
  }

  /** Calls of this method wait until let go: a slow network, without waiting for real. */
  async slowDown(method: string): Promise<() => Promise<void>> {
    const held: (() => void)[] = []
    let open = false
    const pattern = `**/rpc/${method}`
    await this.page.route(pattern, async (route) => {
      if (!open) await new Promise<void>((go) => held.push(go))
      await route.continue()
    })
    return async () => {
      open = true
      for (const go of held) go()
    }
  }

  async until(check: () => Promise<boolean>, complaint: string, limit = patience): Promise<void> {
    const end = Date.now() + limit
    while (!(await check().catch(movedOn))) {
      if (Date.now() > end) throw new Error(`${this.called} ${complaint}\n--- ${this.page.url()}\n${await this.page.evaluate(() => document.body.innerText).catch(() => '')}`)
      await new Promise((go) => setTimeout(go, 25))
    }
  }
}

/** The page was just leaving; asked again, it is there. */
function movedOn(error: unknown): false {
  if (/context was destroyed|navigat|Target.*closed/i.test(String(error))) return false
  throw error
}

export function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Names of keys, and the prefix of our numbers. */
const known = /^(ZX|Ctrl|Enter|Esc)$/

/** Words of three Latin letters or more, written or spoken, that people would meet. */
async function foreignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const spoken = [...document.querySelectorAll<HTMLElement>('[aria-label],[placeholder]')].filter((one) => one.getClientRects().length > 0)
    return [document.body.innerText, ...spoken.flatMap((one) => [one.getAttribute('aria-label') ?? '', one.getAttribute('placeholder') ?? ''])]
  })
  // A code for a household is signs, not a word.
  const code = /[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}/g
  return texts.flatMap((text) => text.replaceAll(code, '').match(/[A-Za-z_]{3,}/g) ?? []).filter((word) => !known.test(word))
}
