import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { base64, sha256 } from './sha256'

test('sums and letters are those of Node, whatever the length', () => {
  for (const length of [0, 1, 2, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = new Uint8Array(randomBytes(length))
    expect([length, sha256(bytes)]).toEqual([length, createHash('sha256').update(bytes).digest('hex')])
    expect([length, base64(bytes)]).toEqual([length, Buffer.from(bytes).toString('base64')])
  }
})
