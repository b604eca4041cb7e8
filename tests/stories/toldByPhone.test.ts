import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PhoneCall } from '../../contract/notice'
import type { Person } from './person'
import { openTown, opening, type Town } from './town'

let town: Town
let wang: Person

beforeAll(async () => {
  town = await openTown()
  wang = await town.as('wang')
}, opening)
afterAll(() => town?.close())

const calls = async () => (await town.community.as('wang').notice.phoneList({})).items
const nowOf = (items: PhoneCall[]) => items.filter(({ callable }) => callable === 'now')

test('王芳 sees on 我的 who is to be told by phone, with what to say and the number', async () => {
  const items = await calls()
  const [first] = nowOf(items)
  await wang.opens('pages/me')
  await wang.taps(`电话告知，${items.length} 位`)
  await wang.seesInOrder('现在可以打', '没有能打的号码，换个办法说', '晚些再打')
  await wang.sees(first!.name, first!.label!, first!.phone!, `编号 ${first!.number}`, first!.said!)
})

test('nobody answers: she notes it, and it waits with the later ones', async () => {
  const [first] = nowOf(await calls())
  await wang.opens('leader/phone-list')
  await wang.taps(`给${first!.name}的电话记一句`)
  await wang.types('记一句', '孙子说晚饭后在家')
  await wang.taps(`${first!.name}没接`)
  await wang.sees(`${first!.name}没接，过两个小时再打`, '打过 1 次没接')
  expect(await wang.mayTap(new RegExp(`打电话给${first!.name}`))).toBe(false)
  expect(await town.community.rows(`select outcome, words from phone_try t join phone_call c on c.id = t.call_id where c.id = $1`, [first!.id])).toEqual([{ outcome: 'noAnswer', words: '孙子说晚饭后在家' }])
})

test('two hours later she reaches them, and they are off the list, for 陈敏 too', async () => {
  await town.later({ hours: 2, minutes: 5 })
  const items = await calls()
  const tried = nowOf(items).find(({ tries }) => tries > 0)!
  await wang.opens('leader/phone-list')
  await wang.taps(`告诉${tried.name}了`)
  await wang.sees(`${tried.name}已经知道了`)
  await wang.doesNotSee(tried.number)
  expect((await town.community.as('chen').notice.phoneList({})).items.map(({ id }) => id)).not.toContain(tried.id)
  await wang.opens('pages/me')
  await wang.sees(`电话告知${items.length - 1} 位`)
})
