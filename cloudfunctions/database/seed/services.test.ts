import { expect, test } from 'vitest'
import { Confidence, ServiceCategory, ServiceItem } from '../../../contract/service'
import { readingHints } from '../../service/rules/reading'
import { committeeSeeds } from './committees'
import { ServiceContent } from '../../../contract/serviceEditing'
import { serviceSeeds } from './services'

const everything = serviceSeeds.map((item) => JSON.stringify(item))

test('there are 36 items, each with its own slug and title', () => {
  expect(serviceSeeds).toHaveLength(36)
  expect(new Set(serviceSeeds.map((item) => item.slug)).size).toBe(36)
  expect(new Set(serviceSeeds.map((item) => item.title)).size).toBe(36)
})

test.each(serviceSeeds)('$title fits the contract and the sheet', (item) => {
  expect(ServiceItem.safeParse({ ...item, verifiedBy: null }).success).toBe(true)
  expect(item.slug).toMatch(/^[a-z0-9-]{3,60}$/)
  expect(item.title.length).toBeLessThanOrEqual(14)
  expect(item.summary.length).toBeLessThanOrEqual(24)
  expect(item.steps.length).toBeGreaterThanOrEqual(2)
  expect(item.steps.length).toBeLessThanOrEqual(5)
  for (const step of item.steps) expect(step).toMatch(/。$/)
  for (const material of item.materials) expect(material.length).toBeLessThanOrEqual(30)
  expect(item.keywords.length).toBeGreaterThanOrEqual(3)
  expect(item.source).not.toBe('')
  expect(item.asOf <= '2026-11-01').toBe(true)
  if (item.phone !== null) expect(item.phone).toMatch(/^[0-9-]{3,13}$/)
})

test('every category is used, 3 to 7 items each, in order from 1', () => {
  for (const category of ServiceCategory.options) {
    const orders = serviceSeeds.filter((item) => item.category === category).map((item) => item.order)
    expect(orders.length, category).toBeGreaterThanOrEqual(3)
    expect(orders.length, category).toBeLessThanOrEqual(7)
    expect(orders, category).toEqual(orders.map((_, n) => n + 1))
  }
})

test('three items are what residents ask most', () => {
  expect(serviceSeeds.filter((item) => item.popular).map((item) => item.slug).sort()).toEqual(['certificates', 'ebike-safety', 'permit-endorsement'])
})

test('nobody is named, and nothing points to an open address', () => {
  for (const text of [...everything, JSON.stringify(committeeSeeds)]) {
    expect(text).not.toMatch(/孙琼|刘玮|张炎林/)
    expect(text).not.toContain('http://')
  }
})

test('the words are those of a neighbour', () => {
  for (const text of everything) expect(text).not.toMatch(/温馨提示|请您|敬请|！|办理流程|(?<![\p{Script=Han}])请/u)
})

test.each(serviceSeeds)('$title is read in one go: no sentence longer than a breath, no word of the counter', (item) => {
  const read = [item.summary, item.audience, ...item.materials, ...item.steps, item.place, item.hours, item.fee, item.timeLimit, item.caution ?? '']
  expect(read.flatMap(readingHints)).toEqual([])
})

test('what is dangerous says first whom to call', () => {
  for (const slug of ['child-protection', 'domestic-violence', 'temporary-relief', 'ebike-safety', 'elder-care-visit', 'repair-962121', 'escalate']) {
    expect(serviceSeeds.find((item) => item.slug === slug)!.steps[0], slug).toMatch(/11[09]|120/)
  }
})

test('the twelve committees stand in the published order, closed, with nothing invented', () => {
  expect(committeeSeeds).toHaveLength(12)
  expect(new Set(committeeSeeds.map((one) => one.slug)).size).toBe(12)
  for (const one of committeeSeeds) expect(one).toMatchObject({ open: false, invented: false, phone: null, hours: null })
  expect(committeeSeeds.filter((one) => one.address !== null)).toHaveLength(6)
})

test('how sure we are is told', () => {
  const counts = Confidence.options.map((mark) => `${mark} ${serviceSeeds.filter((item) => item.confidence === mark).length}`)
  console.info(counts.join(', '))
})

test('what a committee begins with can be opened in the editor and saved as it is', () => {
  for (const item of serviceSeeds) expect([item.slug, ServiceContent.safeParse({ ...item, nextCheck: null, signedInOnly: false }).error?.issues]).toEqual([item.slug, undefined])
})
