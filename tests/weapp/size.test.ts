/** What a phone downloads. */
import { beforeAll, expect, test } from 'vitest'
import { ensureBuilt } from './built'
import { h5Sizes, weappSizes } from './sizes'

const kb = 1024
let weapp: ReturnType<typeof weappSizes>
let h5: ReturnType<typeof h5Sizes>

beforeAll(() => {
  weapp = weappSizes(ensureBuilt('weapp'))
  h5 = h5Sizes(ensureBuilt('h5'))
})

test('the main package comes quickly: at most 560 KB', () => expect(weapp.main).toBeLessThanOrEqual(560 * kb))
test('no other package is over 300 KB, and all together are not over 1.5 MB', () => {
  expect(weapp.largestSubpackage).toBeLessThanOrEqual(300 * kb)
  expect(weapp.all).toBeLessThanOrEqual(1.5 * kb * kb)
})
test('pictures are few and small: 40 KB together, none over 10 KB', () => {
  expect(weapp.images).toBeGreaterThan(0)
  expect(weapp.images).toBeLessThanOrEqual(40 * kb)
  expect(weapp.largestImage).toBeLessThanOrEqual(10 * kb)
})
test('in a browser the first page needs at most 180 KB of script, zipped, and no other page brings a piece over 60 KB', () => {
  expect(h5.firstPage).toBeGreaterThan(100 * kb)
  expect(h5.firstPage).toBeLessThanOrEqual(180 * kb)
  expect(h5.largestChunk).toBeLessThanOrEqual(60 * kb)
})
