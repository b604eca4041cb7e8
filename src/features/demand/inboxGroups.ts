import type { DemandCard } from '../../../contract/demand/card'
import { daysUntil, weekDay } from '../../ui/dates'

export interface InboxGroup {
  title: string
  cards: DemandCard[]
}

/** By the day an answer is due; danger stands above all days. The order within is the server's. */
export function inboxGroups(cards: DemandCard[], now = Date.now()): InboxGroup[] {
  const groups: InboxGroup[] = []
  for (const card of cards) {
    const title = groupOf(card, now)
    const group = groups.find((known) => known.title === title)
    if (group) group.cards.push(card)
    else groups.push({ title, cards: [card] })
  }
  return groups
}

function groupOf({ urgency, dueAt, late, status }: DemandCard, now: number): string {
  if (!dueAt) return status === 'answered' ? '答复了，等居民' : '了结了'
  if (urgency === 'danger') return '有危险，先去看'
  if (late === 'late') return '过了日子，今天给个说法'
  const days = daysUntil(dueAt, now)
  if (days <= 0) return '今天要答复'
  if (days === 1) return '明天要答复'
  return days <= daysToSunday(now) ? '这周要答复' : '以后'
}

const week = ['一', '二', '三', '四', '五', '六', '日']

function daysToSunday(now: number): number {
  return 6 - week.findIndex((name) => weekDay(now).endsWith(`（周${name}）`))
}
