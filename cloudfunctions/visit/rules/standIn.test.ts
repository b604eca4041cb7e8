import { expect, test } from 'vitest'
import { standInFor } from './standIn'

test('the first in order who is there and free; a visit without a time asks only who is there', () => {
  const seen = [{ accountId: 'li', away: true, busy: false }, { accountId: 'liu', away: false, busy: true }, { accountId: 'tang', away: false, busy: false }]
  expect(standInFor(['li', 'liu', 'tang'], seen, true)).toBe('tang')
  expect(standInFor(['li', 'liu', 'tang'], seen, false)).toBe('liu')
  expect(standInFor(['li'], seen, true)).toBeNull()
})
