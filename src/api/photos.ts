/**
 * Photos on their way. Each is kept on the phone from the choosing until the server has it whole and with its words; what breaks off goes on where
 * the server stands. The words go by `queue.ts` and wait for no photo.
 */
import { useSyncExternalStore } from 'react'
import { mostPhotoBytes, mostPhotos, photoPiece, type PhotoUpload } from '../../contract/photo'
import type { RefusalCode } from '../../contract/refusal'
import { ownerOfPhone } from './account'
import { nameOfRead, queryClient } from './cache'
import { ask } from './client'
import { isOnline, watchOnline, watchShown } from './online'
import { RefusedError } from './outcome'
import { choosePhotos, forgetFile, readFile } from './photoFile'
import { queueItems, watchQueue } from './queue'
import { base64, sha256 } from './sha256'
import { readNow, writeNow } from './storage'
import { newKey } from './uuid'

/** Why a photo does not go: the server's no, or the phone's. */
export type PhotoStop = RefusalCode | 'lostOnPhone' | 'rejected'

export interface PhonePhoto {
  id: string
  preview: string
  /** 0 to 1. */
  part: number
  stop: PhotoStop | null
}

interface Kept {
  id: string
  owner: string | null
  /** What is being written, until it is sent. */
  draft: string
  /** Key of the command that took the words. */
  saidWith: string | null
  committeeId: string
  file: string
  preview: string
  photoId: string | null
  bytes: number
  received: number
  attached: boolean
  stop: PhotoStop | null
  at: number
}

const place = 'zx.photos'
/** ms; what could not be sent in three days lies on the phone no longer. */
const days3 = 72 * 3600_000
const firstPause = 3_000
const longestPause = 60_000

let started = false
let working = false
let pause = firstPause
let timer: ReturnType<typeof setTimeout> | undefined
const watchers = new Set<() => void>()
let shown: Kept[] = []

const all = () => readNow<Kept[]>(place) ?? []
const isMine = ({ owner }: Kept) => owner === null || owner === (ownerOfPhone() ?? null)

/** Storage is the truth: another window of the browser writes there too. @returns false when the phone has no room */
function write(next: Kept[]): boolean {
  const done = writeNow(place, next)
  shown = all().filter(isMine)
  for (const watcher of watchers) watcher()
  return done
}

const change = (id: string, part: Partial<Kept>) => write(all().map((photo) => (photo.id === id ? { ...photo, ...part } : photo)))

function drop(gone: readonly Kept[]) {
  if (gone.length === 0) return
  write(all().filter(({ id }) => !gone.some((photo) => photo.id === id)))
  for (const { file } of gone) forgetFile(file)
}

function startPhotos() {
  if (started) return
  started = true
  shown = all().filter(isMine)
  drop(all().filter(({ at }) => Date.now() - at > days3))
  watchOnline((online) => { if (online) wake() })
  watchShown(wake)
  watchQueue(wake)
  wake()
}

function wake() {
  clearTimeout(timer)
  pause = firstPause
  void work()
}

/** One photo after another, each as far as it can go now. */
async function work(): Promise<void> {
  if (working) return
  working = true
  try {
    for (const { id } of all().filter(isMine)) {
      while (isOnline() && (await step(id))) pause = firstPause
    }
  } catch (error) {
    const wait = error instanceof RefusedError && error.code === 'TooMany' ? (error.data.retryAfter ?? 60) * 1000 : pause
    pause = Math.min(longestPause, pause * 2)
    clearTimeout(timer)
    timer = setTimeout(() => void work(), wait)
  } finally {
    working = false
  }
}

/** @returns whether something was done and more may follow. @throws what a later try may mend */
async function step(id: string): Promise<boolean> {
  const photo = all().find((one) => one.id === id)
  if (!photo || photo.stop) return false
  try {
    if (photo.photoId === null) return await begin(photo)
    if (photo.saidWith !== null && !photo.attached && !queueItems().some(({ key }) => key === photo.saidWith)) return await attach(photo, photo.saidWith)
    if (photo.received < photo.bytes) return await put(photo)
    if (!photo.attached) return false
    drop([photo])
    return false
  } catch (error) {
    if (!(error instanceof RefusedError) || error.code === 'TooMany' || error.code === 'NotSignedIn') throw error
    return refused(photo, error)
  }
}

