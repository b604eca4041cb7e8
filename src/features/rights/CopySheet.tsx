import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ArchiveChange, CareKind, OpenKind, Tenure } from '../../../contract/archive'
import type { Relation } from '../../../contract/household'
import type { RightsCopy } from '../../../contract/rightsCopy'
import type { VisitState } from '../../../contract/visit'
import { Card } from '../../ui/Card'
import { fullDay, momentWord } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { consentStateWords, keptOut, kindWords, layerWords, signInWords, statusWords } from './wording'

/** What other nouns call their things; the page brings it along. */
export interface CopyWords {
  relation: Record<Relation, string>
  tenure: Record<Tenure, string>
  care: Record<CareKind, string>
  opened: Record<OpenKind, string>
  visit: (state: VisitState) => string
  change: (change: Pick<ArchiveChange, 'name' | 'field' | 'sealed' | 'old' | 'new'>) => string
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <Card pad label={title}>
      <Heading>{title}</Heading>
      {children}
    </Card>
  )
}

const line = (key: string | number, text: string, ...more: (string | null | false | undefined)[]) => (
  <View key={key} className='paper-item'>
    <View>{text}</View>
    {more.flatMap((said, index) => (said ? [<View key={index} className='ink2 rights-said'>{said}</View>] : []))}
  </View>
)
const date = (day: string) => fullDay(`${day}T04:00:00Z`)

/** The copy as one reads and prints it; the file holds the same and nothing less. */
export function CopySheet({ copy, words }: { copy: RightsCopy; words: CopyWords }) {
  const { signIns, posts, joinRequests, departures, notices, reminders, consents, comments, requests } = copy
  const nothing = copy.households.length + joinRequests.length + copy.demands.length + notices.length + consents.length === 0
  return (
    <View className='rights-paper stack'>
      <View className='sub ink2'>{`${copy.name}，${fullDay(copy.since)} 开始用。列于 ${momentWord(copy.madeAt)}`}</View>
      {nothing && <Empty icon='doc' title='没有别的了' note='除了这个名字，还没有记下什么。' />}
      <Homes copy={copy} words={words} />
      <Part title='怎么认出您' count={signIns.length + copy.sessions.length + posts.length}>
        {signIns.map(({ kind, since }) => line(kind + since, `${signInWords[kind]}，${fullDay(since)} 起`))}
        {copy.sessions.map(({ openedAt, expiresAt }) => line(openedAt, `在浏览器里登录着，${momentWord(openedAt)} 起`, `不退出的话，到 ${fullDay(expiresAt)}`))}
        {posts.map(({ committee, kind, since, until }) => line(kind + since, `在${committee}任职，${fullDay(since)} 起${until ? `，到 ${fullDay(until)}` : ''}`))}
      </Part>
      <Part title='申请过入户、离开过的户' count={joinRequests.length + departures.length}>
        {joinRequests.map(({ label, name, askedAt, message, decidedBy, reason }) => line(askedAt, `${fullDay(askedAt)}，${label}，写的名字是${name}${message && `：${message}`}`, decidedBy && `${decidedBy}定的${reason ? `：${reason}` : ''}`))}
        {departures.map(({ label, at, by, why }) => line(at, `${fullDay(at)}，离开 ${label}`, why !== '' && `${by ?? '居委会'}：${why}`))}
      </Part>
      <Visits copy={copy} words={words} />
      <Demands demands={copy.demands} />
      <Part title='收到的消息' count={notices.length}>
        {notices.map(({ at, title, from }, index) => line(index, `${momentWord(at)}，${from ? `${from}，` : ''}${title}`))}
      </Part>
      <Part title='同意过什么' count={consents.length + reminders.length}>
        {consents.map(({ layer, at, given, version }) => line(layer + at, `${momentWord(at)}，${layerWords[layer]}：${given ? '同意' : '不同意'}`, `看的是 ${date(version)} 的那一版`))}
        {reminders.map(({ template, askedAt, left }) => line(template, `微信提醒，${momentWord(askedAt)} 问过，还能发 ${left} 次`))}
      </Part>
      <Part title='对居务公开说过的话' count={comments.length}>{comments.map(({ at, title, text, reason }) => line(at + text, `${momentWord(at)}，${title}：${text}`, reason && `没有放出来：${reason}`))}</Part>
      <Part title='问过自己的信息' count={requests.length}>
        {requests.map(({ kind, words: said, askedAt, decidedBy, reply }) => line(kind + askedAt, `${momentWord(askedAt)}，${kindWords[kind].word}${said && `：${said}`}`, reply && `${decidedBy ?? ''}答复：${reply}`))}
      </Part>
      <Part title='没有列出来的，为什么' count={keptOut.length}>{keptOut.map((said) => line(said, said))}</Part>
    </View>
  )
}

interface Whole { copy: RightsCopy; words: CopyWords }

