import type { RefusalCode } from '../../../contract/refusal'
import type { Doubt, HeldWords } from '../../../contract/safety'
import { faultWords, nameWithPost, refusalWords as commonRefusals } from '../../wording'

export const doubtWords: Record<Doubt, string> = {
  unchecked: '平台没能看，要人看一遍',
  doubtful: '平台拿不准，要人看一遍',
  listed: '碰到了词表里的词，要人看一遍',
}

/** Who said it, and who waits for it. */
export function waitingWords({ by, from, step, visitId }: Pick<HeldWords, 'by' | 'from' | 'step' | 'visitId'>): { who: string; waits: string } {
  if (from === 'staff') return { who: `${nameWithPost(by)}写给居民的`, waits: '居民还没看到。放行以后，算今天送到' }
  if (visitId !== null) return { who: `${by.name}在走访里说的`, waits: '经办的人已经看到，家里别人还看不到' }
  return { who: step === 'file' ? `${by.name}说的事` : `${by.name}补充的话`, waits: '经办的人已经看到，邻居还看不到' }
}

export const reasonWrong = '写一句为什么、怎么改，写的人会看到'

const refusalWords: Record<RefusalCode, string> = {
  ...commonRefusals,
  WrongStep: '这段话刚有人看过了，或者居民不愿再由这位联系',
  NotAllowed: '自己写的、自己那件事里的，要别人来看',
}

export function notDecidedWords(refusal: RefusalCode | null): string {
  return refusal ? refusalWords[refusal] : faultWords
}
