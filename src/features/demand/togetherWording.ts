/** What several demands about one matter say of each other. */
import type { LookAlike } from '../../../contract/demand/together'
import { beforeWords } from './dueWording'

/** `邻居也说了：3号电梯停了，22 位一起等，今天 21:00 前答复。`; where it is, when it says. */
export function alikeWords({ title, place, neighbours, dueAt, provisional }: LookAlike, now: string | number = Date.now()): string {
  const before = beforeWords({ dueAt, provisional }, now)
  const facts = [`邻居也说了：${title}`, place && `在${place}`, neighbours > 1 && `${neighbours} 位一起等`, before && `${before}答复`].filter(Boolean)
  return `${facts.join('，')}。`
}
