/**
 * Commands on their way. Each is written to the phone's storage with its key before it is first sent and leaves it only by the server's
 * receipt or the person's word, so that a lost request, a lost answer or a closed app neither loses nor doubles it.
 */
import { useSyncExternalStore } from 'react'
import type { InputIssue, RefusalCode } from '../../contract/refusal'
import { isSure, ownerOfPhone, watchAccount } from './account'
import { afterReceipt } from './cache'
import { ask } from './client'
import { isOnline, watchOnline, watchShown } from './online'
import { useOnScreen } from './onScreen'
import { FaultError, RefusedError } from './outcome'
import { readLater, readNow, writeNow } from './storage'
import { newKey } from './uuid'

export interface QueueItem {
  key: string
  /** `demand/file`. */
  method: string
  input: unknown
  label: string
  /** When the person sent it. */
  at: string
  state: 'waiting' | 'refused'
  refusal: RefusalCode | null
}

/** How one command fares, for the form it came from. */
export interface Progress {
  state: 'ready' | 'sending' | 'waiting' | 'refused' | 'failed'
  refusal: RefusalCode | null
  issues: InputIssue[]
  failure: 'fault' | 'phoneFull' | null
  /** Wrapped, since an output may be anything. */
  receipt: { output: unknown } | null
}

interface Kept {
  key: string
  owner: string | null
  method: string
  input: unknown
  label: string
  at: string
  refusal: RefusalCode | null
  issues?: InputIssue[]
}

const place = 'zx.queue'
/** ms between tries, doubled each time: a network in a lift comes back soon, a server in trouble must not be pressed. */
const firstPause = 5_000
const longestPause = 300_000
/** Sent once and forgotten: not worth keeping, or never to lie on a phone like what was opened. */
const passing = /\/markRead$|^household\/(open|findPhone)$/

let items: Kept[] = []
/** Only in memory: passing ones, and those the phone has no room for. */
const unkept = new Set<string>()
const sending = new Set<string>()
const resting = new Map<string, ReturnType<typeof setTimeout>>()
const tries = new Map<string, number>()
const faults = new Set<string>()
/** Asked for more than their share of a minute; they go later by themselves. */
const slowed = new Set<string>()
/** The person is looking at these go; tries in the background do not flicker. */
const watched = new Set<string>()
/** Made in this run, by whoever holds the phone now. */
const ofThisRun = new Set<string>()
/** Received or discarded in this run: storage that fails to forget them is not believed. */
const gone = new Set<string>()
const receipts = new Map<string, { output: unknown }>()

let asking = false
const watchers = new Set<() => void>()
let listed: QueueItem[] = []
let progress = new Map<string, Progress>()
const ready: Progress = { state: 'ready', refusal: null, issues: [], failure: null, receipt: null }

/** @returns the key under which it goes; the one already on its way when the same thing waits */
export function enqueue(method: string, input: unknown, label = ''): string {
  const text = JSON.stringify(input)
  const same = items.find((item) => isMine(item) && item.method === method && JSON.stringify(item.input) === text)
  if (same) {
    retry(same.key)
    return same.key
  }
  const key = newKey()
  const item: Kept = { key, owner: ownerOfPhone() ?? null, method, input, label, at: new Date().toISOString(), refusal: null }
  ofThisRun.add(key)
  if (passing.test(method)) unkept.add(key)
  change((all) => [...all, item])
  watched.add(key)
  if (!isOnline()) rest(key)
  pump()
  tell()
  return key
}

/** Sends it again now, with its own key. */
export function retry(key: string): void {
  wakeOne(key)
  watched.add(key)
  change((all) => all.map((item) => (item.key === key ? { ...item, refusal: null, issues: undefined } : item)))
  pump()
  tell()
}

/** The person no longer wants it. What is already on the way cannot be called back. */
export function discard(key: string): void {
  wakeOne(key)
  gone.add(key)
  change((all) => all)
  pump()
  tell()
}

/** A command nobody minds losing; it may be given again with the same input. */
export function isPassing(method: string): boolean {
  return passing.test(method)
}

/** Whether it may already have reached the server. */
export function wasTried(key: string): boolean {
  return sending.has(key) || tries.has(key)
}

export function progressOf(key: string | null): Progress {
  if (key === null) return ready
  const known = progress.get(key) ?? workOut(key)
  progress.set(key, known)
  return known
}

