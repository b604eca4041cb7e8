import { chooseMedia, compressImage, getFileSystemManager, getImageInfo } from '@tarojs/taro'
import type { ChosenPhoto } from './photoFile'

/** px along the longer side. */
const longest = 1600

/** Camera or album, as the person likes. @returns null when nothing was chosen; what could not be kept is left out */
export async function choosePhotos(most: number): Promise<ChosenPhoto[] | null> {
  const chosen = await chooseMedia({ count: most, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['compressed'] }).catch(() => null)
  if (!chosen) return null
  const kept: ChosenPhoto[] = []
  for (const { tempFilePath } of chosen.tempFiles) {
    const file = await keep(tempFilePath).catch(() => null)
    if (file) kept.push({ file, preview: file })
  }
  return kept
}

/** Written anew and smaller, which also drops what the camera noted; an old phone that cannot leaves that to the server. */
async function keep(path: string): Promise<string> {
  const { width, height } = await getImageInfo({ src: path })
  const smaller = Math.max(width, height) > longest ? (width >= height ? { compressedWidth: longest } : { compressedHeight: longest }) : {}
  const { tempFilePath } = await compressImage({ src: path, quality: 80, ...smaller }).catch(() => ({ tempFilePath: path }))
  return new Promise((resolve, reject) => {
    getFileSystemManager().saveFile({ tempFilePath, success: (saved) => resolve((saved as { savedFilePath: string }).savedFilePath), fail: reject })
  })
}

/** @returns undefined when the phone no longer has it */
export function readFile(file: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    getFileSystemManager().readFile({ filePath: file, success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)), fail: () => resolve(undefined) })
  })
}

export function forgetFile(file: string): void {
  getFileSystemManager().removeSavedFile({ filePath: file, fail: () => {} })
}
