import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutPeople } from './scrub'

test.each([
  ['12号楼 602室漏水，林女士很急', '12号楼 ×室漏水，某居民很急'],
  ['林静家 602 室，电话 138 1234 5678', '某居民家 ×室，电话 〔号码〕'],
  ['12-602 的阳台', '×室 的阳台'],
  ['3幢2单元1102漏水', '3幢2单元×室漏水'],
  ['打 021-64271234 找她', '打 〔号码〕 找她'],
  ['11号楼二楼楼道灯不亮三天了，11月26日 前修好，花 1500 元', '11号楼二楼楼道灯不亮三天了，11月26日 前修好，花 1500 元'],
  ['2026-11-26 前办好，急的打 12345', '2026-11-26 前办好，急的打 12345'],
])('%s → %s', (words, shown) => {
  expect(withoutPeople(words, ['林女士', '林静'])).toBe(shown)
})

const filler = fc.stringMatching(/^[漏水灯不亮修好了，。 ]{0,8}$/)
const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
const room = fc.integer({ min: 101, max: 2904 }).map(String)

test('whatever stands around it, no number that can be rung, no flat and no name is left', () => {
  fc.assert(fc.property(filler, phone, filler, fc.integer({ min: 1, max: 99 }), room, filler, (a, number, b, building, flat, c) => {
    const shown = withoutPeople(`${a}电话${number}，${b}${building}号楼${flat}室，周女士${c}`, ['周女士', '周岚'])
    for (const secret of [number, `${flat}室`, '周女士']) expect(shown).not.toContain(secret)
  }), { numRuns: 300 })
})
