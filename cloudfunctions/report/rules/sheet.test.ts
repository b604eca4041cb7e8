import { expect, test } from 'vitest'
import type { Person } from '../../account/rules/person'
import { figuresOf, keptBack, mayTake, quoted, watermark } from './sheet'

test('what a program would take for a formula gets a quote, and nothing else does', () => {
  expect(['=1+1', '+86 1', '-2', '@sum', '\tx', '\rx', '12号楼', '1=1', ''].map(quoted)).toEqual(["'=1+1", "'+86 1", "'-2", "'@sum", "'\tx", "'\rx", '12号楼', '1=1', ''])
})

test('figures under five are kept back, and with a single one the next that would give it away', () => {
  const kept = (...counts: number[]) => keptBack(counts.map((count, n) => ({ word: `${n + 1}块`, count }))).map(({ count }) => count)
  expect(kept(12, 8, 5)).toEqual([12, 8, 5])
  expect(kept(12, 8, 4)).toEqual([12, '不列', '少于5'])
  expect(kept(12, 8, 3, 2)).toEqual([12, 8, '少于5', '少于5'])
  expect(kept(12, 0, 8)).toEqual([12, 0, 8])
  expect(kept(3)).toEqual(['少于5'])
  expect(figuresOf(['3块', '1块', '3块'])).toEqual([{ word: '3块', count: 2 }, { word: '1块', count: 1 }])
})

test('fifty households are for all who serve the committee whole, more for director and secretary of that committee', () => {
  const [here, elsewhere] = ['0199aaaa-0000-7000-8000-000000000001', '0199aaaa-0000-7000-8000-000000000002']
  const holding = (kind: 'officer' | 'secretary' | 'director', committeeId: string): Person => ({ accountId: here, name: '', households: [], posts: [{ committeeId, kind, blockId: null }] })
  expect([holding('officer', here), holding('secretary', here), holding('director', here), holding('director', elsewhere)].map((person) => [mayTake(person, here, 50), mayTake(person, here, 51)]))
    .toEqual([[true, false], [true, true], [true, true], [true, false]])
})

test('the line on every sheet says whose it is, who took it, when, what for, and where to find it in the log', () => {
  expect(watermark({ committee: '春申里居委会', by: '唐敏芝', at: '2026-11-20T05:05:00.000Z', why: '冬季走访排班', id: '0199ffff-ffff-7fff-bfff-aaaabbbbcccc' }))
    .toBe('春申里居委会，唐敏芝 2026-11-20 13:05 导出。用途：冬季走访排班。编号 aaaabbbbcccc。内部使用，不外传')
})
