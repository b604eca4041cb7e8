import type { Digest, NoticeAbout } from '../../../contract/notice'
import type { IconName } from '../../ui/Icon'
import type { Tone } from '../../ui/Tag'

interface NoticeLook {
  tone: Tone
  icon: IconName
  /** What happened; `who` did it. */
  words: (who: string) => string
}

const looks: Record<NoticeAbout, NoticeLook> = {
  demandFiled: { tone: 'stone', icon: 'inbox', words: () => '有人说了一件事' },
  dangerFiled: { tone: 'brick', icon: 'alert', words: () => '有危险，马上看' },
  demandTaken: { tone: 'river', icon: 'doing', words: (who) => `${who}接手了` },
  demandReplied: { tone: 'river', icon: 'message', words: (who) => `${who}回话了` },
  demandAnswered: { tone: 'lamp', icon: 'answer', words: (who) => `${who}答复了` },
  demandAdded: { tone: 'river', icon: 'message', words: () => '居民补充了一句' },
  demandReopened: { tone: 'river', icon: 'refresh', words: () => '居民说还没解决' },
  demandConfirmed: { tone: 'pine', icon: 'done', words: () => '居民说解决了' },
  demandWithdrawn: { tone: 'stone', icon: 'undo', words: () => '居民收回了' },
  demandOffered: { tone: 'river', icon: 'handover', words: (who) => `${who}想转给您` },
  demandAsked: { tone: 'lamp', icon: 'bell', words: (who) => `${who}想问您一句，回了接着办` },
  demandBounced: { tone: 'river', icon: 'undo', words: (who) => `${who}退了回来，还在您这里` },
  demandTransferred: { tone: 'river', icon: 'handover', words: (who) => `${who}转出去办了，人还盯着` },
  demandDueSoon: { tone: 'lamp', icon: 'clock', words: () => '快到答复的日子了' },
  demandLate: { tone: 'brick', icon: 'alert', words: () => '超期了，今天给居民一个说法' },
  contactLate: { tone: 'brick', icon: 'alert', words: () => '还没有人联系居民' },
  offerWaiting: { tone: 'lamp', icon: 'handover', words: () => '转出去一天了，对方还没接' },
  questionWaiting: { tone: 'lamp', icon: 'bell', words: () => '问过的话还没有回答' },
  demandClosedSilent: { tone: 'stone', icon: 'unrated', words: () => '先记作“未评价”，想说随时还能说' },
  answerWaiting: { tone: 'lamp', icon: 'answer', words: () => '答复看了吗？三天内没有回音，先记作“未评价”' },
  demandEntered: { tone: 'river', icon: 'inbox', words: (who) => `${who}代您登记了` },
  ratedLow: { tone: 'lamp', icon: 'info', words: () => '有居民很不满意，由您跟进' },
  demandMoved: { tone: 'river', icon: 'handover', words: (who) => `现在由${who}接着办` },
  demandDueMoved: { tone: 'lamp', icon: 'calendar', words: () => '答复的日子有变动，新的日子在里面' },
  moreTimeAsked: { tone: 'lamp', icon: 'clock', words: (who) => `${who}申请延长，等您定` },
  moreTimeGranted: { tone: 'river', icon: 'clock', words: () => '要多用些时间，新的日子在里面' },
  demandJoined: { tone: 'stone', icon: 'merge', words: () => '和邻居说的是一件事，一起办' },
  demandSeparated: { tone: 'stone', icon: 'undo', words: () => '分开单独办了' },
  committeeChanged: { tone: 'river', icon: 'handover', words: () => '转到了管这件事的居委会，接着办' },
  moreTimeRefused: { tone: 'stone', icon: 'clock', words: (who) => `${who}没有同意延长` },
  demandToMeeting: { tone: 'river', icon: 'meeting', words: () => '要在例会上议，日子和理由在里面' },
  demandDecided: { tone: 'river', icon: 'meeting', words: () => '例会议过了，结果在里面' },
  demandDeclined: { tone: 'stone', icon: 'doc', words: () => '例会议过，暂时办不了，理由在里面' },
  resolutionMine: { tone: 'lamp', icon: 'meeting', words: () => '例会上交给您一件事，有日子' },
  wordsHeld: { tone: 'lamp', icon: 'eye', words: (who) => `${who}写的话，等您看一遍` },
  wordsReleased: { tone: 'river', icon: 'check', words: (who) => `${who}看过了，您的话送到了` },
  wordsRejected: { tone: 'brick', icon: 'info', words: (who) => `${who}没有放行您的话，理由在里面` },
  photoRefused: { tone: 'brick', icon: 'info', words: (who) => `${who}看过，有张照片没有留下，理由在里面` },
  joinAsked: { tone: 'stone', icon: 'door', words: () => '有人申请入户，等您确认' },
  joinConfirmed: { tone: 'pine', icon: 'check', words: (who) => `${who}确认了，您已经在这一户` },
  memberJoined: { tone: 'pine', icon: 'users', words: () => '有人用印的码加入了' },
  memberLeft: { tone: 'stone', icon: 'door', words: () => '有人自己离开了这一户' },
  memberRemoved: { tone: 'brick', icon: 'info', words: (who) => `${who}把您从这一户移出了，理由在里面` },
  digest: { tone: 'river', icon: 'calendar', words: () => '今天的事' },
  visitAsked: { tone: 'lamp', icon: 'visit', words: (who) => `${who}想约线上走访，等您定时间` },
  visitInvited: { tone: 'river', icon: 'visit', words: (who) => `${who}想和您线上聊聊，不上门，时间您挑` },
  visitProposed: { tone: 'lamp', icon: 'calendar', words: (who) => `${who}写了几个时间，您看哪个合适` },
  visitBooked: { tone: 'pine', icon: 'visit', words: () => '约好了，时间在里面' },
  visitMoved: { tone: 'lamp', icon: 'calendar', words: (who) => `${who}改了时间，新的在里面` },
  visitCancelled: { tone: 'stone', icon: 'undo', words: (who) => `${who}取消了这次走访，理由在里面` },
  visitSaid: { tone: 'river', icon: 'message', words: (who) => `${who}说了一句` },
  visitHeld: { tone: 'river', icon: 'check', words: () => '聊过了，小结写好给您看' },
  visitSummarised: { tone: 'lamp', icon: 'doc', words: (who) => `${who}写好了小结，您看对不对` },
  visitConfirmed: { tone: 'pine', icon: 'done', words: () => '小结确认了' },
  visitCorrected: { tone: 'lamp', icon: 'pencil', words: () => '小结有要改的地方，写在里面' },
  visitStandIn: { tone: 'lamp', icon: 'handover', words: (who) => `${who}不在，这次走访换人或者换时间，里面有说明` },
  visitTomorrow: { tone: 'river', icon: 'bell', words: () => '明天有一次线上走访' },
  visitSoon: { tone: 'river', icon: 'bell', words: () => '一小时后线上走访' },
  visitMissed: { tone: 'lamp', icon: 'clock', words: () => '约好的时间过了，还没有聊上' },
  consentAsked: { tone: 'lamp', icon: 'door', words: (who) => `${who}想请人上门，您说了算` },
  consentGiven: { tone: 'river', icon: 'check', words: (who) => `${who}同意了这一次上门` },
  consentRefused: { tone: 'stone', icon: 'door', words: (who) => `${who}没有同意上门` },
  homeVisitPlanned: { tone: 'river', icon: 'door', words: (who) => `${who}约了人上门，谁来、几点来在里面` },
  homeVisitCancelled: { tone: 'stone', icon: 'undo', words: () => '约好的上门取消了' },
  homeVisitTried: { tone: 'stone', icon: 'lock', words: (who) => `${who}想安排上门，您家说过不要，没有安排` },
  rightAsked: { tone: 'lamp', icon: 'lock', words: (who) => `${who}问起自己的信息，15 个工作日里回` },
  rightAnswered: { tone: 'river', icon: 'lock', words: (who) => `您问的个人信息，${who}回了` },
  rightLate: { tone: 'brick', icon: 'alert', words: () => '有人问起自己的信息，过了日子还没回' },
  archiveAsked: { tone: 'lamp', icon: 'info', words: (who) => `${who}说档案里有一处要改，等您看` },
  archiveDecided: { tone: 'river', icon: 'check', words: (who) => `${who}看过您说的那处，结果在里面` },
  wishSet: { tone: 'lamp', icon: 'door', words: () => '这户改了怎么联系，去之前先看' },
  childAsked: { tone: 'lamp', icon: 'home', words: () => '家里写了一个不满十四岁的孩子，要家长同意' },
  careSet: { tone: 'river', icon: 'home', words: (who) => `${who}在您的档案里加了一项照护，不对可以说` },
  homeSplit: { tone: 'river', icon: 'home', words: (who) => `${who}把这一户分成了两户，看看对不对` },
  homeMerged: { tone: 'river', icon: 'merge', words: (who) => `${who}把两户并成了一户，不对可以说` },
  homeMovedOut: { tone: 'stone', icon: 'home', words: (who) => `${who}记下您家搬走了，说过的事照样答复您` },
  homeBack: { tone: 'river', icon: 'home', words: (who) => `${who}把这一户改回原来的样子了` },
  joinRefused: { tone: 'brick', icon: 'info', words: (who) => `${who}没有确认，理由在里面` },
}

export function noticeLook(about: NoticeAbout): Omit<NoticeLook, 'words'> {
  const { tone, icon } = looks[about]
  return { tone, icon }
}

export function noticeWords(about: NoticeAbout, from: string | null): string {
  return looks[about].words(from ?? '居委会')
}

export const noticeFilterWords: Record<'all' | 'myTurn', string> = { all: '全部', myTurn: '等我办' }

/** What a tap on 在微信里也叫我 is for, and how far what was tapped before still reaches. */
export function callMeNote(left: number): string {
  return left > 0 ? `还能叫 ${left} 次，点一下多一次。夜里不叫，有危险除外` : '有新的事、快到日子、早上的清单，点一下各叫一次'
}

/** `等您 5 件，今天到期 2 件，已经超期 1 件`; what is nought is left out. */
export function digestWords({ mine, dueToday, late }: Digest): string {
  return [mine > 0 && `等您 ${mine} 件`, dueToday > 0 && `今天到期 ${dueToday} 件`, late > 0 && `已经超期 ${late} 件`].filter(Boolean).join('，')
}
