import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let wang: Person

beforeAll(async () => {
  town = await openTown()
  wang = await town.as('wang')
}, opening)
afterAll(() => town?.close())

const counts = async () => (await town.community.as('wang').demand.listInbox({})).counts

test('she picks what she has seen and marks it read at once', async () => {
  const before = await counts()
  expect(before.unread).toBeGreaterThan(1)
  await wang.opens('leader/inbox')
  await wang.taps(/^没看过/)
  await wang.taps('选几件')
  await wang.taps('标为看过')
  await wang.sees('先点选几件')
  await wang.taps('全选')
  await wang.sees(`选了 ${before.unread} 件`)
  await wang.taps('标为看过')
  await wang.sees('都看过了')
  expect((await counts()).unread).toBe(0)
  expect((await counts()).mine).toBe(before.mine)
})

test('she puts one off with a reason, finds it again, and it comes back by itself', async () => {
  const before = await counts()
  await wang.opens('leader/inbox')
  await wang.taps('选几件')
  await wang.taps(/10号楼下的长椅断了一条木板/)
  await wang.taps('先放一放')
  await wang.sees('答复的日子不变')
  await wang.taps(/^放到/)
  await wang.sees('还差一样：为什么先放着')
  await wang.taps('等配件')
  await wang.taps(/^放到/)
  await wang.sees('先放着的 1')
  await wang.doesNotSee('10号楼下的长椅断了一条木板')
  expect(await counts()).toMatchObject({ mine: before.mine - 1, snoozed: 1 })
  await wang.taps('先放着的 1')
  await wang.sees('10号楼下的长椅断了一条木板', '等配件')

  await town.later({ days: 3 })
  await wang.opens('leader/inbox')
  await wang.sees('10号楼下的长椅断了一条木板')
  expect((await counts()).snoozed).toBe(0)
})

test('what waits is answered in three taps', async () => {
  await wang.opens('leader/inbox')
  const before = wang.tapped
  await wang.taps(/10号楼下的长椅断了一条木板/)
  await wang.types('写给居民', '木板换好了，您坐坐看。')
  await wang.taps('答复并请确认')
  await wang.sees('答复送到了', '等居民确认')
  expect(wang.tapped - before).toBeLessThanOrEqual(3)
})

test('danger is never put off', async () => {
  await town.community.as('zhou').demand.file({ committeeId: (await town.community.as('wang').account.home({})).committee.id, kind: 'hazard', text: '楼道里有焦味，插座在冒烟。', place: '', urgency: 'danger', visibility: 'committee' })
  await wang.opens('leader/inbox')
  await wang.sees('有危险，先去看')
  await wang.taps('选几件')
  await wang.taps(/楼道里有焦味/)
  await wang.taps('先放一放')
  await wang.sees('这一件快到日子了，或者有危险，不能放')
})
