/** Fields that lie sealed in the database: each text bound to its place, under a key of its committee (decision 022). */
import { createCipheriv, createDecipheriv, createHmac, getCiphers, getHashes, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Id } from '../../contract/values'

/** Where a text belongs. It opens there and nowhere else: moved to another row, field or committee it is broken. */
export interface SealPlace {
  committeeId: Id
  /** `resident.phone` for the column `resident.phone_sealed`. */
  field: string
  /** The `id` of the row. */
  rowId: Id
}

export interface Seals {
  /** `k1.<nonce>.<cipher>.<tag>`, base64url; another text each time. Its length tells the length of the text, and nothing else does. */
  seal(place: SealPlace, text: string): string
  /** @throws SealBroken when changed, moved, or sealed with a key that is not here */
  open(place: SealPlace, sealed: string): string
  /** What stands in `<field>_index`, for exact search: the same for one text of one committee and one key. Spaces, dashes and +86 of a phone do not count. */
  index(committeeId: Id, text: string): string
  /** What to look for: `= any(…)`. One for each key, since rows keep the index of an older key until they are sealed anew. */
  indexes(committeeId: Id, text: string): string[]
  /** What the sealed texts and indexes of today begin with, dot included; what begins otherwise is due to be sealed anew. */
  head: string
}

/** Says which key is missing or that a text does not belong where it lies; never the text. */
export class SealBroken extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'SealBroken'
  }
}

/** Authenticated encryption of one text, and the digest its keys and indexes are made with. */
export interface Suite {
  digest: 'sha256' | 'sm3'
  keyBytes: number
  nonceBytes: number
  encrypt(key: Buffer, nonce: Buffer, place: Buffer, text: Buffer): { cipher: Buffer; tag: Buffer }
  /** Null when the tag does not fit. */
  decrypt(key: Buffer, nonce: Buffer, place: Buffer, cipher: Buffer, tag: Buffer): Buffer | null
}

/** NIST SP 800-38D, with a random nonce of 96 bits: good for 2^32 texts a committee and key. */
const aes: Suite = {
  digest: 'sha256',
  keyBytes: 32,
  nonceBytes: 12,
  encrypt(key, nonce, place, text) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(place)
    return { cipher: Buffer.concat([cipher.update(text), cipher.final()]), tag: cipher.getAuthTag() }
  },
  decrypt(key, nonce, place, cipher, tag) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(place).setAuthTag(tag)
    const text = decipher.update(cipher)
    try { return Buffer.concat([text, decipher.final()]) } catch { return null }
  },
}

/**
 * The national algorithms (GB/T 32907, GB/T 32905), encrypt-then-MAC: 16 bytes of the key encrypt, 32 authenticate. OpenSSL 3.0, which
 * Node 20 brings, has SM4 in CTR and CBC but not in GCM.
 */
const sm4: Suite = {
  digest: 'sm3',
  keyBytes: 48,
  nonceBytes: 16,
  encrypt(key, nonce, place, text) {
    const sealing = createCipheriv('sm4-ctr', key.subarray(0, 16), nonce)
    const cipher = Buffer.concat([sealing.update(text), sealing.final()])
    return { cipher, tag: macOf(key, nonce, place, cipher) }
  },
  decrypt(key, nonce, place, cipher, tag) {
    if (!timingSafeEqual(tag, macOf(key, nonce, place, cipher))) return null
    const opening = createDecipheriv('sm4-ctr', key.subarray(0, 16), nonce)
    return Buffer.concat([opening.update(cipher), opening.final()])
  },
}

/** The length in front keeps place and nonce from running into one another. */
function macOf(key: Buffer, nonce: Buffer, place: Buffer, cipher: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(place.length)
  return createHmac('sm3', key.subarray(16)).update(length).update(place).update(nonce).update(cipher).digest()
}

export const suites = { aes, sm4 } as const
export type SuiteName = keyof typeof suites
const tagBytes = { aes: 16, sm4: 32 }

/** What one key is for says its name; a committee's key opens nothing of another's. */
export function derive(master: Buffer, purpose: string, committeeId: Id, { digest }: Pick<Suite, 'digest'>, bytes: number): Buffer {
  return Buffer.from(hkdfSync(digest, master, Buffer.alloc(0), `zhangxinhui ${purpose} ${committeeId}`, bytes))
}

