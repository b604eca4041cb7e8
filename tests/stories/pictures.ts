/** `npx tsx tests/stories/pictures.ts <folder>`: the pages as people see them, for looking at; the folder lies outside the repository. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { setup, type Cluster } from '../cluster'
import { chunshen } from '../fixtures/community'
import type { Person, Place } from './person'
import { desktop, openTown } from './town'

const folder = path.resolve(process.argv[2] ?? '')
const inside = path.relative(path.resolve(import.meta.dirname, '../..'), folder)
if (!process.argv[2] || !inside.startsWith('..')) throw new Error('name a folder outside the repository')
mkdirSync(folder, { recursive: true })

let cluster: Cluster | undefined
const end = await setup({ provide: (_key: string, given: Cluster) => { cluster = given } } as unknown as TestProject)
const urlOf = (url: string) => new URL(`/${cluster!.template}`, url).href
// The template itself: nobody else needs it in this run.
const town = await openTown({ appUrl: urlOf(cluster!.appUrl), adminUrl: urlOf(cluster!.adminUrl), drop: async () => {} })

try {
  const { community } = town
  const { committeeId } = chunshen
  const mine = (await community.as('zhou').demand.listMine({})).items
  const inbox = (await community.as('wang').demand.listInbox({ filter: 'mine' })).items
  const lamp = { demandId: mine.find(({ status }) => status === 'accepted')!.id, committeeId }
  const onPhone: ['zhou' | 'wang', string, Place, Record<string, string>?][] = [
    ['zhou', 'home', 'pages/home'], ['zhou', 'services', 'pages/services'],
    ['zhou', 'service-item', 'resident/service-item', { committeeId, slug: (await community.as('zhou').service.list({ committeeId })).items[0]!.slug }],
    ['zhou', 'file-demand', 'resident/file-demand'], ['zhou', 'receipt', 'resident/demand-sent', lamp], ['zhou', 'my-demands', 'resident/my-demands'],
    ['zhou', 'demand', 'resident/demand', lamp], ['zhou', 'demand-answered', 'resident/demand', { demandId: mine.find(({ status }) => status === 'answered')!.id, committeeId }],
    ['zhou', 'messages', 'pages/messages'], ['zhou', 'me', 'pages/me'], ['wang', 'leader-inbox', 'leader/inbox'], ['wang', 'leader-demand', 'leader/demand', { demandId: inbox[0]!.id, committeeId }],
  ]
  const people = { zhou: await town.as('zhou'), wang: await town.as('wang') }
  for (const look of ['normal', 'elder']) {
    for (const [who, name, place, params] of onPhone) {
      await people[who].opens(place, params)
      await take(people[who], `${name}-${look}`)
    }
    if (look === 'elder') break
    for (const person of Object.values(people)) {
      await person.opens('pages/home')
      await person.taps('换成长辈版，字更大')
      await person.sees('换回普通版')
    }
  }
  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('staff/overview')
  await take(tang, 'staff-overview')
  await tang.opens('staff/demands')
  await tang.presses('ArrowDown', 'Enter')
  await tang.sees('首问责任人')
  await take(tang, 'staff-demands')
} finally {
  await town.close()
  await end()
}

/** The whole length of the page. */
async function take({ page }: Person, name: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  console.log(path.join(folder, `${name}.png`))
}
