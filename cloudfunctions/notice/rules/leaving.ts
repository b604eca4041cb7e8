/** What of the inbox also leaves the app, and with which words. */
import type { NoticeAbout, NoticeTemplate } from '../../../contract/notice'

export interface Leaving {
  /** The subscription message it goes by; null stays in the inbox. */
  template: NoticeTemplate | null
  /** Told by phone to one who reads no inbox. */
  call: boolean
  /** About a danger it goes out at night as well. What can wait till morning does. */
  wakes: boolean
}

const inbox: Leaving = { template: null, call: false, wakes: false }
const atWork: Leaving = { ...inbox, wakes: true }
/** Something new for one who serves. */
const forWork: Leaving = { ...atWork, template: 'work' }
/** A day that comes near, or has passed. */
const soonDue: Leaving = { ...atWork, template: 'due' }

/** WeChat is asked for three moments of one's own and three of one's work, and no others: 接手, 答复, 请您评价 (DOMAIN F9); 有新的事, 快到期, 今天的清单. */
const leaving: Record<NoticeAbout, Leaving> = {
  demandFiled: forWork,
  dangerFiled: forWork,
  demandTaken: { template: 'taken', call: true, wakes: true },
  demandReplied: { ...atWork, call: true },
  demandAnswered: { template: 'answered', call: true, wakes: true },
  demandAdded: forWork,
  demandReopened: forWork,
  demandConfirmed: inbox,
  demandWithdrawn: inbox,
  demandOffered: forWork,
  demandAsked: { ...atWork, call: true },
  demandBounced: forWork,
  demandTransferred: { ...inbox, call: true },
  demandDueSoon: soonDue,
  demandLate: soonDue,
  contactLate: soonDue,
  offerWaiting: atWork,
  questionWaiting: { ...inbox, call: true },
  demandClosedSilent: inbox,
  answerWaiting: { template: 'rate', call: true, wakes: false },
  demandEntered: inbox,
  ratedLow: inbox,
  wordsHeld: atWork,
  wordsReleased: inbox,
  wordsRejected: inbox,
  photoRefused: inbox,
  demandMoved: { ...atWork, call: true },
  demandDueMoved: { ...inbox, call: true },
  moreTimeAsked: inbox,
  moreTimeGranted: { ...inbox, call: true },
  moreTimeRefused: inbox,
  demandToMeeting: { ...inbox, call: true },
  demandDecided: { ...inbox, call: true },
  demandDeclined: { ...inbox, call: true },
  resolutionMine: { ...inbox, template: 'work' },
  demandJoined: { ...inbox, call: true },
  demandSeparated: { ...inbox, call: true },
  committeeChanged: { ...inbox, call: true },
  joinAsked: { ...inbox, template: 'work' },
  joinConfirmed: inbox,
  joinRefused: inbox,
  memberJoined: inbox,
  memberLeft: inbox,
  memberRemoved: inbox,
  digest: { ...inbox, template: 'today' },
  visitAsked: inbox,
  visitInvited: inbox,
  visitProposed: inbox,
  visitBooked: inbox,
  visitMoved: inbox,
  visitCancelled: inbox,
  visitSaid: inbox,
  visitHeld: inbox,
  visitSummarised: inbox,
  visitConfirmed: inbox,
  visitCorrected: inbox,
  visitStandIn: inbox,
  visitTomorrow: inbox,
  visitSoon: inbox,
  visitMissed: inbox,
  consentAsked: atWork,
  consentGiven: atWork,
  consentRefused: atWork,
  homeVisitPlanned: inbox,
  homeVisitCancelled: atWork,
  homeVisitTried: inbox,
  rightAsked: inbox,
  rightAnswered: inbox,
  rightLate: inbox,
  archiveAsked: inbox,
  archiveDecided: inbox,
  wishSet: inbox,
  careSet: inbox,
  childAsked: inbox,
  homeSplit: inbox,
  homeMerged: inbox,
  homeMovedOut: inbox,
  homeBack: inbox,
}

export function leavingOf(about: NoticeAbout): Leaving {
  return leaving[about]
}

const abouts = Object.keys(leaving) as NoticeAbout[]

/** What one who reads no inbox is told by phone. */
export const called = abouts.filter((about) => leaving[about].call)

/** Those that speak of the reader's own matter; the others are for one who serves. */
export const ownTemplates: readonly NoticeTemplate[] = ['taken', 'answered', 'rate']

/** Which notices go by a template, side by side. */
export const templated = abouts.flatMap((about) => {
  const { template } = leaving[about]
  return template === null ? [] : [{ about, template }]
})

/** A locked screen is read by anybody: fixed words of at most 20 characters, and no name, flat, illness or title. */
export const templateWords: Record<NoticeTemplate, string> = {
  taken: '您说的事有人接手了',
  answered: '您说的事有答复了，点开看看',
  rate: '办得怎么样，想听您说一句',
  work: '有一件新的事等您看看',
  due: '有事快到说好的日子了',
  today: '今天的清单好了，点开看看',
}
