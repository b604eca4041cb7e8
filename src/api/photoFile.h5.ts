import type { ChosenPhoto } from './photoFile'
import { newKey } from './uuid'

/** px along the longer side, of what is sent and of what is drawn small at once. */
const longest = 1600
const small = 160

/** The browser's own window for files; on a phone it offers the camera. @returns null when nothing was chosen; what cannot be opened is left out */
export async function choosePhotos(most: number): Promise<ChosenPhoto[] | null> {
  const files = await pick()
  if (files.length === 0) return null
  const kept: ChosenPhoto[] = []
  for (const file of files.slice(0, most)) {
    const photo = await keep(file).catch(() => null)
    if (photo) kept.push(photo)
  }
  return kept
}

function pick(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = true
    input.style.display = 'none'
    const done = () => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    document.body.append(input)
    input.click()
  })
}

async function keep(file: File): Promise<ChosenPhoto> {
  const picture = await open(file)
  const large = paint(picture, longest)
  const blob = await new Promise<Blob>((resolve, reject) => { large.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', 0.8) })
  const name = newKey()
  await inStore('readwrite', (store) => store.put(blob, name))
  return { file: name, preview: paint(picture, small).toDataURL('image/jpeg', 0.7) }
}

/** The browser turns it upright. Read as text, since our pages draw no picture from elsewhere. */
async function open(file: File): Promise<HTMLImageElement> {
  const text = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(new Error('not read')))
    reader.readAsDataURL(file)
  })
  return new Promise((resolve, reject) => {
    const picture = new Image()
    picture.addEventListener('load', () => resolve(picture))
    picture.addEventListener('error', () => reject(new Error('no picture')))
    picture.src = text
  })
}

function paint(picture: HTMLImageElement, most: number): HTMLCanvasElement {
  const scale = Math.min(1, most / Math.max(picture.naturalWidth, picture.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale))
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#FFFFFF'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** @returns undefined when the browser no longer has it */
export async function readFile(file: string): Promise<Uint8Array | undefined> {
  const blob = await inStore<Blob | undefined>('readonly', (store) => store.get(file)).catch(() => undefined)
  return blob && new Uint8Array(await new Response(blob).arrayBuffer())
}

export function forgetFile(file: string): void {
  inStore('readwrite', (store) => store.delete(file)).catch(() => {})
}

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('zx.photos', 1)
    const fail = () => reject(new Error('no room'))
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('photos'))
    opening.addEventListener('error', fail)
    opening.addEventListener('success', () => {
      const base = opening.result
      const turn = base.transaction('photos', mode)
      const asked = work(turn.objectStore('photos'))
      turn.addEventListener('complete', () => { base.close(); resolve(asked.result as T) })
      turn.addEventListener('abort', () => { base.close(); fail() })
    })
  })
}
