import { expect, test } from 'vitest'
import { NoticeAbout, NoticeTemplate } from '../../../contract/notice'
import { fewestLeft, templatesToAsk, type Ledger } from './asking'
import { leavingOf, ownTemplates, templated, templateWords } from './leaving'

test('words of a message fit a field of WeChat’s and hold nothing but what is fixed', () => {
  for (const words of Object.values(templateWords)) {
    expect([...words].length).toBeLessThanOrEqual(20)
    expect(words).toMatch(/^[一-鿿，]+$/)
  }
})

test('every template is asked for and has words; what goes to a resident by one is also told by phone, what goes to one who serves never is', () => {
  expect(Object.keys(templateWords).sort()).toEqual([...NoticeTemplate.options].sort())
  expect(templated.map(({ about }) => about)).toEqual(NoticeAbout.options.filter((about) => leavingOf(about).template !== null))
  expect(templated.filter(({ about, template }) => leavingOf(about).call !== ownTemplates.includes(template))).toEqual([])
  expect([...new Set((['filed', 'wish'] as const).flatMap((moment) => templatesToAsk(moment, {}, { openDemands: 1, serves: true }, now)))]).toEqual(NoticeTemplate.options)
})

const now = '2026-11-20T05:00:00.000Z'
const some = (left: number, more: Partial<Ledger> = {}): Ledger => ({ left, askedAt: null, refusedAt: null, ...more })
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const resident = (openDemands: number) => ({ openDemands, serves: false })

test.each(['filed', 'answer'] as const)('at the moment %s one is asked for what is missing: each open matter needs one of each', (moment) => {
  expect(templatesToAsk(moment, {}, resident(1), now)).toEqual(['taken', 'answered', 'rate'])
  expect(templatesToAsk(moment, { taken: some(1), answered: some(2) }, resident(2), now)).toEqual(['taken', 'rate'])
  expect(templatesToAsk(moment, { taken: some(2), answered: some(2), rate: some(3) }, resident(2), now)).toEqual([])
  expect(templatesToAsk(moment, {}, resident(0), now)).toEqual([])
})

test('what was refused is not asked for again in ninety days, be it filed or read or served', () => {
  for (const [days, asked] of [[0, false], [89.9, false], [90, true]] as const) {
    const no = some(0, { askedAt: daysAgo(days), refusedAt: daysAgo(days) })
    expect([days, templatesToAsk('filed', { answered: no }, resident(1), now).includes('answered')]).toEqual([days, asked])
    expect([days, templatesToAsk('work', { due: no }, { openDemands: 0, serves: true }, now).includes('due')]).toEqual([days, asked])
  }
})

test('one who serves is asked once a day when none is left, and whenever they wish it', () => {
  const wang = { openDemands: 0, serves: true }
  expect(templatesToAsk('work', {}, wang, now)).toEqual(['work', 'due', 'today'])
  expect(templatesToAsk('work', { work: some(1), due: some(0, { askedAt: daysAgo(0.1) }), today: some(0, { askedAt: daysAgo(1) }) }, wang, now)).toEqual(['today'])
  expect(templatesToAsk('wish', { work: some(19, { askedAt: now, refusedAt: now }), due: some(20) }, wang, now)).toEqual(['work', 'today'])
  for (const moment of ['work', 'wish'] as const) expect(templatesToAsk(moment, {}, resident(3), now)).toEqual([])
})

test('how far it still reaches is told by the kind with the fewest, of those there are', () => {
  expect(fewestLeft('wish', { work: some(3), due: some(1), today: some(2) }, () => true)).toBe(1)
  expect(fewestLeft('wish', { work: some(3) }, (template) => template === 'work')).toBe(3)
  expect(fewestLeft('filed', { work: some(3) }, () => false)).toBe(0)
})
