import type { Committee, Presence } from '../../../contract/organization'
import { presenceWords } from '../../wording'

/** Under the name of one's own block leader: which block, and when they can be met. */
export function leaderNote(presence: Presence, now?: string | number): string {
  return [presence.staff.blockName, presenceWords(presence, now)].filter(Boolean).join('，')
}

/** `蕃瓜弄居委会（演示）`: an invented place says so. */
export function committeeTitle({ name, invented }: Pick<Committee, 'name' | 'invented'>): string {
  return invented ? `${name}（演示）` : name
}

/** Where people who came in vain can still go; facts that are not known are left out. */
export function reachWords({ phone, address, hours }: Pick<Committee, 'phone' | 'address' | 'hours'>): string {
  const facts = [phone && `电话 ${phone}`, address, hours].filter(Boolean)
  return facts.length > 0 ? facts.join('，') : '电话和地址以居委会公布为准'
}
