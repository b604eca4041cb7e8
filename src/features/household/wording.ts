import type { ContactChannel, ContactWish, Relation } from '../../../contract/household'
import type { RefusalCode } from '../../../contract/refusal'
import { faultWords, refusalWords as commonRefusals } from '../../wording'

export const relationWords: Record<Relation, string> = {
  owner: '业主',
  tenant: '租客',
  family: '家人',
  cotenant: '合租',
  carer: '照顾的人',
}

export const contactChannelWords: Record<ContactChannel, string> = {
  app: '小程序消息',
  wechat: '微信通话',
  phone: '电话',
  email: '邮件',
  door: '上门',
}

/** To the household itself. */
export function wishForHousehold({ noHomeVisits, channels, hours, never }: ContactWish): string[] {
  const avoided = besideDoor(never, noHomeVisits)
  return [
    noHomeVisits ? '没有您点头，不会有人上门' : '可以上门，去之前先跟您说',
    channels.length > 0 ? `先用${list(channels)}找您` : '怎么找您都行',
    hours ? `时间：${hours}` : '什么时候都行',
    ...(avoided.length > 0 ? [`不用${list(avoided)}`] : []),
  ]
}

/** To those who serve: one sentence that changes what they do. */
export function wishForStaff({ noHomeVisits, channels, hours, never }: ContactWish): string {
  const door = noHomeVisits ? '这户不要上门。' : ''
  const by = channels.length > 0 ? `用${list(channels)}` : '怎么联系都行'
  const avoided = besideDoor(never, noHomeVisits)
  return `${door}${by}${hours ? `，${hours}` : ''}${avoided.length > 0 ? `。不用${list(avoided)}` : ''}`
}

/** That nobody comes to the door was said already. */
function besideDoor(never: readonly ContactChannel[], noHomeVisits: boolean): ContactChannel[] {
  return never.filter((channel) => !(noHomeVisits && channel === 'door'))
}

function list(channels: readonly ContactChannel[]): string {
  return channels.map((channel) => contactChannelWords[channel]).join('、')
}

export const noHomeVisitsWord = '不要上门'

export const decisionWords: Record<'confirm' | 'refuse', string> = { confirm: '是这户的人', refuse: '不是这户' }

export const refusalWords: Record<RefusalCode, string> = {
  ...commonRefusals,
  NoSuchHousehold: '没有找到这个门牌。看看楼号和室号，或者问居委会',
  NobodyThere: '这个居委会还没有在小程序上接。先打他们的电话',
  WrongStep: '这份申请已经有人确认过了',
}

export function notSentWords(refusal: RefusalCode | null): string {
  return refusal ? refusalWords[refusal] : faultWords
}

export const fieldWrong = {
  code: '还差入户码，纸上的八个字',
  codeShape: '入户码是八个字，没有 0、O、1、I',
  committee: '还差居委会',
  building: '还差楼号。有了它才知道交给哪位块长',
  room: '还差室号，照门上的写',
  name: '还差姓名，让块长知道是谁',
  relation: '还差一项：您是这户的什么人',
  reason: '写一句为什么，对方会看到',
} as const
