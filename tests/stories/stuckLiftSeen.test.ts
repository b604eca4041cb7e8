/** S4 as two neighbours meet it on their phones: one reports the stuck lift with a photo taken at home, the other waits together with a tap. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawDue } from '../../cloudfunctions/photo/drawDue'
import { chunshen } from '../fixtures/community'
import { jpeg } from '../fixtures/pictures'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

const { committeeId } = chunshen
const fault = '3号电梯停在四楼，门关不上，老人下不来。'
/** As it leaves the camera: EXIF with where, when and by which phone. */
const taken = jpeg({ width: 1200, height: 900, gps: true })

let town: Town
let zhou: Person
let zheng: Person
let demandId: string

beforeAll(async () => {
  town = await openTown()
  zhou = await town.as('zhou')
  zheng = await town.as('zheng')
}, opening)
afterAll(() => town?.close())

test('周女士 reports it with a photo that knows where she lives, and lets neighbours see the matter', async () => {
  for (const word of ['Exif', 'ZhouLanPhone']) expect(taken.includes(word)).toBe(true)
  await zhou.opens('resident/file-demand')
  await zhou.types('发生了什么？想怎么解决？', fault)
  const [chooser] = await Promise.all([zhou.page.waitForEvent('filechooser'), zhou.taps('加照片')])
  await chooser.setFiles([{ name: 'lift.jpg', mimeType: 'image/jpeg', buffer: taken }])
  await zhou.until(() => zhou.mayTap('再加照片，已有 1 张'), 'does not see the photo')
  await zhou.types('在哪里', '3号电梯')
  await zhou.taps(/^谁能看到/)
  await zhou.taps('邻居也能看到，不写我是谁')
  await zhou.taps(/^交给/)
  await zhou.sees('已收到', 'ZX-2026-')
  const arrived = () => town.community.rows<{ id: string }>(`select d.id from photo p join demand d on d.id = p.demand_id where d.text = $1 and p.state = 'uploaded'`, [fault])
  await zhou.until(async () => (await arrived()).length === 1, 'does not send the photo')
  demandId = (await arrived())[0]!.id
  await drawDue(town.community.surroundings)
})

test('what the page shows, fetched through the page’s own link, is the picture and nothing else', async () => {
  await zhou.opens('resident/demand', { committeeId, demandId })
  const image = zhou.page.locator('.photo-image img')
  await zhou.until(() => image.first().evaluate((one) => (one as HTMLImageElement).naturalWidth === 320), 'sees no picture')
  const small = (await image.first().getAttribute('src'))!
  await zhou.taps('第 1 张照片，点一下看大图')
  const large = () => zhou.page.evaluate(() => [...document.images].find((one) => one.naturalWidth === 1200)?.src ?? '')
  await zhou.until(async () => (await large()) !== '', 'sees no large picture')
  for (const address of [small, await large()]) {
    const answer = await zhou.context.request.get(new URL(address, zhou.page.url()).href)
    const bytes = await answer.body()
    expect([answer.status(), answer.headers()['content-type'], bytes.subarray(0, 3).toString('hex')]).toEqual([200, 'image/jpeg', 'ffd8ff'])
    for (const word of ['Exif', 'ZhouLanPhone', 'GPS', 'picture']) expect([word, bytes.includes(word)]).toEqual([word, false])
    // Besides JFIF's own block a JPEG keeps what it says of itself in APP1 to APP15 and in comments.
    expect([...bytes.entries()].filter(([at, byte]) => byte === 0xff && ((bytes[at + 1]! >= 0xe1 && bytes[at + 1]! <= 0xef) || bytes[at + 1] === 0xfe))).toEqual([])
  }
})

test('郑先生 downstairs is offered to wait together, does so with one tap, and sees neither who it was nor the photo', async () => {
  await town.later({ minutes: 3 })
  await zheng.opens('resident/file-demand')
  await zheng.types('发生了什么？想怎么解决？', '3号电梯停了，门关不上')
  await zheng.types('在哪里', '3号电梯')
  await zheng.sees('邻居也说了', '3号电梯停在四楼')
  await zheng.doesNotSee('周女士')
  const before = zheng.tapped
  await zheng.taps('是同一件事')
  expect(zheng.tapped - before).toBe(1)
  await zheng.sees('一起办，您的话另记一件')
  await zheng.taps(/^交给/)
  await zheng.sees('已收到')
  const [own] = await town.community.rows<{ id: string; status: string; lead: string }>(`select id, status, lead_id as lead from demand where lead_id = $1`, [demandId])
  expect(own).toMatchObject({ status: 'merged', lead: demandId })
  await zheng.opens('resident/demand', { committeeId, demandId: own!.id })
  await zheng.sees('王芳')
  await zheng.doesNotSee('周女士')
  expect(await zheng.page.locator('.photo-image img').count()).toBe(0)
})

test('the closing reaches both, each on a page of their own', async () => {
  const wang = await town.as('wang')
  await wang.opens('leader/demand', { committeeId, demandId })
  await wang.sees('邻居')
  await wang.types('写给居民', '电梯修好了，试了十趟。')
  await wang.taps('答复并请确认')
  await wang.sees('等居民确认')
  const [own] = await town.community.rows<{ id: string }>('select id from demand where lead_id = $1', [demandId])
  for (const [person, id] of [[zhou, demandId], [zheng, own!.id]] as const) {
    await person.opens('resident/demand', { committeeId, demandId: id })
    await person.sees('王芳（块长）的答复', '电梯修好了，试了十趟。')
    await person.taps('解决了')
    await person.until(async () => (await town.community.rows(`select from demand where id = $1 and status = 'closed'`, [id])).length === 1, 'does not close it')
  }
})
