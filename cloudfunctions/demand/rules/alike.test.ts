import { describe, expect, test } from 'vitest'
import { likeness, mostAlike, pairsOf, type Candidate } from './alike'

const now = '2026-11-20T10:30:00.000Z'
const lift: Candidate = { demandId: 'a', title: '3号电梯停了', place: '12号楼', kind: 'request', category: 'lift', filedAt: '2026-11-20T10:05:00.000Z', sameBuilding: false }
const at = (part: Partial<Candidate>): Candidate => ({ ...lift, ...part })

describe('the same matter', () => {
  test.each([
    ['电梯停了，老人下不来', ''],
    ['电梯坏了', '12号楼'],
    ['三号电梯又停了', '十二号楼'],
    ['３号梯停了半小时，电梯里没人', ''],
  ])('%s', (text, place) => { expect(likeness({ text, place }, lift, now)).toBeGreaterThan(0) })

  test('one word is enough where the theme is the same', () => {
    expect(likeness({ text: '电梯坏了', place: '', category: 'lift' }, lift, now)).toBeGreaterThan(0)
    expect(likeness({ text: '楼上垃圾', place: '', category: 'lift' }, lift, now)).toBe(0)
  })

  test('one word is enough for who lives in the same building, not for who does not', () => {
    const said = { text: '电梯坏了', place: '' }
    expect(likeness(said, at({ sameBuilding: true }), now)).toBeGreaterThan(0)
    expect(likeness(said, lift, now)).toBe(0)
  })
})

describe('another matter', () => {
  test.each([
    ['5号电梯停了', ''],
    ['电梯停了', '6号楼'],
    ['楼道灯不亮', '12号楼'],
    ['我们希望居委会能不能解决一下这个问题', ''],
  ])('%s %s', (text, place) => { expect(likeness({ text, place }, at({ sameBuilding: true }), now)).toBe(0) })
})

test('the same building, then what was said last, stands first; four of five', () => {
  const some = [at({ demandId: 'old', filedAt: '2026-11-01T00:00:00.000Z' }), at({ demandId: 'new' }), at({ demandId: 'here', sameBuilding: true }), at({ demandId: 'other', title: '垃圾没人收' })]
  expect(mostAlike({ text: '3号电梯停了', place: '' }, some, now, 2).map(({ demandId }) => demandId)).toEqual(['here', 'new'])
})

test('an emoji and Latin letters do not break a word in two', () => {
  expect([...pairsOf('WIFI😀断了')].sort()).toEqual(['wifi', '断了'])
})
