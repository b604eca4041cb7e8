import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../fixtures/community'
import { openTown, opening, type Town } from './town'

let town: Town
beforeAll(async () => { town = await openTown() }, opening)
afterAll(() => town?.close())

async function filed(text: string): Promise<number> {
  const [row] = await town.community.rows<{ count: number }>('select count(*)::int as count from demand where text = $1', [text])
  return row!.count
}

test('when it is our fault 周女士 reads so, keeps her words, and sends them again', async () => {
  const text = '信箱上的号码牌掉了两块。'
  const zhou = await town.as('zhou')
  let broken = true
  await zhou.page.route('**/rpc/demand/file', (route) => (broken ? route.fulfill({ status: 500, json: { ok: false, fault: 'F0A1' } }) : route.continue()))
  await zhou.taps('说件事')
  await zhou.types('发生了什么', text)
  await zhou.taps('交给王芳')
  await zhou.sees('这次没送出，是我们这边的问题。内容还在')
  expect(await zhou.words()).not.toMatch(/F0A1|500|已收到/)
  expect(await zhou.field('发生了什么').inputValue()).toBe(text)
  broken = false
  await zhou.taps('再送一次')
  await zhou.sees('已收到')
  expect(await filed(text)).toBe(1)
})

test('who sends too much at once is asked to wait, and it goes out by itself', async () => {
  const text = '垃圾房的水龙头拧不紧。'
  const zhou = await town.as('zhou')
  let busy = true
  await zhou.page.route('**/rpc/demand/file', (route) => (busy ? route.fulfill({ status: 429, json: { ok: false, refusal: 'TooMany', data: { retryAfter: 1 } } }) : route.continue()))
  await zhou.taps('说件事')
  await zhou.types('发生了什么', text)
  await zhou.taps('交给王芳')
  await zhou.sees('待上传')
  busy = false
  await zhou.sees('已收到')
  expect(await filed(text)).toBe(1)
})

test('whose sign-in has ended says who they are, and what was written goes out once', async () => {
  const text = '楼顶的门一刮风就响。'
  const before = await town.as('zhou')
  await before.taps('说件事')
  await before.types('发生了什么', text)
  await before.sees('王芳')
  await before.context.clearCookies()
  await before.taps('交给王芳')
  await before.sees('还不知道您是谁')
  expect(await filed(text)).toBe(0)
  const zhou = await town.onPhoneOf(before, 'zhou')
  await zhou.until(async () => (await filed(text)) === 1, 'has it sent')
  await zhou.opens('resident/my-demands')
  await zhou.sees('楼顶的门一刮风就响', '已到王芳手里')
  await zhou.doesNotSee('没送出', '待上传')
  expect(await filed(text)).toBe(1)
})

test('what one has written stays with them: who takes the phone over neither sees nor sends it', async () => {
  const text = '三楼那家半夜还在打麻将，不想让邻居知道是我说的。'
  const before = await town.as('zhou')
  await before.taps('说件事')
  await before.types('发生了什么', text)
  await before.page.route('**/rpc/demand/file', (route) => route.abort('internetdisconnected'))
  await before.taps('交给王芳')
  await before.sees('待上传')
  const zheng = await town.onPhoneOf(before, 'zheng')
  await zheng.sees('郑先生')
  for (const place of ['resident/my-demands', 'resident/file-demand', 'pages/messages'] as const) {
    await zheng.opens(place)
    await zheng.doesNotSee('麻将', '周女士', '待上传')
  }
  expect(await filed(text)).toBe(0)
  const zhou = await town.onPhoneOf(zheng, 'zhou')
  await zhou.until(async () => (await filed(text)) === 1, 'has it sent')
  const [row] = await town.community.rows<{ id: string }>('select filed_by as id from demand where text = $1', [text])
  expect(row!.id).toBe(accounts.zhou)
})

test.each([['pages/home'], ['pages/services'], ['resident/my-demands'], ['resident/about']] as const)('%s without an answer says whose fault it is and what one can do', async (place) => {
  const visitor = await town.as('visitor')
  await visitor.page.evaluate(() => localStorage.clear())
  await visitor.page.route('**/rpc/**', (route) => route.fulfill({ status: 502, body: '<html>Bad Gateway</html>' }))
  await visitor.opens(place)
  await visitor.sees('这次没取到', '是我们这边的问题，不是您的手机')
  await visitor.page.unroute('**/rpc/**')
  await visitor.taps('再取一次')
  await visitor.doesNotSee('这次没取到')
})
