import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scaleSteps } from '../../src/features/account/scaleSteps'
import { auditPage, elder, normal, type Demands } from './audit'
import { everyVisit, onEveryPage } from './everyPage'
import type { Person } from './person'
import { openTown, opening, phone, type Town } from './town'

let town: Town
let people: Record<'zhou' | 'wang' | 'chen', Person>
beforeAll(async () => {
  town = await openTown()
  people = { zhou: await town.as('zhou'), wang: await town.as('wang'), chen: await town.as('chen') }
}, opening)
afterAll(() => town?.close())

/** ms: some sixty pages, each at several widths. */
const long = 180_000

function atWidths(widths: number[], demands: Demands) {
  return async (person: Person) => {
    const found: string[] = []
    for (const width of widths) {
      await person.page.setViewportSize({ width, height: phone.height })
      for (const line of await person.page.evaluate(auditPage, demands)) found.push(`${width}: ${line}`)
    }
    await person.page.setViewportSize(phone)
    return [...found, ...(await heard(person)), ...(await foreign(person))]
  }
}

/** What one who listens would miss. */
async function heard({ page }: Person): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** No English and no code on any page. */
async function foreign(person: Person): Promise<string[]> {
  await person.sees('')
  const words = [...person.foreign]
  person.foreign.clear()
  return words
}

test('every page can be read, hit and heard', async () => {
  expect(await onEveryPage(await everyVisit(town), people, atWidths([320, 375, 414], normal))).toEqual([])
}, long)

/** As the page draws itself once 最大 is chosen, without loading every page anew for it. */
async function withLargestLetters({ page }: Person): Promise<string[]> {
  const { scale } = scaleSteps.find(({ value }) => value === 'most')!
  await page.evaluate((most) => {
    for (const root of document.querySelectorAll<HTMLElement>('.zx')) {
      root.style.setProperty('--fs-scale', String(most))
      root.classList.add('zx--elder-max')
    }
  }, scale)
  return (await page.evaluate(auditPage, elder)).map((line) => `最大: ${line}`)
}

test('长辈版 is switched on from home, and then every page is large enough, and with the largest letters nothing runs over', async () => {
  for (const person of Object.values(people)) {
    await person.opens('pages/home')
    await person.taps('换成长辈版，字更大')
    await person.sees('换回普通版')
  }
  const usual = atWidths([320, 375, 414], elder)
  expect(await onEveryPage(await everyVisit(town), people, async (person) => [...(await usual(person)), ...(await withLargestLetters(person))])).toEqual([])
}, long)

test('最大 on its page draws every other one as it was looked at', async () => {
  await people.zhou.opens('resident/text-size')
  await people.zhou.taps('最大')
  await people.zhou.opens('pages/home')
  const drawn = () => people.zhou.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.zx')].map((root) => [root.style.getPropertyValue('--fs-scale'), root.classList.contains('zx--elder-max')]))
  expect(await drawn()).toContainEqual([String(scaleSteps.find(({ value }) => value === 'most')!.scale), true])
}, long)
