import { describe, expect, test } from 'vitest'
import { kindListedIn, listed, normalised } from './wordList'

describe('a listed word is found however it is written', () => {
  test.each([
    ['plainly', '有人在群里招揽百家乐，天天发。'],
    ['in traditional characters', '百家樂開戶送錢'],
    ['with spaces between', '百 家 乐'],
    ['with full-width spaces', '百　家　乐'],
    ['with stars and dots', '百*家.乐'],
    ['with commas and brackets', '（百，家）、乐'],
    ['with characters nobody sees', '百\u200b家\ufeff乐'],
    ['with a picture between', '百🎲家🎲乐'],
    ['at the end of a long text', `${'楼道里的灯坏了，'.repeat(100)}百家乐`],
  ])('%s', (_, text) => { expect(kindListedIn(text)).toBe('gambling') })

  test('full-width letters and figures are read as plain ones, capitals as small ones', () => {
    expect(normalised('ＡＢＣ１２３ Ｖx')).toEqual(['abc123vx'])
    expect(normalised('①号楼')).toEqual(['1号楼'])
  })

  test('each kind by its own words', () => {
    for (const [kind, words] of Object.entries(listed)) for (const word of words) expect([word, kindListedIn(`这里写着${word}三个字`)]).toEqual([word, kind])
  })
})

describe('what passes', () => {
  test.each([
    '3号楼一单元的灯坏了三天，老人下楼看不见台阶。',
    '楼上装修到晚上十点，太吵了，想请居委会去说说。',
    '有人冒充物业上门推销，我妈差点被骗，能不能提醒一下大家？',
    '小区门口有人乱发办卡的小广告',
    '我跟他打赌。球场的灯明天一定还不亮！',
    '王师傅姓代！孕妇优先的牌子他装好了。',
    '',
    '。。。！！',
    '🙂🙂',
  ])('%s', (text) => { expect(kindListedIn(text)).toBeNull() })

  test('two thoughts that only meet at a full stop make no word', () => {
    expect(kindListedIn('我们打赌。球还没来')).toBeNull()
    expect(kindListedIn('我们打赌\n球还没来')).toBeNull()
    expect(kindListedIn('我们打赌 球还没来')).toBe('gambling')
  })
})

test('the list is short, has no word twice, and holds no single character', () => {
  const words = Object.values(listed).flat()
  expect(new Set(words).size).toBe(words.length)
  expect(words.length).toBeLessThanOrEqual(80)
  expect(words.filter((word) => Array.from(word).length < 2)).toEqual([])
  expect(words.filter((word) => normalised(word)[0] !== word)).toEqual([])
})
