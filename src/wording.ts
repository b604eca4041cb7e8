/** Words every noun needs: posts, who is there, and why something was refused. Each noun's own words are in `features/<noun>/wording.ts`. */
import type { PostKind, Presence, Staff } from '../contract/organization'
import type { RefusalCode } from '../contract/refusal'
import { clock, daysUntil, nearDay } from './ui/dates'

export const postWords: Record<PostKind, string> = {
  leader: '块长',
  deputy: '副块长',
  director: '主任',
  secretary: '书记',
  officer: '值班工作人员',
  worker: '社工',
  section: '对口科室',
  head: '处级干部',
}

/** `3块 块长`, `主任`, `平安办`. */
export function postOf({ post, blockName, section }: Pick<Staff, 'post' | 'blockName'> & { section?: string | null }): string {
  if (section) return section
  return blockName ? `${blockName} ${postWords[post]}` : postWords[post]
}

/** `王芳（块长）`, `老孟（平安办）`. */
export function nameWithPost({ name, post, section }: { name: string; post: PostKind | null; section?: string | null }): string {
  if (section) return `${name}（${section}）`
  return post ? `${name}（${postWords[post]}）` : name
}

/** When somebody can be met: the words beside a lit window or a dark one. */
export function presenceWords({ here, until, back }: Presence, now: string | number = Date.now()): string {
  if (here) return until ? `灯亮着，${untilWords(until, now)}都在` : '灯亮着，现在在'
  if (!back) return '现在不在，看到就回您'
  return `现在不在，${nearDay(back, now)} ${clock(back)} 先看到`
}

function untilWords(until: string, now: string | number): string {
  return daysUntil(until, now) === 0 ? `到 ${clock(until)} ` : `到 ${nearDay(until, now)} ${clock(until)} `
}

/** What a person reads when the server says no. A noun that can say it better replaces a line. */
export const refusalWords: Record<RefusalCode, string> = {
  BadInput: '有一处没填对，改一下再送',
  NotSignedIn: '好久不见，再确认一下是您本人。写的内容还在',
  NotAllowed: '这里只有经办的人能看、能办',
  NotFound: '没有找到，也可能只有当事人能看',
  WrongStep: '这件事刚有变化，看看最新的再说',
  NotAcceptable: '这段话里有不能发的内容，改一改再送。写的都还在',
  KeyReused: '这一件刚才送过了，看看是不是已经在里面',
  NobodyThere: '这里还没有人在小程序上接。先打居委会的电话',
  NoSuchHousehold: '没有找到这个门牌，看看楼号和室号',
  RoomTaken: '这个室号已经有一户了，换一个室号',
  AlreadyMember: '您已经在这一户了',
  AlreadyAsked: '您已经申请过了，正在等人确认',
  StillOpen: '还有在办的事或者还在任职，先了结再说',
  SnoozeTooLong: '不能放这么久：到日子前要提醒您，有危险的不能放',
  NotServing: '这位现在不在这里任职，换一位',
  AlreadyHolds: '已经是这位了，不用再定',
  AlreadyAway: '这几天已经请过假了，先看看原来那条',
  StandInLoop: '这样几位会互相代，最后没人接。换一位来代',
  LastBuilding: '一个块至少留一栋楼。要全部划走，用“并到另一块”',
  PostEmpty: '接过去的那个块还没有块长，先定好块长',
  DayBegun: '只能改明天以后的日子，已经到期的不能因此不算晚',
  SlotTaken: '这个时间刚被约走了，换一个时间',
  AlreadyInvited: '已经约过这家，等他们回话',
  NotWished: '这家不想用这种方式，或者不想在这个时间聊，换一个',
  ConsentFirst: '本人说过不记这个，先要本人在“我的信息”里同意',
  NotAPhoto: '这不是照片，打不开。换一张，或者只送文字',
  PhotoTooLarge: '照片太大，没送出。换一张，或者只送文字',
  TooManyPhotos: '一次最多九张照片，去掉几张再送',
  PhotoTaken: '这张照片已经跟着别的话送出了',
  TooManyHouseholds: '一次最多导 50 户。先选一块或一栋楼再导，更多的由主任或书记来导',
  TooMany: '送得太快了，过一分钟再试。写的内容还在',
}

/** Our fault, and what is safe. */
export const faultWords = '这次没送出，是我们这边的问题。内容还在，再送一次'
