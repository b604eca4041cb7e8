import type { CallOutcome, NoticeAbout, PhoneCall } from '../../../contract/notice'
import type { RefusalCode } from '../../../contract/refusal'
import { clock, nearDay, shortDay } from '../../ui/dates'
import { faultWords, refusalWords as commonRefusals } from '../../wording'

export const callSections: { callable: PhoneCall['callable']; title: string }[] = [
  { callable: 'now', title: '现在可以打' },
  { callable: 'noNumber', title: '没有能打的号码，换个办法说' },
  { callable: 'later', title: '晚些再打' },
]

/** What happened, as it is said to the person. */
const said: Partial<Record<NoticeAbout, (call: PhoneCall) => string>> = {
  demandTaken: ({ ownerName, dueAt, provisional }) => `${ownerName}接手了${dueAt ? `，预计 ${shortDay(dueAt)}${provisional ? '（暂定）' : ''} 前答复您` : ''}。`,
  demandAnswered: (call) => `有答复了：${call.said ?? ''}您看看，解决了吗？`,
  answerWaiting: (call) => `前几天的答复是：${call.said ?? ''}解决了没有，说一声就行。`,
  demandAsked: (call) => `想再问您一句：${call.said ?? ''}`,
  questionWaiting: (call) => `前几天想问您：${call.said ?? ''}说清楚了好接着办。`,
}

/** A short speech with the number and the day; what somebody wrote is read out. */
export function callScript(call: PhoneCall): string {
  const news = said[call.about]?.(call) ?? (call.said ? `有新进展：${call.said}` : `有新进展，现在是${call.ownerName}在办。`)
  return `您好，这里是${call.committeeName}。您说的事，编号 ${call.number}，${news}`
}

/** What to mind before calling. */
export function callHint({ callable, hours, againAt, tries, wrongNumber }: PhoneCall): string | null {
  if (wrongNumber) return '留的号码不对。找邻居、楼组长问问，或者路上遇见时说'
  if (callable === 'noNumber') return '没有留号码'
  if (callable === 'later' && againAt) return `打过 ${tries} 次没接，${nearDay(againAt)} ${clock(againAt)} 以后再打`
  if (hours) return callable === 'later' ? `现在不打。这家方便的时间：${hours}` : `这家方便的时间：${hours}`
  return callable === 'later' ? '晚上不打扰，早上 8:00 以后再打' : null
}

export function outcomeDone(outcome: CallOutcome, name: string): string {
  if (outcome === 'told') return `记下了，${name}已经知道了`
  return outcome === 'noAnswer' ? `记下了，${name}没接，过两个小时再打` : `记下了，${name}的号码不对，换个办法说`
}

export function notSentWords(refusal: RefusalCode | null): string {
  if (refusal === 'WrongStep') return '已经有人告诉过了'
  return refusal ? commonRefusals[refusal] : faultWords
}
