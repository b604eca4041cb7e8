/** A household that is split, merged, or has moved out, in words. */
import type { ArchiveEvent, ClassDecision } from '../../../contract/archive'
import type { HomeChange, HomeChangeKind, HomeChangeSource } from '../../../contract/home'
import { changeWords, classWords, sourceWords } from './archiveWording'

export const homeChangeWords: Record<HomeChangeKind, string> = { split: '分成两户', merge: '并成一户', moveOut: '全家搬走' }
export const homeSourceWords: Record<HomeChangeSource, string> = { resident: '他们自己说的', visit: '走访时知道的', staff: '居委会核出来的' }
export const homeSources = (Object.keys(homeSourceWords) as HomeChangeSource[]).map((value) => ({ value, word: homeSourceWords[value] }))

/** `12号楼 602乙室 并进 12号楼 602室，2 个人`. */
export function homeChangeLine({ kind, label, otherLabel, people }: HomeChange): string {
  if (kind === 'split') return `${people} 个人从 ${label} 分出来，另立 ${otherLabel}`
  return kind === 'merge' ? `${otherLabel} 并进 ${label}，${people} 个人` : `${label} 全家搬走，${people} 个人`
}

/** `写在档案里的理由：…。王芳，他们自己说的`. */
export const homeChangeNote = ({ why, by, source }: HomeChange): string => `${by}记的，${homeSourceWords[source]}。理由：${why}`

const decisionWords: Record<ClassDecision['why'], string> = {
  wish: '按这户自己的意思', care: '记了一项照护', careEnded: '一项照护结束了', movedOut: '搬走了', merged: '两户并成一户', split: '分户以后', undone: '改回原来', import: '导入时',
}

const states = { applied: '改好了', proposed: '等人确认', refused: '没有改' } as const

/** One line of the history: what, then how it came about. */
export function eventWords({ change, home, decision }: ArchiveEvent): { title: string; note: string } {
  if (change) {
    const decided = change.decidedBy ? `，${change.decidedBy}定的` : ''
    return { title: changeWords(change), note: `${change.by}，${sourceWords[change.source]}，${states[change.state]}${decided}${change.why ? `：${change.why}` : ''}` }
  }
  if (home) return { title: homeChangeLine(home), note: `${homeChangeNote(home)}${home.undone ? `。${home.undone.by}改回去了：${home.undone.why}` : ''}` }
  return decision ? { title: `定为 ${classWords[decision.class].word}`, note: `${decision.by}，${decisionWords[decision.why]}` } : { title: '', note: '' }
}
