import { expect, test } from 'vitest'
import type { ServiceContent } from '../../../contract/serviceEditing'
import { differencesOf, compare, hintsIn } from './differences'
import { missingIn, mustBePossible, mustBeWhole, stepsFor, type Standing } from './lifecycle'

const content: ServiceContent = {
  title: '借轮椅', summary: '免费借，三天还', category: 'elder', committeeRole: 'do', audience: '住在这里的人', materials: [], steps: ['打电话约。', '到居委会拿。'], place: '居委会', hours: '工作日',
  phone: null, fee: '不收钱', timeLimit: '当天', basis: '', link: null, caution: null, keywords: [], asOf: '2026-11-20', source: '居委会', confidence: 'official', nextCheck: null, signedInOnly: false,
}

/** item / open version: steps of an officer + what director and secretary may do besides */
const table = `
  new       / draft     : save send discard + publish
  new       / review    : giveBack + publish
  new       / scheduled : + withdrawSchedule
  new       / none      : save rollBack +
  published / none      : save rollBack + check retire
  published / draft     : save send discard + publish check retire
  published / review    : giveBack + publish check retire
  published / scheduled : + withdrawSchedule check
  retired   / none      : save rollBack +
  retired   / draft     : save send discard + publish
`
const lines = table.trim().split('\n').map((line) => {
  const [from = '', officers = '', directors = ''] = line.split(/[:+]/).map((part) => part.trim())
  const [state, open] = from.split('/').map((part) => part.trim())
  const words = (text: string) => (text === '' ? [] : text.split(' ')).sort()
  return { standing: { state, open: open === 'none' ? null : open } as Standing, officers: words(officers), directors: words(`${officers} ${directors}`.trim()) }
})

test('what may be done is what the table says, and what is not may not', () => {
  expect(lines.map(({ standing }) => ({ standing, officers: [...stepsFor(standing, false)].sort(), directors: [...stepsFor(standing, true)].sort() }))).toEqual(lines)
  for (const { standing, directors } of lines) {
    for (const step of ['save', 'send', 'giveBack', 'publish', 'withdrawSchedule', 'retire', 'check', 'rollBack', 'discard'] as const) {
      const tried = () => mustBePossible(standing, step)
      if (directors.includes(step)) expect(tried).not.toThrow()
      else expect(tried).toThrow(expect.objectContaining({ code: 'WrongStep' }))
    }
  }
})

test('what is missing is named, each by its field; an empty list, and a list of nothing, are missing', () => {
  expect(missingIn(content)).toEqual([])
  expect(missingIn({ ...content, source: '', steps: [], fee: '' })).toEqual(['steps', 'fee', 'source'])
  expect(missingIn({ ...content, steps: ['', ''] })).toEqual(['steps'])
  expect(() => mustBeWhole({ ...content, source: '' })).toThrow(expect.objectContaining({ code: 'BadInput', data: { issues: [{ path: ['content', 'source'], code: 'missing' }] } }))
})

test('of two versions the fields that differ are shown, sentence by sentence and entry by entry', () => {
  expect(differencesOf(content, content)).toEqual([])
  expect(differencesOf(content, { ...content, summary: '免费借，一周还', steps: ['打电话约。', '带身份证。', '到居委会拿。'], link: { name: '随申办', url: 'https://zwdt.sh.gov.cn/' } })).toEqual([
    { field: 'summary', pieces: [{ kind: 'same', text: '免费借，' }, { kind: 'gone', text: '三天还' }, { kind: 'new', text: '一周还' }] },
    { field: 'steps', pieces: [{ kind: 'same', text: '打电话约。' }, { kind: 'new', text: '带身份证。' }, { kind: 'same', text: '到居委会拿。' }] },
    { field: 'link', pieces: [{ kind: 'new', text: '随申办' }, { kind: 'new', text: 'https://zwdt.sh.gov.cn/' }] },
  ])
})

test('what stayed and went is the old text, what stayed and came is the new one', () => {
  const [before, after] = [[...'甲乙丙丁戊甲'], [...'乙甲丙戊己甲甲']]
  const pieces = compare(before, after)
  expect(pieces.filter(({ kind }) => kind !== 'new').map(({ text }) => text)).toEqual(before)
  expect(pieces.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)).toEqual(after)
})

test('a hint says in which field, and in which entry of a list', () => {
  expect(hintsIn({ ...content, steps: ['打电话约。', '携带证件。'], fee: '须缴纳押金' })).toEqual([
    { field: 'steps', item: 1, kind: 'office', at: 0, text: '携带', plainer: '带上' },
    { field: 'fee', item: null, kind: 'office', at: 0, text: '须', plainer: '要' },
    { field: 'fee', item: null, kind: 'office', at: 1, text: '缴纳', plainer: '交' },
  ])
})
