import type { HouseCell, HouseLine, HouseList, Reach } from '../../../contract/houseMap'
import type { IconName } from '../../ui/Icon'
import { daysUntil, nearDay, shortDay } from '../../ui/dates'
import { classWords } from './archiveWording'

export const reachWords: Record<Reach, { word: string; icon: IconName }> = {
  never: { word: '还没联系过', icon: 'unrated' },
  long: { word: '好久没联系', icon: 'clock' },
  recent: { word: '联系过', icon: 'answer' },
}

/** `11月2日 联系过`, and with the year when it is another. */
export const reachLine = ({ reach, reachedAt }: Pick<HouseCell, 'reach' | 'reachedAt'>, now?: string): string => (reachedAt ? `${nearDay(reachedAt, now)} 联系过` : reachWords[reach].word)

/** The same where there is little room: `18天前联系`. */
export function reachShort({ reach, reachedAt }: Pick<HouseCell, 'reach' | 'reachedAt'>, now?: string): string {
  if (reach !== 'recent' || !reachedAt) return reachWords[reach].word
  const days = -daysUntil(reachedAt, now)
  return days <= 0 ? '今天联系过' : days < 100 ? `${days}天前联系` : '半年内联系'
}

/** What waits at a door: `2 件在办`, `约走访`. Empty when nothing does. */
export function waitLine({ openDemands, asksVisit }: Pick<HouseCell, 'openDemands' | 'asksVisit'>): string {
  return [openDemands > 0 && `${openDemands} 件在办`, asksVisit && '约走访'].filter(Boolean).join('，')
}

/** As it is read out: `602室，A 线上联系，11月2日 联系过，1 件在办`. */
export function cellWords(cell: HouseCell, now?: string): string {
  return [`${cell.room}室`, classWords[cell.class].word, cell.vacant ? '空着' : reachLine(cell, now), waitLine(cell)].filter(Boolean).join('，')
}

export const houseListWords: Record<HouseList, { word: string; note: string }> = {
  A: { word: 'A 线上联系', note: '说过不要上门的，用他们选的方式联系' },
  B: { word: 'B 一般走访', note: '去之前先说一声' },
  C: { word: 'C 常去看看', note: '有人要多照应。哪一类照应在档案里，打开要写理由' },
  careDue: { word: '该看看了', note: '一周里要复核的，或者一个月没联系上的' },
  noChannel: { word: '联系不上', note: '住着人，没有小程序，也没留电话和邮箱' },
  vacant: { word: '空着的', note: '登记为空着的房子' },
}

/** How somebody there can be reached; numbers lie sealed. */
export function contactWords({ inApp, hasPhone, hasEmail }: Pick<HouseLine, 'inApp' | 'hasPhone' | 'hasEmail'>): string {
  return [inApp && '小程序', hasPhone && '电话（遮住）', hasEmail && '邮箱（遮住）'].filter(Boolean).join('，') || '没有留'
}

/** `周＊、周＊，3 人`; nobody is said where nobody lives. */
export function livesWords({ names, people }: Pick<HouseLine, 'names' | 'people'>): string {
  return people === 0 ? '没有登记的人' : `${names.join('、')}${people > names.length ? ' 等' : ''}，${people} 人`
}

/** `11月25日 该联系`, `该复核，过了 2 天`. */
export function dueLine({ on, why, late }: NonNullable<HouseLine['due']>, now?: string): string {
  const at = `${on}T04:00:00.000Z`
  const what = why === 'review' ? '该复核' : '该联系'
  return late ? `${what}，过了 ${Math.max(1, -daysUntil(at, now))} 天` : `${shortDay(at)} ${what}`
}
