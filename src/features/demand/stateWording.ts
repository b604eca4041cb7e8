/** How a demand stands, who has it and by when, as its reader reads it. */
import type { DemandCard } from '../../../contract/demand/card'
import type { DemandStatus } from '../../../contract/demand/life'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'
import { shortDay } from '../../ui/dates'
import { nameWithPost } from '../../wording'
import { type Due, answerBy, dayWords } from './dueWording'

export type Reader = 'filer' | 'staff'

interface StatusLook {
  tone: Tone
  icon: IconName
  word: string
}

export type StatusSource = Pick<DemandCard, 'status' | 'owner' | 'offeredTo' | 'late' | 'daysLate' | 'meetingOn' | 'outside' | 'closedHow'>

const statusLooks: Record<DemandStatus, { tone: Tone; icon: IconName; filer: (owner: string) => string; staff: string }> = {
  submitted: { tone: 'stone', icon: 'inbox', filer: (owner) => `已到${owner}手里`, staff: '待首次联系' },
  accepted: { tone: 'river', icon: 'doing', filer: () => '办理中', staff: '办理中' },
  answered: { tone: 'lamp', icon: 'answer', filer: () => '等您确认', staff: '等居民确认' },
  reopened: { tone: 'river', icon: 'refresh', filer: () => '再办一次', staff: '居民说还没解决' },
  closed: { tone: 'pine', icon: 'done', filer: () => '您说解决了', staff: '居民说解决了' },
  withdrawn: { tone: 'stone', icon: 'undo', filer: () => '已撤回', staff: '居民收回了' },
  asked: { tone: 'lamp', icon: 'bell', filer: () => '等您补充', staff: '等居民补充' },
  atMeeting: { tone: 'river', icon: 'meeting', filer: () => '例会议', staff: '例会讨论' },
  transferred: { tone: 'river', icon: 'handover', filer: () => '转出在办', staff: '转出在办' },
  declined: { tone: 'stone', icon: 'doc', filer: () => '议过，暂不办', staff: '例会不办' },
  merged: { tone: 'stone', icon: 'merge', filer: () => '并到一件', staff: '并到一件' },
}

const silentLook: StatusLook = { tone: 'stone', icon: 'unrated', word: '未评价' }

/** Tint, icon and word, always the three. The word changes with the reader, the tone does not. */
export function statusLook(demand: StatusSource, reader: Reader): StatusLook {
  const { status, owner, offeredTo, late, daysLate, meetingOn, outside, closedHow } = demand
  if (late === 'late') return { tone: 'brick', icon: 'alert', word: `超期 ${daysLate} 天` }
  const open = status === 'submitted' || status === 'accepted' || status === 'reopened'
  if (offeredTo && open) {
    return { tone: 'river', icon: 'handover', word: reader === 'filer' ? `正在转给${offeredTo.name}` : `等${offeredTo.name}接手` }
  }
  if (status === 'closed' && closedHow === 'silent') return silentLook
  if (status === 'atMeeting' && meetingOn) return { ...statusLooks.atMeeting, word: `${dayWords(meetingOn)} 例会议` }
  if (status === 'transferred' && outside) return { ...statusLooks.transferred, word: `${outside.name}在办` }
  const { tone, icon, filer, staff } = statusLooks[status]
  return { tone, icon, word: reader === 'filer' ? filer(owner.name) : staff }
}

type SentenceSource = Due & StatusSource & Pick<DemandCard, 'followers'>

const sentences: Record<DemandStatus, (owner: string, by: string, demand: SentenceSource) => string> = {
  submitted: (owner, by) => `${owner}先接着，${by}`,
  accepted: (owner, by) => `${owner}在办，${by}`,
  answered: (owner) => `${owner}答复了。您看看，解决了吗？`,
  reopened: (owner, by) => `您说还没解决，${owner}接着办${by && `，${by}`}`,
  closed: (_owner, _by, { closedHow }) => (closedHow === 'silent' ? '您没回，先记作“未评价”，想说随时还能说' : '您说解决了。有变化随时再说'),
  withdrawn: () => '您收回了这件事。想说随时再说',
  asked: (owner) => `${owner}想先问清一件事。您回一句，接着办`,
  atMeeting: (owner, by, { meetingOn }) => `${meetingOn ? `${dayWords(meetingOn)} ` : ''}例会上议，${owner}接着管，${by}`,
  transferred: (owner, by, { outside }) => `${outside?.name ?? '外面'}在办，${owner}盯着，${by}`,
  declined: () => '例会议过，暂时办不了。理由和会议记录在下面',
  merged: (owner, _by, { followers }) => `${followers > 0 ? `和 ${followers} 位邻居说的是一件事` : '和邻居说的是一件事'}，${owner}一起办，有结果都告诉您`,
}

/** Who has it and by when, in one sentence to the one who filed it. */
export function sentenceOf(demand: SentenceSource, now: string | number = Date.now()): string {
  const { status, owner, offeredTo, late, dueAt } = demand
  if (late === 'late' && dueAt) return `说好 ${shortDay(dueAt)} 答复，晚了。${owner.name}还在办，今天给您一个说法`
  const open = status === 'submitted' || status === 'accepted' || status === 'reopened'
  if (offeredTo && open) return `正在转给${nameWithPost(offeredTo)}。没接下之前，${owner.name}继续负责`
  return sentences[status](owner.name, answerBy(demand, now), demand)
}

/** Whose turn it is, for one who serves. */
export const turnWords: Record<DemandCard['turn'], string> = { mine: '等您', theirs: '等居民', nobody: '了结了' }

/** How one of several stands, for those who serve. */
export function statusWord(status: DemandStatus): string {
  return statusLooks[status].staff
}
