import { createHash, createHmac, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keysOf } from './keys'
import { derive, normalised, SealBroken, sealsOf, suites, type SealPlace, type SuiteName } from './seal'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'hex')
const committee = '0199c000-0000-7000-8000-000000000013'
const other = '0199c000-0000-7000-8000-000000000014'
const place: SealPlace = { committeeId: committee, field: 'resident.phone', rowId: '0199c000-0000-7000-8000-00000000a001' }
const [one, two] = [keysOf(`k1:${Buffer.alloc(32, 1).toString('base64')}`)[0], keysOf(`k2:${Buffer.alloc(32, 2).toString('base64')}`)[0]]

describe('published answers', () => {
  test('AES-256-GCM: test case 16 of McGrew and Viega, “The Galois/Counter Mode of Operation”', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
    const text = hex('d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39')
    const bound = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2')
    const { cipher, tag } = suites.aes.encrypt(key, hex('cafebabefacedbaddecaf888'), bound, text)
    expect(cipher.toString('hex')).toBe('522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662')
    expect(tag.toString('hex')).toBe('76fc6ece0f4e1768cddf8853bb2d551b')
    expect(suites.aes.decrypt(key, hex('cafebabefacedbaddecaf888'), bound, cipher, tag)).toEqual(text)
  })

  test('SM4: the example of GB/T 32907-2016, appendix A, as the key stream of its block; and two blocks of CTR from draft-ribose-cfrg-sm4', () => {
    const block = hex('0123456789abcdeffedcba9876543210')
    const key = Buffer.concat([block, Buffer.alloc(32)])
    expect(suites.sm4.encrypt(key, block, Buffer.alloc(0), Buffer.alloc(16)).cipher.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
    const { cipher } = suites.sm4.encrypt(key, hex('000102030405060708090a0b0c0d0e0f'), Buffer.alloc(0), hex('aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd'))
    expect(cipher.toString('hex')).toBe('ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7')
  })

  test('SM3 of “abc” (GB/T 32905-2016, appendix A.1), and its HMAC as RFC 2104 builds one, over length, place, nonce and cipher', () => {
    const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest()
    expect(sm3(Buffer.from('abc')).toString('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    const key = randomBytes(48)
    const nonce = randomBytes(16)
    const { cipher, tag } = suites.sm4.encrypt(key, nonce, Buffer.from('here'), Buffer.from('13800000001'))
    const padded = Buffer.concat([key.subarray(16), Buffer.alloc(32)])
    const masked = (mask: number) => Buffer.from(padded.map((byte) => byte ^ mask))
    expect(tag).toEqual(sm3(masked(0x5c), sm3(masked(0x36), hex('00000004'), Buffer.from('here'), nonce, cipher)))
  })

  test('HKDF-SHA256 as RFC 5869 builds it: no salt, the purpose and the committee as its context', () => {
    const hmac = (key: Buffer, ...parts: Buffer[]) => createHmac('sha256', key).update(Buffer.concat(parts)).digest()
    const drawn = hmac(Buffer.alloc(32), one.master)
    const context = Buffer.from(`zhangxinhui seal aes ${committee}`)
    const first = hmac(drawn, context, Buffer.from([1]))
    expect(derive(one.master, 'seal aes', committee, suites.aes, 32)).toEqual(first)
    expect(derive(one.master, 'seal aes', committee, suites.aes, 48)).toEqual(Buffer.concat([first, hmac(drawn, first, context, Buffer.from([2]))]).subarray(0, 48))
    // Test case 3 of RFC 5869, appendix A.3, shows that the steps above are its steps.
    const key = hmac(Buffer.alloc(32), Buffer.alloc(22, 0x0b))
    expect(hmac(key, Buffer.from([1])).toString('hex')).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d')
  })

  test('what was sealed in November 2026 opens in every later version', () => {
    const seals = sealsOf([one])
    expect(seals.open(place, 'k1.AAECAwQFBgcICQoL.vOHF0Lu23XdpbzM.BF6-Ywe_SzQ3xOtMisn5DQ')).toBe('13800000001')
    expect(seals.open(place, 'k1-sm4.AAECAwQFBgcICQoLDA0ODw.Z9H7xJxFjBQkh0M.dnzvpEK8Szbr4WhHdKm9WSqNeNmrDQgiTdsstiUNmZk')).toBe('13800000001')
    expect(seals.index(committee, '13800000001')).toBe('k1.hwuX_jjOX9w1TzEYbt0n4jfMyaPd_E3gbSuda_ntjac')
    expect(sealsOf([one], 'sm4').index(committee, '13800000001')).toBe('k1-sm4.qj2VuwjtgNUr7HBUe12P8X5lzOtgn4Nmv_djHh9vz3o')
  })
})

describe.each(['aes', 'sm4'] satisfies SuiteName[])('%s', (suite) => {
  const seals = sealsOf([one], suite)

  test.each([['a number', '13800000001'], ['nothing', ''], ['words', '张阿婆的女儿，周末在家 🏠'], ['a long text', '长'.repeat(5_000)]])('gives back %s as it was', (_, text) => {
    expect(seals.open(place, seals.seal(place, text))).toBe(text)
  })

  test('the same text is sealed otherwise each time, and shows nothing of itself', () => {
    const many = Array.from({ length: 200 }, () => seals.seal(place, '13800000001'))
    expect(new Set(many).size).toBe(200)
    for (const sealed of many) expect(Buffer.from(sealed.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('1380000')
  })

  test('opens in its own row, field and committee and nowhere else', () => {
    const sealed = seals.seal(place, '13800000001')
    for (const wrong of [{ committeeId: other }, { field: 'resident.email' }, { rowId: '0199c000-0000-7000-8000-00000000a002' }]) {
      expect(() => seals.open({ ...place, ...wrong }, sealed)).toThrow(SealBroken)
    }
  })

  test('any byte changed, any part shortened or moved is noticed', () => {
    const sealed = seals.seal(place, '13800000001')
    const [head, ...parts] = sealed.split('.')
    for (const [at, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url')
      for (let byte = 0; byte < bytes.length; byte += 1) {
        const spoiled = Buffer.from(bytes)
        spoiled[byte]! ^= 1
        expect(() => seals.open(place, [head, ...parts.with(at, spoiled.toString('base64url'))].join('.'))).toThrow(SealBroken)
      }
      for (const length of [0, 1, 4, 8, bytes.length - 1]) expect(() => seals.open(place, [head, ...parts.with(at, bytes.subarray(0, length).toString('base64url'))].join('.'))).toThrow(SealBroken)
    }
    expect(() => seals.open(place, [head, parts[2], parts[1], parts[0]].join('.'))).toThrow(SealBroken)
    for (const nonsense of ['', '13800000001', 'k1', 'k1.a.b', 'k1-rot13.a.b.c', `${sealed}.`, ` ${sealed}`]) expect(() => seals.open(place, nonsense)).toThrow(SealBroken)
  })

  test('with another key of the same name it stays closed, and without its key it says which is missing', () => {
    const sealed = seals.seal(place, '13800000001')
    expect(() => sealsOf([{ id: 'k1', master: two.master }], suite).open(place, sealed)).toThrow(SealBroken)
    expect(() => sealsOf([two], suite).open(place, sealed)).toThrow(/k1/)
  })

  test('nothing that is thrown holds the text', () => {
    const thrown = (work: () => unknown) => { try { work() } catch (error) { return String((error as Error).stack) } return '' }
    const sealed = seals.seal(place, '13800000001')
    for (const words of [thrown(() => seals.open({ ...place, committeeId: other }, sealed)), thrown(() => sealsOf([two]).open(place, sealed)), thrown(() => seals.open(place, '13800000001'))]) {
      expect(words).not.toBe('')
      expect(words).not.toContain('13800000001')
    }
  })
})

describe('turning over to another key', () => {
  const [before, between, after] = [sealsOf([one]), sealsOf([two, one]), sealsOf([two])]

  test('the first key seals, all open', () => {
    const old = before.seal(place, '13800000001')
    expect(between.open(place, old)).toBe('13800000001')
    const fresh = between.seal(place, '13800000001')
    expect(fresh.startsWith(between.head)).toBe(true)
    expect(after.open(place, fresh)).toBe('13800000001')
    expect(old.startsWith(between.head)).toBe(false)
  })

  test('to the national algorithms and back: either opens what the other sealed', () => {
    const [aes, sm4] = [sealsOf([one]), sealsOf([one], 'sm4')]
    expect(aes.open(place, sm4.seal(place, '13800000001'))).toBe('13800000001')
    expect(sm4.open(place, aes.seal(place, '13800000001'))).toBe('13800000001')
    expect(sm4.head).toBe('k1-sm4.')
  })

  test('a search finds what was indexed with any key and either suite', () => {
    const wanted = between.indexes(committee, '13800000001')
    for (const seals of [before, between, after, sealsOf([one], 'sm4'), sealsOf([two], 'sm4')]) expect(wanted).toContain(seals.index(committee, '13800000001'))
    expect(after.indexes(committee, '13800000001')).not.toContain(before.index(committee, '13800000001'))
  })
})

describe('the index', () => {
  const seals = sealsOf([one])

  test('is one for all ways of writing a number, another for another number and another committee', () => {
    for (const way of ['13800000001', '138 0000 0001', '138-0000-0001', '+86 138 0000 0001', '0086 13800000001', '１３８００００ ０００１', ' 138‑0000‑0001 ']) {
      expect(normalised(way)).toBe('13800000001')
      expect(seals.index(committee, way)).toBe(seals.index(committee, '13800000001'))
    }
    expect(seals.index(committee, '13800000002')).not.toBe(seals.index(committee, '13800000001'))
    expect(seals.index(other, '13800000001')).not.toBe(seals.index(committee, '13800000001'))
  })

  test('leaves the 86 of a number that begins so, and the letters of an address', () => {
    expect(normalised('021-8612 3456')).toBe('02186123456')
    expect(normalised('86123456')).toBe('86123456')
    expect(normalised(' Lin.Jing86@Example.com ')).toBe('lin.jing86@example.com')
  })
})
