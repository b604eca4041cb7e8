/** What an entry of the thread says, who said it, and what became of words that had to be read first. */
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStep } from '../../../contract/demand/life'
import type { DemandResolution, ThreadEntry } from '../../../contract/demand/thread'
import { momentWord, shortDay } from '../../ui/dates'
import { nameWithPost } from '../../wording'
import { dayWords } from './dueWording'
import { heardWords } from './wording'

/** What an entry without words did, as both sides read it. */
const events: Record<DemandStep, (who: string, to: string) => string> = {
  file: (who) => `${who}说了这件事`,
  add: (who) => `${who}补充了`,
  accept: (who) => `${who}接手了`,
  reply: (who) => `${who}回了话`,
  answer: (who) => `${who}答复了`,
  note: (who) => `${who}记了一笔`,
  handOver: (who, to) => `${who}想转给${to}，没接下之前还由原来的人负责`,
  takeOver: (who) => `${who}接下了，接着办`,
  confirm: (who) => `${who}说解决了`,
  notSolved: (who) => `${who}说还没解决`,
  withdraw: (who) => `${who}收回了这件事`,
  ask: (who) => `${who}问了一句，等居民回答`,
  resume: (who) => `${who}接着办`,
  bounce: (who) => `${who}退了回来`,
  transfer: (who, to) => `${who}转给了${to}，还由原来的人盯着`,
  takeToMeeting: (who, day) => `${who}带到${/^\d{4}-/.test(day) ? ` ${dayWords(day)} ` : ''}例会上议`,
  assign: (_, to) => `例会定了由${to}办`,
  decline: () => '例会议过，暂时不办',
  join: (who, to) => `${who}把它和${to}并到一件办`,
  separate: (who) => `${who}把它分开单独办`,
  askMoreTime: (who) => `${who}想延长到 15 个工作日`,
  grantMoreTime: (who) => `${who}同意多用些时间`,
  refuseMoreTime: (who) => `${who}没有同意延长`,
  rate: (who) => `${who}评价了`,
  snooze: (who) => `${who}先放一放`,
  move: (who, to) => `${who}转到了${to}`,
  release: (who) => `${who}看过了，等着的话送到了`,
  reject: (who) => `${who}看过了，没有放行`,
  standIn: (_, to) => `${to}接着办`,
  escalate: (_, to) => `时间过了，已经告诉${to}`,
  closeSilent: () => '15 天没有回音，先记作“未评价”',
  due: () => '放假安排变了，答复的日子跟着变',
}

/** What a resident says, written down by one who serves. */
const residentSteps: ReadonlySet<DemandStep> = new Set(['add', 'confirm', 'notSolved', 'withdraw'])

export function eventWords({ step, by, mine, to, due, meetingDay, heard }: Pick<ThreadEntry, 'step' | 'by' | 'mine' | 'to' | 'due'> & Partial<Pick<ThreadEntry, 'meetingDay' | 'heard'>>): string {
  if (meetingDay) return decidedWords(step, meetingDay, to)
  if (step === 'separate' && !by) return '邻居那件有了变化，这件单独办'
  if (heard && step === 'file') return `${mine ? '您' : by ? nameWithPost(by) : '居委会'}代登记了这件事，${heardWords[heard]}`
  if (heard && by) return `${events[step]('居民', to ?? '别人')}（${by.name}代记，${heardWords[heard]}）`
  const written = by?.post && residentSteps.has(step) ? `（${by.name}代记）` : ''
  const who = written !== '' ? `居民${written}` : mine ? '您' : by ? nameWithPost(by) : '居委会'
  if (step === 'snooze') return to ? `${who}先放一放，${momentWord(to)} 再看` : `${who}不放了，接着办`
  const words = events[step](who, to ?? '别人')
  return due ? `${words}：${shortDay(due.old)} 改到 ${shortDay(due.new)}` : words
}

/** What a meeting decided; its words follow. */
function decidedWords(step: DemandStep, day: string, to: string | null): string {
  const done: Partial<Record<DemandStep, string>> = { assign: `由${to ?? '别人'}办`, decline: '暂时办不了', transfer: `转给${to ?? '外面'}`, resume: '接着办' }
  return `${dayWords(day)} 例会议过，${done[step] ?? '这样答复'}`
}

/** Above what a meeting decided, as its resident reads it. */
export function decidedHeading({ day, outcome }: Pick<DemandResolution, 'day' | 'outcome'>): string {
  if (outcome === 'decline') return `${dayWords(day)} 例会议过，暂时办不了。理由和会议记录在这里`
  return `${dayWords(day)} 例会议过`
}

/** Who said the words of an entry. */
export function sayerOf({ by, mine, meetingDay, heard }: Pick<ThreadEntry, 'by' | 'mine' | 'meetingDay'> & Partial<Pick<ThreadEntry, 'heard'>>): string {
  if (heard && by) return `居民（${by.name}代记，${heardWords[heard]}）`
  if (meetingDay) return `${dayWords(meetingDay)} 例会`
  return mine ? '我' : by ? nameWithPost(by) : '居委会'
}

/** Whose words they are, for whoever reads of them: ownResident and ownStaff wrote them, staffAboutResident and staffAboutStaff read another's. */
export type SafetyReader = 'ownResident' | 'ownStaff' | 'staffAboutResident' | 'staffAboutStaff'

export function safetyReader({ mine, by }: Pick<ThreadEntry, 'mine' | 'by'>, reader: Demand['reader']): SafetyReader {
  if (reader === 'filer') return 'ownResident'
  if (!by?.post) return 'staffAboutResident'
  return mine ? 'ownStaff' : 'staffAboutStaff'
}

const pendingWords: Record<SafetyReader, string> = {
  ownResident: '经办的人已经看到，还有一位正在看一遍，看过这个记号就没了',
  ownStaff: '正在看一遍，看过就送到',
  staffAboutResident: '正在看一遍，看过之前邻居看不到',
  staffAboutStaff: '居民还没看到，正等人看一遍',
}

const rejectedWords: Record<SafetyReader, string> = {
  ownResident: '邻居看不到这段话，事情照办。要改，就再补一句',
  ownStaff: '居民没看到。改一改，重新写一句',
  staffAboutResident: '邻居看不到，事情照办',
  staffAboutStaff: '居民没看到',
}

/** One sentence beside the mark. */
export function safetyWords(safety: 'pending' | 'rejected', reader: SafetyReader, rejectedFor: string | null): string {
  if (safety === 'pending') return pendingWords[reader]
  return rejectedFor ? `${rejectedFor}。${rejectedWords[reader]}` : rejectedWords[reader]
}