function Homes({ copy: { households, children, care, changes, openings }, words }: Whole) {
  return (
    <>
      <Part title='住的户' count={households.length}>
        {households.map(({ committee, label, name, relation, birthYear, phone, email, tenure, wish }) => line(label, `${label}（${committee}），${words.tenure[tenure]}，写的名字是${name}，${words.relation[relation]}`,
          [birthYear && `${birthYear} 年生`, phone && `电话 ${phone}`, email && `邮箱 ${email}`].filter(Boolean).join('，'),
          `${wish.noHomeVisits ? '不要上门' : '可以上门'}${wish.hours ? `，方便的时间：${wish.hours}` : ''}${wish.language ? `，说${wish.language}` : ''}`))}
      </Part>
      <Part title='您家不满十四岁的孩子' count={children.length}>
        {children.map(({ label, name, relation, birthYear, agreed }, index) => line(index, `${label}，${name}，${words.relation[relation]}，${birthYear} 年生`, agreed ? '家长同意过' : '家长还没有同意，只记关系和年份'))}
      </Part>
      <Part title='对您的照护' count={care.length}>
        {care.map(({ kind, basis, law, since, reviewOn, setBy, contest, endedAt, endedBy, endedWhy }) => line(kind + since, `${words.care[kind]}，${date(since)} 起${endedAt ? `，${fullDay(endedAt)} 结束` : ''}`,
          `${setBy ?? '居委会'}记的，依据：${basis}${law ? `。法律依据：${law}` : ''}`, !endedAt && reviewOn && `${date(reviewOn)} 再核一次`, contest && `您说过不对：${contest}`, endedWhy && `${endedBy ?? '居委会'}结束的：${endedWhy}`))}
      </Part>
      <Part title='档案改过什么' count={changes.length}>
        {changes.map((change, index) => line(index, `${momentWord(change.at)}，${change.by}：${words.change({ ...change, sealed: false })}`,
          change.state === 'proposed' ? '还在等人定' : change.state === 'refused' ? `${change.decidedBy ?? '居委会'}没有改：${change.why ?? ''}` : change.decidedBy && change.decidedBy !== change.by && `${change.decidedBy}定的`))}
      </Part>
      <Part title='谁看过您家封存的内容' count={openings.length}>
        {openings.map(({ at, by, what, why }) => line(at + by, `${momentWord(at)}，${by}看了${what.map((kind) => words.opened[kind]).join('、')}`, `为了：${why}`))}
      </Part>
    </>
  )
}

function Visits({ copy: { visits, talents, doorConsents, doorAttempts }, words }: Whole) {
  return (
    <>
      <Part title='走访' count={visits.length}>
        {visits.map(({ mode, state, purpose, host, who, madeAt, startsAt, summary, thread, helps }) => line(madeAt + purpose, `${fullDay(startsAt ?? madeAt)}，${mode === 'home' ? `上门（${who ?? host}）` : `线上，和${host}`}，${words.visit(state)}：${purpose}`,
          summary && `小结：${summary}`, ...thread.flatMap(({ at, by, text }) => (text ? [`${momentWord(at)} ${by}：${text}`] : [])), ...helps.map(({ what }) => `愿意帮忙：${what}`)))}
      </Part>
      <Part title='您说过愿意帮忙' count={talents.length}>{talents.map(({ what, since }) => line(since, `${fullDay(since)}，${what}`))}</Part>
      <Part title='上门问过您' count={doorConsents.length + doorAttempts.length}>
        {doorConsents.map(({ who, purpose, askedBy, askedAt, state, fromAt, answeredBy }) => line(askedAt, `${momentWord(askedAt)}，${askedBy}问：${who}能不能在 ${momentWord(fromAt)} 来${purpose}`, `${consentStateWords[state]}${answeredBy ? `，${answeredBy}答的` : ''}`))}
        {doorAttempts.map(({ at, by, who, purpose }) => line(at + purpose, `${momentWord(at)}，没有同意就要上门，被挡住了：${who ?? by ?? ''}，${purpose}`))}
      </Part>
    </>
  )
}

function Demands({ demands }: Pick<RightsCopy, 'demands'>) {
  return (
    <Part title='说过的事' count={demands.length}>
      {demands.map((demand) => (
        <View key={demand.number} className='paper-item'>
          <View className='strong'>{`${demand.number}，${fullDay(demand.filedAt)}，${statusWords[demand.status]}`}</View>
          <View>{demand.text}{demand.place !== '' && `（在${demand.place}）`}</View>
          {demand.answers.map(({ label, answer }) => <View key={label} className='ink2 rights-said'>{`${label}：${answer}`}</View>)}
          {demand.phone && <View className='ink2 rights-said'>{`留的电话 ${demand.phone}`}</View>}
          {demand.thread.filter(({ text }) => text !== null).map(({ at, by, text }, index) => <View key={index} className='ink2 rights-said'>{`${momentWord(at)} ${by}：${text}`}</View>)}
          {demand.ratings.map(({ at, reasons, words }) => <View key={at} className='ink2 rights-said'>{`${momentWord(at)} 您评价过${[...reasons, words].filter(Boolean).map((said) => `：${said}`).join('')}`}</View>)}
          {demand.photos > 0 && <View className='ink2 rights-said'>{`照片 ${demand.photos} 张`}</View>}
        </View>
      ))}
    </Part>
  )
}
