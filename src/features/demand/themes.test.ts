import { expect, test } from 'vitest'
import type { Category } from '../../../contract/category'
import { themeIn, themeSent, themeWrong } from './themes'

const lift: Category = { slug: 'lift', name: '电梯', icon: 'up', kinds: ['hazard'], keywords: ['电梯'], questions: [{ id: 'inside', label: '里面有人吗', type: 'choice', options: ['有人', '没有人'], required: true, hint: null }] }
const noise: Category = { slug: 'noise', name: '噪声', icon: 'sound', kinds: ['complaint'], keywords: ['装修'], questions: [] }
const both = [lift, noise]
const said = { text: '电梯停了', kind: 'request' as const }

test('the words tell it until somebody says otherwise', () => {
  expect(themeIn(said, both)?.slug).toBe('lift')
  expect(themeIn({ ...said, category: 'noise' }, both)?.slug).toBe('noise')
  expect(themeIn({ ...said, category: null }, both)).toBeNull()
})

test('one that was only guessed asks for nothing; one that was chosen has its questions answered, by name', () => {
  expect(themeWrong({}, both)).toEqual({})
  expect(themeWrong({ category: 'lift' }, both)).toEqual({ inside: '“里面有人吗”还没回答' })
  expect(themeWrong({ category: 'lift', answers: [{ id: 'inside', answer: '三个' }] }, both)).toEqual({ inside: '“里面有人吗”选一个再送' })
  expect(themeWrong({ category: 'lift', answers: [{ id: 'inside', answer: '有人' }] }, both)).toEqual({})
})

test('what was not chosen does not travel', () => {
  expect(themeSent({})).toEqual({})
  expect(themeSent({ category: null })).toEqual({ category: null })
  expect(themeSent({ category: 'noise' })).toEqual({ category: 'noise', answers: [] })
})
