import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { searchText } from '../../database/seed/pinyin'
import { serviceSeeds } from '../../database/seed/services'
import { soundsOf, wordsOf } from './sounds'

test('every character of the first list is read as the dictionary reads it where it stands', () => {
  for (const { title, summary, keywords, materials } of serviceSeeds) {
    for (const text of [title, summary, ...keywords, ...materials]) {
      for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
        const read = pinyin(run, { toneType: 'none', type: 'array', v: true })
        for (const [at, one] of [...run].entries()) expect(soundsOf([one]), `${one} in ${run}`).toMatch(new RegExp(`(?:^|\\P{ASCII})${read[at]}[^a-z]*${one}`, 'u'))
      }
    }
  }
})

test('only syllables in use travel, with all that is read so', () => {
  expect(soundsOf(['证'])).toMatch(/^zheng[^a-z]*正[^a-z]*$/)
  expect(soundsOf(['abc', ''])).toBe('')
})

test('other words stay without title and spellings, and a word of Latin letters stays', () => {
  expect(wordsOf('居住证签注', searchText('居住证签注', ['暂住证', '续签']))).toBe('暂住证 续签')
  expect(wordsOf('上网', '上网 shangwang sw wifi 宽带 kuandai kd')).toBe('wifi 宽带')
  for (const { title, keywords } of serviceSeeds) expect(wordsOf(title, searchText(title, keywords)).split(' '), title).toEqual([...new Set(keywords.map((word) => word.toLowerCase()))])
})
