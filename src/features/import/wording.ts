import type { ArchiveField } from '../../../contract/archive'
import type { ImportBatch, ImportCounts, ImportIssue, ImportKept, ImportKind, ImportLook } from '../../../contract/import'
import { OfflineError, RefusedError } from '../../api/outcome'
import { faultWords, refusalWords } from '../../wording'

export const importKinds: readonly ImportKind[] = ['building', 'household', 'person']
export const kindWords: Record<ImportKind, string> = { building: '楼栋', household: '住户', person: '人员' }
export const unitWords: Record<ImportKind, string> = { building: '栋', household: '户', person: '人' }

type Part = 'added' | 'changed' | 'asked' | 'same' | 'refused'
export const partWords: Record<Part, string> = { added: '新的', changed: '要改', asked: '留给人选', same: '已经有', refused: '不能导入' }
export const parts = Object.keys(partWords) as Part[]

const fieldWords: Partial<Record<ArchiveField, string>> = { tenure: '怎么住', relation: '和这户的关系', birthYear: '出生年份', roles: '担当', phone: '电话', wish: '不要上门', member: '这个人' }

const total = (counts: ImportCounts, part: Part) => importKinds.reduce((sum, kind) => sum + counts[kind][part], 0)

/** As people call a file: without its ending. */
export const calledAs = (fileName: string) => fileName.replace(/\.xlsx$/i, '')

/** Lines that change something when it is brought in. */
export const worth = ({ counts }: Pick<ImportLook, 'counts'>) => total(counts, 'added') + total(counts, 'changed') + total(counts, 'asked')
export const refused = ({ counts }: Pick<ImportLook, 'counts'>) => total(counts, 'refused')

/** `新的 3 户、12 人，改了 2 人`; said of what was done. */
export function doneWords(counts: ImportCounts): string {
  const of = (part: Part) => importKinds.filter((kind) => counts[kind][part] > 0).map((kind) => `${counts[kind][part]} ${unitWords[kind]}`).join('、')
  const said = [['新的', of('added')], ['改了', of('changed')], ['留给块长选的', of('asked')]].filter(([, what]) => what !== '').map(([word, what]) => `${word} ${what}`)
  return said.length === 0 ? '没有要改的' : said.join('，')
}

/** What the look says in one sentence. */
export function lookWords(look: ImportLook): string {
  const bad = refused(look)
  if (worth(look) === 0) return bad > 0 ? `${bad} 行要先改一改，别的都已经有了。现在什么也没有改` : '表里的都已经有了，不用再导入'
  return bad > 0 ? `${worth(look)} 行可以导入，${bad} 行要先改一改。现在什么也没有改` : `${worth(look)} 行都可以导入。现在什么也没有改`
}

/** `人员 第 3 行 G3 电话`. */
export const placeOf = ({ kind, line, cell, column }: ImportIssue) => [kindWords[kind], `第 ${line} 行`, cell, column].filter(Boolean).join(' ')

export const askWords = ({ label, name, field }: ImportLook['asks'][number]) => `${label}${name ? ` ${name}` : ''}：${fieldWords[field] ?? '内容'}`

export function keptWords({ label, what, field }: ImportKept): string {
  const words: Record<ImportKept['what'], string> = {
    building: '这栋楼里已经有别的', household: '这户后来有了别的', person: '这个人后来改过', value: `${field ? (fieldWords[field] ?? '内容') : '内容'}后来改过`, wish: '“不要上门”留着，要改先问过这户', care: '照护后来看过', own: '这是您自己家，请同事来撤',
  }
  return `${label}：${words[what]}`
}

export const countsWords = ({ counts, lines }: Pick<ImportBatch, 'counts' | 'lines'>) => `${lines} 行，${doneWords(counts)}`

export function troubleWords(error: unknown): string {
  if (error instanceof RefusedError) return error.code === 'BadInput' ? '这份表太大，一次最多 2 兆。去掉图片，或按块分成几份' : error.code === 'TooMany' ? '查得太快了，过一分钟再试。表还在' : refusalWords[error.code]
  if (error instanceof OfflineError) return '没有网络，没送到。表还在这一页，联网再送一次，不会导两遍'
  return `${faultWords}。同一份表送几次也只导一遍`
}
