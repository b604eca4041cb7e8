import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

/** ms: some thirty pages, each at several widths. */
const long = 120_000

function atWidths(widths: number[], demands: Demands, listen = true) {
  return async (person: Person) => {
    const found: string[] = []
    for (const width of widths) {
      await person.page.setViewportSize({ width, height: phone.height })
      for (const line of await person.page.evaluate(auditPage, demands)) found.push(`${width}: ${line}`)
    }
    await person.page.setViewportSize(phone)
    return [...found, ...(listen ? await heard(person) : []), ...(await foreign(person))]
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

test('长辈版 is switched on from home, and then every page is large enough', async () => {
  for (const person of Object.values(people)) {
    await person.opens('pages/home')
    await person.taps('换成长辈版，字更大')
    await person.sees('换回普通版')
  }
  expect(await onEveryPage(await everyVisit(town), people, atWidths([320, 375, 414], elder))).toEqual([])
}, long)

test('with the largest letters nothing runs over', async () => {
  for (const person of Object.values(people)) {
    await person.opens('resident/text-size')
    await person.taps('最大')
  }
  expect(await onEveryPage(await everyVisit(town), people, atWidths([375], elder, false))).toEqual([])
}, long)
