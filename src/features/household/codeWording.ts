/** Apart from the rest, so that only residents carry it. */
import type { CodeOutcome } from '../../../contract/household'
import { clock } from '../../ui/dates'

/** What came of a code, and what to do now. */
export function codeOutcomeWords(outcome: Exclude<CodeOutcome, { outcome: 'joined' }>): string {
  switch (outcome.outcome) {
    case 'unknown': return `没有这个码，看看有没有抄错。${leftWords(outcome.left)}`
    case 'used': return `这个码已经有人用过了。跟块长再要一张。${leftWords(outcome.left)}`
    case 'replaced': return `这张是旧的，后来印了新的。找新的那张，或者跟块长再要。${leftWords(outcome.left)}`
    case 'expired': return `这个码过了日子。跟块长再要一张。${leftWords(outcome.left)}`
    case 'wait': return `试错太多次了，${clock(outcome.until)} 以后再试。急的话，用“没有码，请块长确认”。`
    case 'member': return `您已经在 ${outcome.label} 了，不用再加入。码留给家里别人用。`
    case 'own': return '自己印的码，自己不能用。请居委会别的人印一张。'
  }
}

const leftWords = (left: number) => (left > 0 ? `一小时里还能试 ${left} 次。` : '这一小时不能再试了。')
