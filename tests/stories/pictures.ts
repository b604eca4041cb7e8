/**
 * `npx tsx tests/stories/pictures.ts <folder> [part of a name …]`: every page as people see it, for looking at: on a phone, in 长辈版, and wide for
 * those who serve. The folder lies outside the repository; with parts of names only the pages that contain one are drawn.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { setup, type Cluster } from '../cluster'
import { everyVisit } from './everyPage'
import type { Person } from './person'
import { desktop, openTown, phone } from './town'

const [given, ...wanted] = process.argv.slice(2)
const folder = path.resolve(given ?? '')
const inside = path.relative(path.resolve(import.meta.dirname, '../..'), folder)
if (!given || !inside.startsWith('..')) throw new Error('name a folder outside the repository')
mkdirSync(folder, { recursive: true })

let cluster: Cluster | undefined
const end = await setup({ provide: (_key: string, value: Cluster) => { cluster = value } } as unknown as TestProject)
const urlOf = (url: string) => new URL(`/${cluster!.template}`, url).href
// The template itself: nobody else needs it in this run.
const town = await openTown({ appUrl: urlOf(cluster!.appUrl), adminUrl: urlOf(cluster!.adminUrl), drop: async () => {} })

/** px; lists go on below. */
const longest = 2600
const widths = { phone, wide: desktop, wider: { width: 1920, height: 1080 } }

try {
  const visits = (await everyVisit(town)).map((visit, index) => ({ ...visit, name: `${String(index + 1).padStart(2, '0')}-${visit.place.replaceAll('/', '-')}` }))
    .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  const people = { zhou: await town.as('zhou'), wang: await town.as('wang'), chen: await town.as('chen') }
  const draw = async (look: string, { width, height }: { width: number; height: number }, which = visits) => {
    for (const { reader, place, params, name } of which) {
      const { page } = people[reader]
      await page.setViewportSize({ width, height })
      await people[reader].opens(place, params)
      await take(people[reader], `${name}-${look}`)
    }
  }
  await draw('phone', widths.phone)
  const wide = visits.filter(({ reader }) => reader !== 'zhou')
  await draw('wide', widths.wide, wide)
  await draw('wider', widths.wider, visits.filter(({ place }) => place.startsWith('staff/')))
  for (const person of Object.values(people)) {
    await person.page.setViewportSize(widths.phone)
    await person.opens('pages/home')
    await person.taps('换成长辈版，字更大')
    await person.sees('换回普通版')
  }
  await draw('elder', widths.phone)
} finally {
  await town.close()
  await end()
}

/** The whole length of the page: the window is made as long as what scrolls in it. */
async function take({ page }: Person, name: string): Promise<void> {
  const { width, height } = page.viewportSize()!
  const long = await page.evaluate(() => Math.max(...[...document.querySelectorAll('html, body, .taro_page, [role=main]')].map((one) => one.scrollHeight)))
  await page.setViewportSize({ width, height: Math.min(Math.max(long, height), longest) })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.setViewportSize({ width, height })
  console.log(path.join(folder, `${name}.png`))
}
