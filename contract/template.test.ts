import { expect, test } from 'vitest'
import { fillTemplate, unfilledIn } from './template'

const values = { 编号: 'ZX-2026-000123', 日期: '11月27日（周五）', 称呼: '周女士' }

test('what is known is filled in, with a half space between figures and Han characters', () => {
  expect(fillTemplate('{称呼}，{编号}这件事{日期}前答复您。', values)).toBe('周女士，ZX-2026-000123 这件事 11月27日（周五）前答复您。')
  expect(fillTemplate('（{编号}）{日期}前', { ...values, 日期: '今天 14:30' })).toBe('（ZX-2026-000123）今天 14:30 前')
  expect(fillTemplate('｛称呼｝，您好。{称呼}', values)).toBe('周女士，您好。周女士')
  expect(fillTemplate('没有要填的', values)).toBe('没有要填的')
})

test('what is not known stays, and is named', () => {
  const text = fillTemplate('{称呼}，{日期}前答复您', { 称呼: '周女士' })
  expect(text).toBe('周女士，{日期}前答复您')
  expect(unfilledIn(text)).toEqual(['日期'])
  expect(unfilledIn('｛编号｝和{称呼}和{称呼}')).toEqual(['编号', '称呼'])
  expect(unfilledIn('周女士，11月27日 前答复您')).toEqual([])
  expect(unfilledIn('{别的}')).toEqual([])
})
