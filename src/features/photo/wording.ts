/** What stands under photos, and why one does not go. */
import type { PhotoFault, PhotoState, WaitingPhoto } from '../../../contract/photo'
import type { PhotoStop } from '../../api/photos'
import type { RefusalCode } from '../../../contract/refusal'
import { faultWords as faultOfServer, refusalWords } from '../../wording'

const words = '换一张，或者只送文字'

export function stopWords(stop: PhotoStop): string {
  if (stop === 'lostOnPhone') return `手机里找不到这张照片了。${words}`
  if (stop === 'rejected') return faultWords.damaged
  return refusalWords[stop]
}

export const faultWords: Record<PhotoFault, string> = {
  damaged: `照片在路上弄坏了，没送出。${words}`,
  unreadable: `这张照片打不开，没送出。${words}`,
  lost: '照片没有等到，只有文字送出了',
  unfit: '这张照片没通过检查，没有留下',
  refused: '经办的人看过，这张照片没有留下',
}

/** Why one's own is not there, with the words of who decided it. */
export function notKept(fault: PhotoFault, reason: string | null): string {
  return reason === null ? faultWords[fault] : `${faultWords[fault]}：${reason}`
}

export const doubtWords: Record<WaitingPhoto['why'], string> = {
  unchecked: '平台没有看过，要人看一眼',
  doubtful: '平台拿不准，要人看一眼',
}

export const reasonWrong = '写一句为什么，发照片的人会看到'

export function notDecidedWords(refusal: RefusalCode | null): string {
  if (refusal === 'WrongStep') return '这张照片刚有人看过了'
  if (refusal === 'NotAllowed') return '自己发的、自己那件事里的，要别人来看'
  return refusal ? refusalWords[refusal] : faultOfServer
}

/** What one waits for; null when the picture is there. */
export function stateWords(state: PhotoState, mine: boolean): string | null {
  if (state === 'uploading') return mine ? '待上传' : '照片还在路上'
  if (state === 'uploaded') return '正在处理'
  return null
}

export const notOpened = `有照片打不开，没放进来。${words}`
