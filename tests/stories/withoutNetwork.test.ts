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

const text = '电梯里的通风扇不转，夏天一进去就闷。'

async function filed(): Promise<number> {
  const [row] = await town.community.rows<{ count: number }>('select count(*)::int as count from demand where text = $1', [text])
  return row!.count
}

test('what one has begun to write is there again, however quickly one leaves', async () => {
  await zhou.taps('说件事')
  await zhou.types('发生了什么', text)
  await zhou.taps('返回上一页')
  await zhou.doesNotSee('发生了什么')
  await zhou.taps('说件事')
  await zhou.sees('发生了什么')
  expect(await zhou.field('发生了什么').inputValue()).toBe(text)
})

test('without a network it waits on the phone; when the network is back it is sent once', async () => {
  // Once seen, a page is on the phone.
  await zhou.opens('resident/my-demands')
  await zhou.opens('pages/home')
  await zhou.taps('我的')
  await zhou.taps(/^我说的事/)
  await zhou.sees('11号楼二楼楼道灯不亮三天了')
  await zhou.taps('返回上一页')
  await zhou.taps('首页')
  await zhou.taps('说件事')
  expect(await zhou.field('发生了什么').inputValue()).toBe(text)

  await zhou.losesNetwork()
  await zhou.taps('交给王芳')
  await zhou.sees('待上传', '没有网络。您写的留在手机里，联网自动送出', '110、119、120')
  expect(await zhou.words()).not.toContain('已收到')
  await zhou.taps('看我说的事')
  await zhou.sees('待上传', text.slice(0, 10), '联网自动送出')
  await zhou.taps('返回上一页')
  await zhou.sees('您说的每件事，都有人接着')
  expect(await filed()).toBe(0)

  await zhou.findsNetwork()
  await zhou.until(async () => (await filed()) === 1, 'has it sent')
  await zhou.taps('我的')
  await zhou.taps(/^我说的事/)
  await zhou.sees('已到王芳手里', text.slice(0, 10))
  await zhou.doesNotSee('待上传')
  expect(await filed()).toBe(1)
})

test('who stays on the page reads 已收到 only once the server has it', async () => {
  const other = '楼下晾衣架的绳子断了，被子掉在地上。'
  await zhou.opens('pages/home')
  await zhou.taps('说件事')
  await zhou.types('发生了什么', other)
  await zhou.sees('王芳')
  await zhou.losesNetwork()
  await zhou.taps('交给王芳')
  await zhou.sees('待上传')
  await zhou.findsNetwork()
  await zhou.sees('已收到', 'ZX-2026-')
})

test('without a network the pages show what they last had, and of when it is', async () => {
  await zhou.opens('pages/home')
  await zhou.taps('我的')
  await zhou.taps(/^我说的事/)
  await zhou.taps('11号楼二楼楼道灯不亮三天了')
  await zhou.sees('王芳在办')
  await zhou.taps('返回上一页')
  await zhou.sees('居住证快到期了')
  await zhou.taps('返回上一页')
  await zhou.losesNetwork()
  await town.later({ hours: 5 })
  await zhou.taps(/^我说的事/)
  await zhou.sees('没有网络，下面是 13:0', '11号楼二楼楼道灯不亮三天了')
  await zhou.taps('11号楼二楼楼道灯不亮三天了')
  await zhou.sees('没有网络，下面是 13:0', '我今晚拿一个感应灯贴在拐角')
  await zhou.findsNetwork()
  await zhou.until(async () => !(await zhou.words()).includes('没有网络'), 'is rid of the bar')
})
