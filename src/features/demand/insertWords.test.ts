import { expect, test } from 'vitest'
import { insertWords } from './insertWords'

test('into an empty box they come as they are', () => { expect(insertWords('', '周女士，接下了。', 0)).toBe('周女士，接下了。') })
test('at the cursor, between what stands before and after it', () => { expect(insertWords('先看。再答。', '问物业。', 3)).toBe('先看。问物业。再答。') })
test('before all else, where the cursor stands first', () => { expect(insertWords('再答。', '先看。', 0)).toBe('先看。再答。') })
test('at the end on a line of their own', () => {
  expect(insertWords('先看。', '再答。', 3)).toBe('先看。\n再答。')
  expect(insertWords('先看。', '再答。', null)).toBe('先看。\n再答。')
  expect(insertWords('先看。\n', '再答。', 4)).toBe('先看。\n再答。')
  expect(insertWords('先看。', '再答。', 99)).toBe('先看。\n再答。')
})
