/** The last answers of the server, kept on the phone so that a page is there at once and without a network. */
import { onAppHide } from '@tarojs/taro'
import { ownerOfPhone, turnOfPhone, watchAccount } from './account'
import { keepStart, startOfRun } from './start'
import { readLater, writeLater } from './storage'

const place = 'zx.reads'
const mostEntries = 40
/** Bytes, of all entries together: read and written whole, so it must stay quick on an old phone. */
const mostBytes = 200_000
/** What is about people does not lie on a phone for longer than three days. */
const hours72 = 72 * 3600_000
const aboutNobody = /^(service|organization)\/|^account\/about$/
/** A promise about who is there now, and what somebody searched for, are of no use later. */
const fleeting = /^demand\/foresee$/

interface Opened { care?: readonly { kind: unknown }[]; members?: readonly { phone?: unknown; email?: unknown }[] }
/** What lies sealed does not lie on a phone in the clear, not even one's own (decision 025). */
function isOpened(method: string, output: unknown): boolean {
  if (method === 'rights/copy') return true
  const { care = [], members = [] } = method === 'household/get' ? (output as Opened) : {}
  return care.some(({ kind }) => kind) || members.some(({ phone, email }) => phone || email)
}

export interface KeptRead {
  method: string
  /** As JSON. */
  input: string
  output: unknown
  /** ms since 1970, when the server gave it. */
  at: number
  bytes: number
}

let kept = new Map<string, KeptRead>()
let writing: ReturnType<typeof setTimeout> | undefined
let turn = turnOfPhone()

export function keptRead(method: string, input: unknown): Pick<KeptRead, 'output' | 'at'> | undefined {
  const asked = JSON.stringify(input)
  const found = kept.get(`${method} ${asked}`)
  if (found || method !== 'account/home') return found
  const { home } = startOfRun()
  return turn === 0 && home?.input === asked ? home : undefined
}

export function keepRead(method: string, input: unknown, output: unknown): void {
  if (fleeting.test(method) || (input as { search?: string }).search) return
  const asked = JSON.stringify(input)
  if (isOpened(method, output)) return forgetRead(method, input)
  const name = `${method} ${asked}`
  const at = Date.now()
  if (method === 'account/home') keepStart({ owner: ownerOfPhone(), home: { input: asked, output, at } })
  kept.delete(name)
  kept.set(name, { method, input: asked, output, at, bytes: bytesOf(name + JSON.stringify(output)) })
  bound()
  writeSoon()
}

export function forgetRead(method: string, input: unknown): void {
  if (kept.delete(`${method} ${JSON.stringify(input)}`)) writeSoon()
}

/** All that was read by whoever had the phone. Drafts and unsent words stay, unseen by others. */
export function forgetReads(): void {
  kept = new Map()
  turn = turnOfPhone()
  keepStart({ owner: ownerOfPhone() })
  write()
}

/** @returns what last run kept, oldest first, without what this run has already read anew */
export async function loadReads(now = Date.now()): Promise<KeptRead[]> {
  const stored = await readLater<{ owner: string | null | undefined; reads: KeptRead[] }>(place)
  if (!stored || turn > 0 || stored.owner !== ownerOfPhone()) return []
  const older = stored.reads.filter(({ method, input, at }) => !kept.has(`${method} ${input}`) && (now - at < hours72 || aboutNobody.test(method)))
  kept = new Map([...older.map((read) => [`${read.method} ${read.input}`, read] as const), ...kept])
  bound()
  return older
}

function bound() {
  let bytes = 0
  let count = 0
  for (const [name, read] of [...kept].reverse()) {
    bytes += read.bytes
    count += 1
    if (bytes > mostBytes || count > mostEntries) kept.delete(name)
  }
}

function writeSoon() {
  writing ??= setTimeout(write, 1000)
}

function write() {
  clearTimeout(writing)
  writing = undefined
  void writeLater(place, { owner: ownerOfPhone(), reads: [...kept.values()] })
}

/** In UTF-8: a Chinese character takes three. */
function bytesOf(text: string): number {
  return text.length + 2 * text.replace(/[ -~]/g, '').length
}

watchAccount(() => {
  if (turnOfPhone() !== turn) forgetReads()
  else if (startOfRun().owner !== ownerOfPhone()) keepStart({ ...startOfRun(), owner: ownerOfPhone() })
})

// WeChat may end the app any time after it is out of sight.
if (process.env.TARO_ENV === 'weapp') {
  onAppHide(() => {
    if (writing) write()
  })
}
