import { expect, test } from 'vitest'
import type { Category } from '../../../contract/category'
import { Refusal } from '../../../contract/refusal'
import { themeOf } from './theme'

const lift: Category = {
  slug: 'lift', name: '电梯', icon: 'up', kinds: ['hazard'], keywords: ['电梯'],
  questions: [{ id: 'inside', label: '里面有人吗', type: 'choice', options: ['有人', '没有人'], required: true, hint: null }, { id: 'floor', label: '停在几楼', type: 'number', options: [], required: false, hint: null }],
}
const noise: Category = { slug: 'noise', name: '噪声', icon: 'sound', kinds: ['complaint'], keywords: ['装修'], questions: [] }
const said = (change: Partial<Parameters<typeof themeOf>[0]> = {}) => themeOf({ kind: 'request', text: '电梯停了', about: 'community', ...change }, [lift, noise])
const issuesOf = (change: Partial<Parameters<typeof themeOf>[0]>) => {
  try { said(change) } catch (error) { return (error as Refusal).data.issues }
  return 'no refusal'
}

test('left out, the words tell it and nothing is asked', () => { expect(said()).toEqual({ category: 'lift', answers: [] }) })
test('none of them stays none, whatever the words tell', () => { expect(said({ category: null })).toEqual({ category: null, answers: [] }) })
test('of the app itself nothing is told', () => { expect(said({ about: 'app' })).toEqual({ category: null, answers: [] }) })

test('a chosen one keeps its answers with the question as it was asked, in the order of the questions', () => {
  expect(said({ category: 'lift', answers: [{ id: 'floor', answer: 6 }, { id: 'inside', answer: '有人' }] }))
    .toEqual({ category: 'lift', answers: [{ id: 'inside', label: '里面有人吗', answer: '有人' }, { id: 'floor', label: '停在几楼', answer: '6' }] })
})

test('what does not fit is refused by the name of the question', () => {
  expect(issuesOf({ category: 'lift' })).toEqual([{ path: ['answers', 'inside'], code: 'missing' }])
  expect(issuesOf({ category: 'noise', answers: [{ id: 'inside', answer: '有人' }] })).toEqual([{ path: ['answers', 'inside'], code: 'unknown' }])
  expect(issuesOf({ category: 'spaceships' })).toEqual([{ path: ['category'], code: 'unknown' }])
  // Answers go with the theme they belong to, and that has to be said.
  expect(issuesOf({ answers: [{ id: 'inside', answer: '有人' }] })).toEqual([{ path: ['answers', 'inside'], code: 'unknown' }])
})
