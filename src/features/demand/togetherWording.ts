/** What several demands about one matter say of each other. */
import type { Demand } from '../../../contract/demand/demand'
import type { LookAlike } from '../../../contract/demand/together'
import { beforeWords } from './dueWording'

/** `邻居也说了：3号电梯停了，22 位一起等，今天 21:00 前答复。`; where it is, when it says. */
export function alikeWords({ title, place, neighbours, dueAt, provisional }: LookAlike, now: string | number = Date.now()): string {
  const before = beforeWords({ dueAt, provisional }, now)
  const facts = [`邻居也说了：${title}`, place && `在${place}`, neighbours > 1 && `${neighbours} 位一起等`, before && `${before}答复`].filter(Boolean)
  return `${facts.join('，')}。`
}

/** In the form, before it is sent: what was chosen has moved on. */
export const goneWords = '邻居那件刚有了变化，不能并了。您这件单独交上去，写的都在。'

/** On the receipt: it was to be joined, and that one had moved on by then. Empty for all else. */
export function aloneWords({ thread }: Pick<Demand, 'thread'>): string {
  return thread[1]?.step === 'separate' && thread[1].at === thread[0]?.at ? '邻居那件刚有了变化，您这件单独办，写的都在。' : ''
}