async function send(photo: Kept, method: string, input: object): Promise<unknown> {
  return ask(`photo/${method}`, { committeeId: photo.committeeId, ...input }, newKey(), photo.owner ?? undefined)
}

async function begin(photo: Kept): Promise<boolean> {
  const data = await readFile(photo.file)
  if (!data) return change(photo.id, { stop: 'lostOnPhone' }) && false
  if (data.length > mostPhotoBytes) return change(photo.id, { stop: 'PhotoTooLarge' }) && false
  const upload = (await send(photo, 'begin', { bytes: data.length, sha256: sha256(data) })) as PhotoUpload
  return change(photo.id, { photoId: upload.photoId, bytes: data.length, received: upload.received })
}

async function put(photo: Kept): Promise<boolean> {
  const data = await readFile(photo.file)
  if (!data) return change(photo.id, { stop: 'lostOnPhone' }) && false
  const piece = data.subarray(photo.received, photo.received + photoPiece)
  const { received, state } = (await send(photo, 'put', { photoId: photo.photoId, offset: photo.received, base64: base64(piece) })) as PhotoUpload
  return change(photo.id, { received: state === 'uploading' ? received : photo.bytes, ...(state === 'rejected' && { stop: 'rejected' }) })
}

async function attach(photo: Kept, saidWith: string): Promise<boolean> {
  const { demandId } = (await send(photo, 'attach', { saidWith, photoIds: [photo.photoId] })) as { demandId: string }
  const input = { committeeId: photo.committeeId, demandId }
  void queryClient.invalidateQueries({ queryKey: nameOfRead('photo/listOfDemand', input) })
  return change(photo.id, { attached: true })
}

function refused(photo: Kept, { code, data }: RefusedError): boolean {
  if (code !== 'NotFound') return change(photo.id, { stop: code }) && false
  // The server has forgotten it, after a day without words: it is announced anew.
  if (photo.saidWith === null || photo.attached || data.photoIds?.length) return change(photo.id, { photoId: null, received: 0, attached: false })
  // The words were taken back before they went.
  drop([photo])
  return false
}

/** Lets the person choose; what is chosen begins to go at once. @returns false when some could not be opened or kept */
export async function addPhotos({ committeeId, draft }: { committeeId: string; draft: string }): Promise<boolean> {
  const room = mostPhotos - draftPhotos(draft).length
  const chosen = await choosePhotos(room)
  if (!chosen) return true
  const now = Date.now()
  const kept = write([...all(), ...chosen.map(({ file, preview }): Kept => ({
    id: newKey(), owner: ownerOfPhone() ?? null, draft, saidWith: null, committeeId, file, preview, photoId: null, bytes: 0, received: 0, attached: false, stop: null, at: now,
  }))])
  wake()
  return kept && chosen.length > 0
}

export function removePhoto(id: string): void {
  drop(all().filter((photo) => photo.id === id))
}

/** The words have gone, or wait in the queue, with this key: their photos follow. */
export function photosSaidWith(draft: string, key: string): void {
  const mine = draftPhotos(draft)
  if (mine.length === 0) return
  write(all().map((photo) => (mine.some(({ id }) => id === photo.id) ? { ...photo, saidWith: key } : photo)))
  wake()
}

/** Of what is being written: not sent yet, or sent with words that came back. */
function draftPhotos(draft: string): Kept[] {
  return shown.filter((photo) => photo.draft === draft && (photo.saidWith === null || queueItems().some(({ key, state }) => key === photo.saidWith && state === 'refused')))
}

function watch(watcher: () => void): () => void {
  startPhotos()
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function usePhonePhotos(): Kept[] {
  return useSyncExternalStore(watch, () => shown, () => shown)
}

const phonePhoto = ({ id, preview, bytes, received, stop }: Kept): PhonePhoto => ({ id, preview, stop, part: bytes === 0 ? 0 : received / bytes })

/** Of one thing being written. */
export function useDraftPhotos(draft: string): PhonePhoto[] {
  usePhonePhotos()
  return draftPhotos(draft).map(phonePhoto)
}

/** Of what has been said, and not yet with the server whole. */
export function useLeftPhotos(): PhonePhoto[] {
  return usePhonePhotos().filter(({ saidWith }) => saidWith !== null).map(phonePhoto)
}
