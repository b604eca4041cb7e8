/** A resident adds two photos, loses the network in the middle, and the leader sees both, with nothing in them but the picture. */
import * as fs from 'node:fs'
import * as path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import { jpeg } from '../fixtures/pictures'
import { openTown, opening, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
  // Those of the demonstration.
  await drawDue(town.community.surroundings)
}, opening)
afterAll(() => town?.close())

const photos = () => town.community.rows<{ id: string; state: string; received: number; with: boolean }>('select id, state, received, demand_id is not null as with from photo order by made_at, id')

test('two photos, one taken at home, and a network that goes away', async () => {
  const zhou = await town.as('zhou')
  await zhou.opens('resident/file-demand')
  await zhou.types('发生了什么？想怎么解决？', '二楼转角的墙皮鼓起来了，怕掉下来砸到人')

  let pieces = 0
  await zhou.page.route('**/rpc/photo/put', async (route) => {
    pieces += 1
    if (pieces === 3) {
      await zhou.losesNetwork()
      return route.abort('internetdisconnected')
    }
    return route.continue()
  })
  const [chooser] = await Promise.all([zhou.page.waitForEvent('filechooser'), zhou.taps('加照片')])
  const taken = (name: string, gps: boolean) => ({ name, mimeType: 'image/jpeg', buffer: jpeg({ width: 1200, height: 900, gps, noise: true }) })
  await chooser.setFiles([taken('a.jpg', true), taken('b.jpg', false)])
  await zhou.until(async () => pieces >= 3, 'sends no pieces')
  expect((await photos()).map(({ state }) => state)).toContain('uploading')

  // The words are taken without a network, and the photos are kept for them.
  await zhou.taps('交给王芳')
  await zhou.sees('待上传')
  await zhou.findsNetwork()
  await zhou.until(async () => (await photos()).filter((photo) => photo.with && photo.state === 'uploaded').length === 2, 'does not send both photos', 40_000)
  await drawDue(town.community.surroundings)

  const [demand] = (await town.community.as('zhou').demand.listMine({})).items
  const wang = await town.as('wang')
  await wang.opens('leader/demand', { committeeId: demand!.committeeId, demandId: demand!.id })
  const images = wang.page.locator('.photo-image img')
  await wang.until(async () => (await images.count()) === 2, 'sees no two photos')
  await wang.until(() => images.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth === 320)), 'sees no pictures')
  await wang.taps('第 1 张照片，点一下看大图')
  await wang.until(() => wang.page.evaluate(() => [...document.images].some((one) => one.naturalWidth === 1200)), 'sees no large picture')

  const folder = path.join(town.community.folder, demand!.committeeId)
  for (const name of fs.readdirSync(folder)) {
    const kept = fs.readFileSync(path.join(folder, name))
    for (const word of ['Exif', 'ZhouLanPhone', 'GPS']) expect([name, word, kept.includes(word)]).toEqual([name, word, false])
  }

  // A link is for one person and five minutes.
  const address = (await images.first().getAttribute('src'))!
  const status = (context: typeof wang.context) => context.request.get(new URL(address, wang.page.url()).href).then((answer) => answer.status())
  expect(await status(wang.context)).toBe(200)
  expect(await status(zhou.context)).toBe(404)
  town.community.later({ minutes: 6 })
  expect(await status(wang.context)).toBe(404)
})
