/** The port to the file store. On a server of one's own: a folder, served by the HTTP host. In WeChat's cloud: its storage. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod/mini'
import { Id, Instant } from '../../contract/values'

/** Seconds a link is good for. */
export const linkLife = 300

export interface LinkFor {
  /** Who asked for it; where we serve the file ourselves nobody else is given it. */
  reader: Id
  now: Instant
}

export interface Files {
  /**
   * Keeps a JPEG; the same key again takes the place of the first.
   * @param key `<committee>/<photo>-thumb.jpg`
   * @returns the reference by which it is found again
   */
  put(key: string, bytes: Uint8Array): Promise<string>
  /** Private addresses, good for five minutes, in the order of the references. */
  links(refs: readonly string[], link: LinkFor): Promise<string[]>
  /** What is gone already is gone. */
  remove(refs: readonly string[]): Promise<void>
  /** The other end of a link, where we serve it ourselves: whose it is and what it opens; null for one that is forged, spoiled or past its time. */
  open?(token: string, now: Instant): Promise<{ reader: Id; bytes: Buffer } | null>
}

const missing = () => Promise.reject(new Error('no file store is configured'))
export const noFiles: Files = { put: missing, links: missing, remove: missing }

export const untilOf = (now: Instant): Instant => new Date(Date.parse(now) + linkLife * 1000).toISOString()

const Ticket = z.object({ ref: z.string(), reader: Id, until: Instant })

/** @param folder made when missing, readable by this user alone; it also holds the secret that signs the links */
export function diskFiles(folder: string): Files {
  let known: Promise<Buffer> | undefined
  const secret = () => (known ??= secretIn(folder))
  const sign = async (body: string) => createHmac('sha256', await secret()).update(body).digest()
  const placeOf = (ref: string) => {
    if (!/^[0-9a-z-]+\/[0-9a-z-]+\.jpg$/.test(ref)) throw new Error('not the name of a file of ours')
    return path.join(folder, ref)
  }
  return {
    async put(key, bytes) {
      const place = placeOf(key)
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      // Whole or not at all: a reader meets the old file or the new one.
      const aside = `${place}.${randomBytes(4).toString('hex')}`
      const file = await open(aside, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, place)
      return key
    },
    links: (refs, { reader, now }) => Promise.all(refs.map(async (ref) => {
      const body = Buffer.from(JSON.stringify({ ref, reader, until: untilOf(now) } satisfies z.infer<typeof Ticket>)).toString('base64url')
      return `/files/${body}.${(await sign(body)).toString('base64url')}`
    })),
    async remove(refs) {
      await Promise.all(refs.map((ref) => rm(placeOf(ref), { force: true })))
    },
    async open(token, now) {
      const [body = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const due = await sign(body)
      if (given.length !== due.length || !timingSafeEqual(given, due)) return null
      const { ref, reader, until } = z.parse(Ticket, JSON.parse(Buffer.from(body, 'base64url').toString()))
      if (until <= now) return null
      const bytes = await readFile(placeOf(ref)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      return bytes && { reader, bytes }
    },
  }
}

/** Made once; of two servers that start together one wins and both read what it wrote. */
async function secretIn(folder: string): Promise<Buffer> {
  const place = path.join(folder, 'secret')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const file = await open(place, 'wx', 0o600)
    await file.writeFile(randomBytes(32)).finally(() => file.close())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = await readFile(place)
  if (secret.length !== 32) throw new Error(`${place} is not whole; remove it and start again`)
  return secret
}

/** What `wx-server-sdk` offers of storage. Loading it costs 110 ms, so it is loaded with the first file. */
export interface StorageSdk {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  getTempFileURL(wanted: { fileList: { fileID: string; maxAge: number }[] }): Promise<{ fileList: { fileID: string; tempFileURL: string; status: number }[] }>
  deleteFile(unwanted: { fileList: string[] }): Promise<{ fileList: { fileID: string; status: number; errMsg: string }[] }>
}

/** Cloud storage takes 50 names a call. */
const most = 50
const inLots = (refs: readonly string[]) => Array.from({ length: Math.ceil(refs.length / most) }, (_, lot) => refs.slice(lot * most, (lot + 1) * most))

/**
 * Storage of the cloud the function runs in. Its folder `photo/` must be closed to the phones (docs/deployment.md): a link is the only way.
 * @param load brings `wx-server-sdk`
 */
export function cloudFiles(load: () => StorageSdk): Files {
  let sdk: StorageSdk | undefined
  const storage = () => {
    if (!sdk) {
      sdk = load()
      sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
    }
    return sdk
  }
  return {
    put: async (key, bytes) => (await storage().uploadFile({ cloudPath: `photo/${key}`, fileContent: Buffer.from(bytes) })).fileID,
    async links(refs) {
      const urls = new Map<string, string>()
      for (const lot of inLots(refs)) {
        const { fileList } = await storage().getTempFileURL({ fileList: lot.map((fileID) => ({ fileID, maxAge: linkLife })) })
        for (const { fileID, tempFileURL } of fileList) urls.set(fileID, tempFileURL)
      }
      return refs.map((ref) => urls.get(ref) ?? '')
    },
    async remove(refs) {
      for (const lot of inLots(refs)) {
        const { fileList } = await storage().deleteFile({ fileList: [...lot] })
        const left = fileList.filter(({ status, errMsg }) => status !== 0 && !/not ?exist|notfound/i.test(errMsg))
        if (left.length > 0) throw new Error(`${left.length} files could not be removed`)
      }
    },
  }
}
