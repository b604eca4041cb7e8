import { expect, test } from 'vitest'
import { gravest, piecesOf, wordsIn } from './verdict'

test('the gravest of several verdicts holds', () => {
  expect(gravest([])).toBe('passed')
  expect(gravest(['passed', 'passed'])).toBe('passed')
  expect(gravest(['passed', 'unchecked'])).toBe('unchecked')
  expect(gravest(['unchecked', 'doubtful'])).toBe('doubtful')
  expect(gravest(['doubtful', 'listed'])).toBe('listed')
  expect(gravest(['listed', 'refused', 'passed'])).toBe('refused')
})

test('a long text is asked about in pieces that lose and double nothing', () => {
  expect(piecesOf('')).toEqual([])
  expect(piecesOf('灯', 2)).toEqual(['灯'])
  expect(piecesOf('一二三四五', 2)).toEqual(['一二', '三四', '五'])
  expect(piecesOf('a🙂b🙂', 2)).toEqual(['a🙂', 'b🙂'])
  const long = '楼道灯'.repeat(2_000)
  expect(piecesOf(long).join('')).toBe(long)
  expect(piecesOf(long).map((piece) => piece.length)).toEqual([2_500, 2_500, 1_000])
})

test('what was typed is gathered from the named fields alone, however deep it lies', () => {
  expect(wordsIn({ text: '灯不亮', place: '二楼', kind: 'request' }, ['text', 'place'])).toBe('灯不亮\n二楼')
  expect(wordsIn({ to: { kind: 'property', name: '海明物业' }, reason: '' }, ['to', 'reason'])).toBe('property\n海明物业')
  expect(wordsIn({ items: [{ fact: '漏水' }, { fact: '停车' }], count: 2 }, ['items'])).toBe('漏水\n停车')
  expect(wordsIn({ text: '  \n' }, ['text'])).toBe('')
  expect(wordsIn({ text: '灯' }, [])).toBe('')
  expect(wordsIn(null, ['text'])).toBe('')
})
