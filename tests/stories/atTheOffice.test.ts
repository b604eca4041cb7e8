import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditPage, pc } from './audit'
import type { Person } from './person'
import { desktop, openTown, opening, type Town } from './town'

let town: Town
let tang: Person

beforeAll(async () => {
  town = await openTown()
  tang = await town.as('tang', { viewport: desktop })
}, opening)
afterAll(() => town?.close())

test.each([['等首次联系', '待首次联系'], ['今天要答复', '今天到期'], ['已过时限', '超期']])('the figure %s leads to as many rows', async (tile) => {
  await tang.opens('staff/overview')
  await tang.sees('唐敏芝，今天先看这')
  const link = tang.page.getByRole('link', { name: tile })
  const figure = Number(/(\d+)件/.exec((await link.getAttribute('aria-label'))!)![1])
  expect(figure).toBeGreaterThan(0)
  await tang.taps(new RegExp(`^${tile}`))
  await tang.sees(`看到 ${figure} 件，共 ${figure} 件`)
  expect(await tang.page.locator('[role=row][tabindex="0"]').filter({ visible: true }).count()).toBe(figure)
})

test('接待台 and 入户申请 lead to their pages', async () => {
  await tang.opens('staff/overview')
  await tang.taps(/^接待台，\d+件/)
  await tang.sees('说事的人还没说清住哪一块')
  await tang.opens('staff/overview')
  await tang.taps(/^入户申请，\d+份/)
  await tang.sees('申请。')
})

test('the list of demands is worked by keyboard alone', async () => {
  await tang.opens('staff/demands')
  await tang.presses('/')
  await tang.page.keyboard.insertText('楼道灯不亮三天')
  await tang.sees('看到 1 件，共 1 件')
  await tang.presses('Escape')
  expect(await focused(tang)).toContain('11号楼二楼楼道灯不亮三天了')

  await tang.presses('/')
  await tang.presses('Control+A', 'Delete', 'Escape')
  await tang.sees('共 50 件')
  await tang.presses('ArrowDown')
  const first = await focused(tang)
  await tang.presses('ArrowDown')
  expect(await focused(tang)).not.toBe(first)
  await tang.presses('ArrowUp')
  expect(await focused(tang)).toBe(first)
  await tang.presses('Enter')
  await tang.sees('首问责任人')
  const title = await tang.page.getByRole('region', { name: '打开的这一件' }).getByRole('heading').first().innerText()
  expect(first).toContain(title)

  await tang.presses('r')
  await tang.page.keyboard.type('我是主任唐敏芝，这件事我也盯着。')
  await tang.presses('Control+Enter')
  await tang.sees('唐敏芝', '我是主任唐敏芝，这件事我也盯着。')
  await tang.until(async () => (await tang.field('写给居民').inputValue()) === '', 'has an empty box again')
  await tang.presses('Escape', 'Escape')
  await tang.sees('打开一件')
})

test('at 1280 and 1920 nothing runs over, and everything can be read and heard', async () => {
  const found: string[] = []
  for (const place of ['staff/overview', 'staff/demands', 'staff/desk', 'leader/inbox', 'leader/join-requests'] as const) {
    await tang.opens(place)
    for (const width of [1280, 1920]) {
      await tang.page.setViewportSize({ width, height: 800 })
      found.push(...(await tang.page.evaluate(auditPage, pc)).map((line) => `${place} ${width}: ${line}`))
    }
    await tang.page.setViewportSize(desktop)
    const { violations } = await new AxeBuilder({ page: tang.page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
    found.push(...violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${place}: ${id} ${nodes[0]!.html.slice(0, 120)}`))
  }
  expect(found).toEqual([])
})

function focused(person: Person): Promise<string> {
  return person.page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
}