export function watchQueue(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** What is on the phone only: the reader's own, oldest first. */
export function useQueue(): { items: QueueItem[]; retry: (key: string) => void; discard: (key: string) => void } {
  const shown = useOnScreen()
  return { items: useSyncExternalStore(shown ? watchQueue : watchNothing, queueItems, queueItems), retry, discard }
}

const watchNothing = () => () => {}

export function queueItems(): QueueItem[] {
  return listed
}

/** Takes up what earlier runs left, and sends whenever there is a chance. */
export async function startQueue(): Promise<void> {
  watchOnline((online) => {
    if (online) wake()
    else tell()
  })
  watchShown(wake)
  watchAccount(() => {
    change((all) => all.map((item) => (item.refusal === 'NotSignedIn' && ownerOfPhone() ? { ...item, refusal: null } : item)))
    wake()
  })
  // Not at once: the first picture has the storage to itself.
  if ((await readLater<Kept[]>(place))?.length) change((all) => all)
  wake()
}

function wake() {
  for (const key of resting.keys()) wakeOne(key)
  pump()
  tell()
  void makeSure()
}

/** Words of an earlier run go out only when the server has said that their writer still holds the phone. */
async function makeSure(): Promise<void> {
  const left = items.some((item) => !ofThisRun.has(item.key) && !item.refusal)
  if (!left || isSure() || asking) return
  asking = true
  // The answer itself is heard by account.ts, which wakes the queue.
  await ask('account/me', {}).catch(() => setTimeout(makeSure, firstPause * 6))
  asking = false
}

function wakeOne(key: string) {
  clearTimeout(resting.get(key))
  resting.delete(key)
  faults.delete(key)
  slowed.delete(key)
}

/** Sends the first waiting command of each subject; different subjects do not wait for each other. */
function pump() {
  const taken = new Set<string>()
  for (const item of items) {
    if (item.refusal) continue
    const subject = subjectOf(item)
    const first = !taken.has(subject)
    taken.add(subject)
    if (first && !sending.has(item.key) && !resting.has(item.key) && mayGo(item)) void deliver(item)
  }
}

async function deliver({ key, method, input, owner }: Kept): Promise<void> {
  sending.add(key)
  tell()
  try {
    const output = await ask(method, input, key, owner ?? undefined)
    receipts.set(key, { output })
    gone.add(key)
    change((all) => all)
    afterReceipt(method, output)
  } catch (error) {
    if (passing.test(method)) gone.add(key)
    else notDelivered(key, error)
    change((all) => all)
  } finally {
    sending.delete(key)
    watched.delete(key)
    pump()
    tell()
  }
}

function notDelivered(key: string, error: unknown) {
  tries.set(key, (tries.get(key) ?? 0) + 1)
  faults.delete(key)
  slowed.delete(key)
  if (!(error instanceof RefusedError)) {
    if (error instanceof FaultError) faults.add(key)
    return rest(key)
  }
  if (error.code === 'TooMany') {
    slowed.add(key)
    return rest(key, (error.data.retryAfter ?? 60) * 1000)
  }
  change((all) => all.map((item) => (item.key === key ? { ...item, refusal: error.code, issues: error.data.issues } : item)))
}

function rest(key: string, pause = Math.min(longestPause, firstPause * 2 ** Math.max(0, (tries.get(key) ?? 1) - 1))) {
  clearTimeout(resting.get(key))
  resting.set(key, setTimeout(() => {
    resting.delete(key)
    pump()
  }, pause))
}

/** Commands about one demand or request go in the order they were given. */
function subjectOf({ key, method, input }: Kept): string {
  if (passing.test(method)) return key
  const { demandId, requestId } = (input ?? {}) as { demandId?: string; requestId?: string }
  return demandId ?? requestId ?? key
}

function mayGo(item: Kept): boolean {
  return isSure() ? isMine(item) : ofThisRun.has(item.key)
}

/** What was written before signing in belongs to whoever then signs in. */
function isMine({ owner }: Kept): boolean {
  return owner === null || owner === (ownerOfPhone() ?? null)
}

/** Storage is the truth, since another window of the browser may have written to it; what it has no room for is held beside it. */
function change(edit: (all: Kept[]) => Kept[]): void {
  const stored = readNow<Kept[]>(place) ?? []
  const beside = items.filter((item) => unkept.has(item.key))
  items = edit([...stored, ...beside].filter((item) => !gone.has(item.key)))
  const lasting = items.filter((item) => !passing.test(item.method))
  if (JSON.stringify(lasting) === JSON.stringify(stored)) return
  if (writeNow(place, lasting)) {
    for (const item of lasting) unkept.delete(item.key)
    return
  }
  const known = new Set(stored.map((item) => item.key))
  for (const item of lasting) if (!known.has(item.key)) unkept.add(item.key)
  writeNow(place, lasting.filter((item) => known.has(item.key)))
}

function tell() {
  progress = new Map()
  listed = items
    .filter((item) => isMine(item) && !passing.test(item.method) && !unkept.has(item.key))
    .map(({ key, method, input, label, at, refusal }) => ({ key, method, input, label, at, state: refusal ? 'refused' : 'waiting', refusal }))
  for (const watcher of watchers) watcher()
}

function workOut(key: string): Progress {
  const receipt = receipts.get(key)
  if (receipt) return { ...ready, receipt }
  const item = items.find((one) => one.key === key)
  if (!item) return ready
  if (item.refusal) return { ...ready, state: 'refused', refusal: item.refusal, issues: item.issues ?? [] }
  if (sending.has(key) && watched.has(key) && isOnline()) return { ...ready, state: 'sending' }
  if (unkept.has(key) && !passing.test(item.method)) return { ...ready, state: 'failed', failure: 'phoneFull' }
  if (faults.has(key)) return { ...ready, state: 'failed', failure: 'fault' }
  return { ...ready, state: 'waiting', refusal: slowed.has(key) ? 'TooMany' : null }
}
