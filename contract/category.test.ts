import { expect, test } from 'vitest'
import { answerIssues, CategoryAnswers, guessCategory, type CategoryQuestion } from './category'

const question = (change: Partial<CategoryQuestion>): CategoryQuestion => ({ id: 'inside', label: '里面有人吗', type: 'choice', options: ['有人', '没有人'], required: false, hint: null, ...change })
const inside = question({ required: true })
const which = question({ id: 'which', label: '哪一台', type: 'text', options: [] })
const floors = question({ id: 'floor', label: '几楼', type: 'number', options: [] })
const questions = [inside, which, floors]
const codes = (answers: CategoryAnswers) => answerIssues(questions, answers).map(({ path, code }) => `${path.join('.')} ${code}`)

test('what fits has nothing to say', () => {
  expect(codes([{ id: 'inside', answer: '有人' }, { id: 'which', answer: '左边那台' }, { id: 'floor', answer: 6 }])).toEqual([])
})

test.each<[string, CategoryAnswers, string[]]>([
  ['left out', [], ['answers.inside missing']],
  ['no option', [{ id: 'inside', answer: '也许' }], ['answers.inside notOffered']],
  ['a number where words are', [{ id: 'inside', answer: '有人' }, { id: 'which', answer: 3 }], ['answers.which notText']],
  ['words where a number is', [{ id: 'inside', answer: '有人' }, { id: 'floor', answer: '六楼' }], ['answers.floor notNumber']],
  ['below nought', [{ id: 'inside', answer: '有人' }, { id: 'floor', answer: -1 }], ['answers.floor notNumber']],
  ['beyond every house', [{ id: 'inside', answer: '有人' }, { id: 'floor', answer: 1e12 }], ['answers.floor notNumber']],
  ['said twice', [{ id: 'inside', answer: '有人' }, { id: 'inside', answer: '没有人' }], ['answers.inside twice']],
  ['a question of another theme', [{ id: 'inside', answer: '有人' }, { id: 'room', answer: '厨房' }], ['answers.room unknown']],
  ['a name of the language', [{ id: 'inside', answer: '有人' }, { id: '__proto__', answer: 'x' }, { id: 'constructor', answer: 'x' }], ['answers.__proto__ unknown', 'answers.constructor unknown']],
])('%s is named', (_what, answers, wrong) => {
  expect(codes(answers)).toEqual(wrong)
})

test('too many, too long, empty, or of another type never reach the rule', () => {
  const fits = (answers: unknown) => CategoryAnswers.safeParse(answers).success
  expect(fits([{ id: 'which', answer: '左边' }])).toBe(true)
  expect([
    Array.from({ length: 6 }, () => ({ id: 'which', answer: '左' })), [{ id: 'which', answer: '左'.repeat(201) }], [{ id: 'which', answer: '   ' }], [{ id: 'which', answer: Number.NaN }],
    [{ id: 'which', answer: { toString: '左' } }], [{ id: 'which', answer: ['左'] }], [{ id: 'i'.repeat(31), answer: '左' }], { which: '左' }, [{ id: 'which', answer: '左\u0000右' }], null,
  ].filter(fits)).toEqual([])
})

const theme = (slug: string, keywords: string[], kinds = ['request']) => ({ slug, keywords, kinds })
const guess = (text: string, kind = 'request', themes = [theme('lift', ['电梯', '停半层']), theme('addLift', ['加装电梯']), theme('noise', ['装修'], ['complaint']), theme('waste', ['垃圾'])]) =>
  guessCategory(text, kind, themes)?.slug ?? null

test('the longest word found decides', () => {
  expect(guess('想问加装电梯')).toBe('addLift')
  expect(guess('电梯门坏了')).toBe('lift')
})

test('of two as long, more words; then the usual kind; then the first', () => {
  expect(guess('电梯里有垃圾，还停半层')).toBe('lift')
  expect(guess('装修垃圾', 'complaint')).toBe('noise')
  expect(guess('装修垃圾', 'request')).toBe('waste')
  expect(guess('垃圾在电梯', 'hazard')).toBe('lift')
})

test('no word, no theme', () => { expect(guess('你好')).toBeNull() })
