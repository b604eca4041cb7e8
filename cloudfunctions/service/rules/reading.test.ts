import { expect, test } from 'vitest'
import { breath, readingHints } from './reading'

const words = (text: string) => readingHints(text).map((hint) => (hint.kind === 'office' ? `${hint.text} → ${hint.plainer}` : `长 ${hint.length}`))

test('words of the counter are named with what a neighbour says, in the order of the text', () => {
  expect(words('申请人须携带有效身份证件，逾期不再受理。')).toEqual(['申请人 → 您', '须 → 要', '携带 → 带上', '有效身份证件 → 身份证', '逾期 → 过了日子', '受理 → 收下来办'])
  expect(readingHints('到窗口提交')).toEqual([{ kind: 'office', at: 3, text: '提交', plainer: '交' }])
})

test('names of places, papers and laws, and everyday words are left alone', () => {
  expect(words('必须本人去社区事务受理服务中心，按《受理须知》带上身份证；不该收的钱不用交。')).toEqual([])
  expect(words('不知道该找谁，先来问一句。')).toEqual([])
})

test('a sentence of one breath passes, one character more does not', () => {
  expect(words('字'.repeat(breath))).toEqual([])
  expect(words('字'.repeat(breath + 1))).toEqual([`长 ${breath + 1}`])
})

test('a breath ends at a full stop, a semicolon or a new line, never at a comma', () => {
  for (const end of ['。', '；', '！', '？', '\n']) expect(words(`${'字'.repeat(30)}${end}${'字'.repeat(30)}`)).toEqual([])
  expect(readingHints(`短句。${'字'.repeat(30)}，${'字'.repeat(30)}。`)).toEqual([{ kind: 'long', at: 3, text: `${'字'.repeat(30)}，${'字'.repeat(30)}`, length: 60 }])
})

test('figures and names of laws take no breath', () => {
  expect(words(`《${'字'.repeat(50)}》和 13800 ${'字'.repeat(breath - 1)}`)).toEqual([])
})

test('nothing typed gives nothing, and text of any kind is read', () => {
  for (const text of ['', ' \n', '\ud800', '<b>灯</b>', '😀'.repeat(500)]) expect(words(text)).toEqual([])
})
