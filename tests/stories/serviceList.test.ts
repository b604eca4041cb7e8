import { afterAll, beforeAll, expect, test } from 'vitest'
import { chunshen } from '../fixtures/community'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

const said = '住满一年来签一次，居住证就一直有用。'

let town: Town
let chen: Person
let slug: string

beforeAll(async () => {
  town = await openTown()
  const { items } = await town.community.as('chen').service.listEdited({ committeeId: chunshen.committeeId })
  slug = items.find(({ title }) => title === '居住证签注')!.slug
  chen = await town.as('chen', { viewport: desktop })
}, opening)
afterAll(() => town?.close())

/** What residents read of it now. */
const read = async () => (await town.community.as('visitor').service.get({ committeeId: chunshen.committeeId, slug })).summary

test('陈敏 says it more plainly; it saves itself and stands beside as residents will read it, and they read nothing yet', async () => {
  const before = await read()
  await chen.opens('staff/services')
  await chen.presses('/')
  await chen.page.keyboard.insertText('签注')
  await chen.taps(/^居住证签注/)
  await chen.types('一句话说清楚', said)
  await chen.sees('自动存好', '第 2 版草稿')
  await chen.until(async () => (await chen.page.locator('.sd-preview').innerText()).includes(said), 'sees it in the preview')
  await chen.taps('看改了什么')
  await chen.sees(said)
  await chen.presses('Escape')
  await chen.taps('送审')
  await chen.sees('第 2 版等审')
  expect(await read()).toBe(before)
})

test('唐慧 reads it and lets it out', async () => {
  const tang = await town.as('tang', { viewport: desktop })
  await tang.opens('staff/services')
  await tang.sees('陈敏送的')
  await tang.taps(/^居住证签注/)
  await tang.taps('发布')
  await tang.taps('现在发布')
  await tang.sees('第 2 版，居民正在看')
  expect(await read()).toBe(said)
})

test('周女士 finds it by first letters, and by a sign that only sounds alike', async () => {
  const zhou = await town.as('zhou')
  await zhou.opens('pages/services')
  for (const typed of ['jzzqz', '居住正签住']) {
    await zhou.types('搜事项', typed)
    await zhou.sees('找到 1 项', said)
  }
  await zhou.taps(/^居住证签注/)
  await zhou.sees(said, '怎么办')
})
