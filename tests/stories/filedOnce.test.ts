import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let zhou: Person

beforeAll(async () => {
  town = await openTown()
  zhou = await town.as('zhou')
}, opening)
afterAll(() => town?.close())

async function filed(text: string): Promise<number> {
  const [row] = await town.community.rows<{ count: number }>('select count(*)::int as count from demand where text = $1', [text])
  return row!.count
}

test('two quick taps file it once', async () => {
  const text = '二楼垃圾桶的盖子掉了，味道很大。'
  await zhou.taps('说件事')
  await zhou.types('发生了什么', text)
  await zhou.sees('王芳')
  await zhou.tapsTwice('交给王芳')
  await zhou.sees('已收到')
  expect(await filed(text)).toBe(1)
})

test('on a slow network one taps again and again, and it is filed once; 已收到 stands there only when the server has it', async () => {
  const text = '地下车库三号灯一直闪，看着头晕。'
  await zhou.opens('resident/file-demand')
  await zhou.types('发生了什么', text)
  await zhou.sees('王芳')
  const letGo = await zhou.slowDown('demand/file')
  await zhou.taps('交给王芳')
  await zhou.sees('正在送')
  await zhou.taps('正在送')
  await zhou.tapsTwice('正在送')
  expect(await zhou.words()).not.toContain('已收到')
  expect(await filed(text)).toBe(0)
  await letGo()
  await zhou.sees('已收到')
  expect(await filed(text)).toBe(1)
})

test('who goes back from the receipt does not file it again, and finds an empty form', async () => {
  const text = '门口的减速带松了，车过去很响。'
  await zhou.opens('pages/home')
  await zhou.taps('说件事')
  await zhou.types('发生了什么', text)
  await zhou.taps('交给王芳')
  await zhou.sees('已收到')
  await zhou.goesBack()
  await zhou.sees('您说的每件事，都有人接着')
  await zhou.doesNotSee('已收到')
  await zhou.taps('说件事')
  await zhou.sees('发生了什么')
  expect(await zhou.field('发生了什么').inputValue()).toBe('')
  await zhou.taps('交给王芳')
  await zhou.sees('再多说一句')
  expect(await filed(text)).toBe(1)
})

test('an answer that is lost on the way is asked for again by itself, and it is filed once', async () => {
  const text = '11号楼一楼的防火门关不严，总是吹风。'
  let lost = 0
  await zhou.page.route('**/rpc/demand/file', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await zhou.opens('resident/file-demand')
  await zhou.types('发生了什么', text)
  await zhou.taps('交给王芳')
  await zhou.sees('待上传')
  expect(await zhou.words()).not.toContain('已收到')
  expect(await filed(text)).toBe(1)
  await zhou.losesNetwork()
  await zhou.findsNetwork()
  await zhou.sees('已收到')
  expect(lost).toBe(1)
  expect(await filed(text)).toBe(1)
})
