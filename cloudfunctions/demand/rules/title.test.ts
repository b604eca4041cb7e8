import { expect, test } from 'vitest'
import { firstLetters, titleOf } from './title'

test.each([
  ['11号楼二楼楼道灯不亮三天了。我妈晚上看不清。', '11号楼二楼楼道灯不亮三天了'],
  ['灯不亮', '灯不亮'],
  ['  想问居住证？  ', '想问居住证'],
  ['。。', '。。'],
])('“%s” is called “%s”', (text, title) => {
  expect(titleOf(text)).toBe(title)
})

test('a long sentence is cut, an emoji never in the middle', () => {
  const title = titleOf(`${'长'.repeat(26)}😀😀😀`)
  expect(title).toBe(`${'长'.repeat(26)}😀…`)
})

test('the last words of a card end with a whole letter', () => {
  expect(firstLetters(`${'灯'.repeat(59)}😀😀`, 60)).toBe(`${'灯'.repeat(59)}😀`)
  expect(firstLetters('灯', 60)).toBe('灯')
})