/** A phone number is its digits, without the +86 some write in front; anything else (an address of e-mail) is told apart by its letters. */
export function normalised(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  return /^[\d\s+().‐-―-]+$/.test(plain) ? plain.replaceAll(/\D/g, '').replace(/^(00)?86(?=1\d{10}$)/, '') : plain
}

export interface SealKey {
  /** `k1`: letters and digits. Never used again for another key. */
  id: string
  /** 32 bytes. */
  master: Buffer
}

/** @param keys the first seals, all open and are searched for; @param suite what seals from now on, both open */
export function sealsOf(keys: readonly [SealKey, ...SealKey[]], suite: SuiteName = 'aes'): Seals {
  const national = getCiphers().includes('sm4-ctr') && getHashes().includes('sm3')
  if (suite === 'sm4' && !national) {
    throw new Error('这个 Node 的 OpenSSL 没有 SM4-CTR 和 SM3，不能用国密封存；请换用官方 Node，或去掉 ZXH_CIPHER=sm4。\nThe OpenSSL of this Node has no SM4-CTR and SM3; take the official Node, or leave ZXH_CIPHER=sm4 away.')
  }
  const known = new Map<string, Buffer>()
  const keyOf = (purpose: 'seal' | 'index', { id, master }: SealKey, name: SuiteName, committeeId: Id): Buffer => {
    const at = `${purpose} ${id} ${name} ${committeeId}`
    let key = known.get(at)
    if (!key) known.set(at, key = derive(master, `${purpose} ${name}`, committeeId, suites[name], purpose === 'seal' ? suites[name].keyBytes : 32))
    return key
  }
  const headOf = ({ id }: SealKey, name: SuiteName) => (name === 'aes' ? `${id}.` : `${id}-${name}.`)
  const indexWith = (key: SealKey, name: SuiteName, committeeId: Id, text: string) =>
    headOf(key, name) + createHmac(suites[name].digest, keyOf('index', key, name, committeeId)).update(normalised(text)).digest('base64url')

  return {
    head: headOf(keys[0], suite),
    seal(place, text) {
      const nonce = randomBytes(suites[suite].nonceBytes)
      const { cipher, tag } = suites[suite].encrypt(keyOf('seal', keys[0], suite, place.committeeId), nonce, bytesOf(place), Buffer.from(text))
      return headOf(keys[0], suite) + [nonce, cipher, tag].map((part) => part.toString('base64url')).join('.')
    },
    open(place, sealed) {
      const [, id, name = 'aes', ...parts] = /^([a-z0-9]+)(?:-(sm4))?\.([\w-]+)\.([\w-]*)\.([\w-]+)$/.exec(sealed) ?? []
      if (id === undefined) throw new SealBroken('这不是封存的文字 this is not a sealed text')
      const key = keys.find((one) => one.id === id)
      if (!key) throw new SealBroken(`缺少钥匙 ${id}，请把它加回 ZXH_KEYS。the key ${id} is missing; put it back into ZXH_KEYS`)
      if (name === 'sm4' && !national) throw new SealBroken('这个 Node 的 OpenSSL 没有 SM4-CTR 和 SM3 the OpenSSL of this Node has no SM4-CTR and SM3')
      const [nonce, cipher, tag] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer]
      const which = name as SuiteName
      // A short tag would be taken for a whole one by GCM, and a short nonce for another.
      const whole = nonce.length === suites[which].nonceBytes && tag.length === tagBytes[which]
      const text = whole ? suites[which].decrypt(keyOf('seal', key, which, place.committeeId), nonce, bytesOf(place), cipher, tag) : null
      if (!text) throw new SealBroken(`封存的文字被改动，或不属于这里 changed, or not of this place: ${place.field} ${place.rowId}`)
      return text.toString()
    },
    index: (committeeId, text) => indexWith(keys[0], suite, committeeId, text),
    indexes: (committeeId, text) => keys.flatMap((key) => [indexWith(key, 'aes', committeeId, text), ...(national ? [indexWith(key, 'sm4', committeeId, text)] : [])]),
  }
}

/** None of the three holds a line break, so no two places read the same. */
function bytesOf({ committeeId, field, rowId }: SealPlace): Buffer {
  return Buffer.from(`${committeeId}\n${field}\n${rowId}`)
}
