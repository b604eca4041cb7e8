/** Where the keys of sealed fields come from: the environment, or a file beside the embedded database (docs/deployment.md, 密钥). */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sealsOf, type SealKey, type Seals } from './seal'

/** `k3fa2c19:<base64 of 32 bytes>`. The id comes from the key, so that two keys never share one. */
export function newKey(): string {
  const master = randomBytes(32)
  return `k${createHash('sha256').update(master).digest('hex').slice(0, 7)}:${master.toString('base64')}`
}

const rule = '写法是 k1:<32 字节的 base64>，几把用逗号隔开，第一把是现在用的。Written k1:<base64 of 32 bytes>, several with commas between, the first is in use.'

/** `k2:…,k1:…` → keys in that order. @throws with what is wrong, never with a key */
export function keysOf(text: string): [SealKey, ...SealKey[]] {
  const keys = text.split(/[,\n]/).map((part) => part.trim()).filter(Boolean).map((part, index): SealKey => {
    const [, id, secret] = /^([a-z][a-z0-9]{0,15}):([A-Za-z0-9+/_-]{43}=?)$/.exec(part) ?? []
    if (!id || !secret) throw new Error(`ZXH_KEYS 的第 ${index + 1} 把钥匙读不懂。key ${index + 1} of ZXH_KEYS can not be read.\n${rule}`)
    return { id, master: Buffer.from(secret, 'base64') }
  })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error(`ZXH_KEYS 里有两把钥匙同名。Two keys of ZXH_KEYS have one name.\n${rule}`)
  const [first, ...others] = keys
  if (!first) throw new Error(`ZXH_KEYS 是空的。ZXH_KEYS is empty.\n${rule}`)
  return [first, ...others]
}

/**
 * The seals of this server: `ZXH_KEYS`, and `ZXH_CIPHER=sm4` for the national algorithms.
 * @param folder the data folder of the embedded database, which gets keys of its own in the file `keys`, readable by its owner only; null elsewhere
 * @throws a sentence that says what to do when there are none
 */
export function sealsFromEnvironment(env: NodeJS.ProcessEnv, folder: string | null = null): Seals {
  const cipher = env.ZXH_CIPHER ?? 'aes'
  if (cipher !== 'aes' && cipher !== 'sm4') throw new Error('ZXH_CIPHER 只能是 aes 或 sm4。ZXH_CIPHER is aes or sm4.')
  if (env.ZXH_KEYS) return sealsOf(keysOf(env.ZXH_KEYS), cipher)
  if (folder === null) {
    throw new Error('没有密钥，不能启动：请先执行 npm run db -- key 生成一把，放进环境变量 ZXH_KEYS，并另外妥善备份；丢了它，封存的电话和姓名就打不开了（见 docs/deployment.md）。\n'
      + 'No keys, so nothing is started: make one with `npm run db -- key`, put it into ZXH_KEYS and keep a copy elsewhere; without it what is sealed stays closed for ever (docs/deployment.md).')
  }
  return sealsOf(keysOf(readFileSync(keyFile(folder), 'utf8')), cipher)
}

/** Made once; of two first starts at once the one whose link is made decides. */
function keyFile(folder: string): string {
  const file = path.join(folder, 'keys')
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${newKey()}\n`, { mode: 0o600 })
  try { linkSync(draft, file) } catch (error) { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error }
  rmSync(draft)
  return file
}
