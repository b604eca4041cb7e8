import { describe, expect, test } from 'vitest'
import { DisclosureState } from '../../../contract/disclosure'
import { mustStand, stepsOf } from './life'
import { mustNameNobody, namedHome } from './relief'

describe('of relief only totals', () => {
  test.each([
    ['12号楼602室的老人领到了米', '602室'], ['给 12幢3单元602 送了油', '12幢3单元602'], ['11-201 一户', '11-201'], ['11-2-602', '11-2-602'], ['十二号楼六〇二室', '六〇二室'], ['１２号楼６０２', '12号楼602'],
    ['联系 138 1234 5678', '138 1234 5678'], ['13812345678', '13812345678'], ['138****5678', '138****5678'], ['021-55501234', '021-55501234'], ['6532 1234', '6532 1234'], ['身份证31010119500101123X', '31010119500101123X'],
  ])('%s names somebody', (text, found) => {
    expect(namedHome(text)).toBe(found)
  })

  test.each(['全年发放 12,500 元，共 25 户', '合计 1250000 元', '米 60 袋、油 60 桶，60 户各一份', '2026-11-20 发完', '2026年11月20日', '在二楼活动室发放', '11月 12500.00 元', '第3号楼门口领', '一室户补助', '合计 25000000 元'])('%s names nobody', (text) => {
    expect(namedHome(text)).toBeNull()
  })

  test('is a rule of relief alone, and the refusal names the fields', () => {
    const words = { title: '602室', text: '11-201' }
    expect(() => mustNameNobody('other', words)).not.toThrow()
    expect(() => mustNameNobody('relief', words)).toThrow(expect.objectContaining({ code: 'BadInput', data: { issues: [{ path: ['title'], code: 'names_a_home' }, { path: ['text'], code: 'names_a_home' }] } }))
  })
})

test('who may do what, by state', () => {
  const all = (asker: Parameters<typeof stepsOf>[1]) => DisclosureState.options.map((state) => stepsOf(state, asker))
  expect(all({ whole: true, directs: true, resident: false })).toEqual([['save', 'publish'], ['correct', 'withdraw', 'setBoardDate'], []])
  expect(all({ whole: true, directs: false, resident: false })).toEqual([['save'], [], []])
  expect(all({ whole: false, directs: false, resident: true })).toEqual([[], ['comment'], []])
})

test('a step begins at its state and on top of what was read', () => {
  expect(() => mustStand({ state: 'draft', revision: 2 }, 'draft', 2)).not.toThrow()
  expect(() => mustStand({ state: 'draft', revision: 2 }, 'draft')).not.toThrow()
  for (const [state, revision] of [['draft', 1], ['draft', null], ['published', 2]] as const) expect(() => mustStand({ state: 'draft', revision: 2 }, state, revision)).toThrow(expect.objectContaining({ code: 'WrongStep' }))
})
