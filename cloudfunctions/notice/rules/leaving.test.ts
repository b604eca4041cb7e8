import { expect, test } from 'vitest'
import { NoticeAbout, NoticeTemplate } from '../../../contract/notice'
import { templatesToAsk } from './asking'
import { leavingOf, templated, templateWords } from './leaving'

test('words of a message fit a field of WeChat’s and hold nothing but what is fixed', () => {
  for (const words of Object.values(templateWords)) {
    expect([...words].length).toBeLessThanOrEqual(20)
    expect(words).toMatch(/^[一-鿿，]+$/)
  }
})

test('every template is asked for and has words; what goes by one is also told by phone', () => {
  expect(Object.keys(templateWords).sort()).toEqual([...NoticeTemplate.options].sort())
  expect(templated.map(({ about }) => about)).toEqual(NoticeAbout.options.filter((about) => leavingOf(about).template !== null))
  expect(templated.filter(({ about }) => !leavingOf(about).call)).toEqual([])
})

test('one is asked for what is missing: each open matter needs one of each', () => {
  expect(templatesToAsk({}, 1)).toEqual(['taken', 'answered', 'rate'])
  expect(templatesToAsk({ taken: 1, answered: 2 }, 2)).toEqual(['taken', 'rate'])
  expect(templatesToAsk({ taken: 2, answered: 2, rate: 3 }, 2)).toEqual([])
  expect(templatesToAsk({}, 0)).toEqual([])
})
