import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keysOf, newKey, sealsFromEnvironment } from './keys'

const place = { committeeId: '0199c000-0000-7000-8000-000000000013', field: 'resident.phone', rowId: '0199c000-0000-7000-8000-00000000a001' }
let folder: string
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'zhangxinhui-keys-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a server without keys is not started, and is told what to do', () => {
  expect(() => sealsFromEnvironment({})).toThrow(/npm run db -- key.*ZXH_KEYS.*备份/s)
})

test('beside the embedded database the first start makes a key, which only its owner reads and every later start finds', () => {
  const sealed = sealsFromEnvironment({}, path.join(folder, 'new', 'data')).seal(place, '13800000001')
  const file = path.join(folder, 'new', 'data', 'keys')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(sealsFromEnvironment({}, path.join(folder, 'new', 'data')).open(place, sealed)).toBe('13800000001')
  // Turned over by hand: the new one in front, a line each.
  writeFileSync(file, `${newKey()}\n${readFileSync(file, 'utf8')}`)
  expect(sealsFromEnvironment({}, path.join(folder, 'new', 'data')).open(place, sealed)).toBe('13800000001')
})

test('keys of the environment come before those of the folder', () => {
  const key = newKey()
  expect(sealsFromEnvironment({ ZXH_KEYS: key }, folder).head).toBe(`${key.split(':')[0]}.`)
  expect(() => statSync(path.join(folder, 'keys'))).toThrow('ENOENT')
  expect(sealsFromEnvironment({ ZXH_KEYS: key, ZXH_CIPHER: 'sm4' }).head).toBe(`${key.split(':')[0]}-sm4.`)
  expect(() => sealsFromEnvironment({ ZXH_KEYS: key, ZXH_CIPHER: 'rot13' })).toThrow('ZXH_CIPHER')
})

test('keys are read in order; what is not a key is refused without being shown', () => {
  const [a, b] = [newKey(), newKey()]
  expect(keysOf(`${b}, ${a}`).map(({ id }) => id)).toEqual([b, a].map((key) => key.split(':')[0]))
  const secret = Buffer.alloc(16, 7).toString('base64')
  for (const wrong of [' , ', secret, `k1:${secret}`, `K 1:${Buffer.alloc(32).toString('base64')}`, `k1:${Buffer.alloc(33).toString('base64')}`, `${a},${a}`]) {
    expect(() => keysOf(wrong)).toThrow(/ZXH_KEYS/)
    expect(() => keysOf(wrong)).not.toThrow(secret)
  }
  expect(newKey()).not.toBe(newKey())
})
