import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Archive } from '../../../contract/archive'
import { useRead } from '../../api/read'
import { go, replace } from '../../routes'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fullDay, momentWord } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Icon, type IconName } from '../../ui/Icon'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { Tag } from '../../ui/Tag'
import { ArchiveChangeCard } from './ArchiveChangeCard'
import { classWords, roleWords, tenureWords } from './archiveWording'
import { CareForm } from './CareForm'
import { CareRow } from './CareRow'
import { ChangeForm } from './ChangeForm'
import { HomeChangeCard } from './HomeChangeCard'
import { MergeForm } from './MergeForm'
import { MoveOutForm } from './MoveOutForm'
import { OpenSealed } from './OpenSealed'
import { SplitForm } from './SplitForm'
import { WishForm } from './WishForm'
import { relationWords, wishForStaff } from './wording'

const whole = [{ step: 'split', word: '分成两户', icon: 'users' }, { step: 'merge', word: '把另一户并进来', icon: 'merge' }, { step: 'moveOut', word: '全家搬走了', icon: 'out' }] as const
/** How a visit online was held. */
const visitWays: Record<string, string> = { app: '小程序消息', wechat: '微信通话', phone: '电话', email: '邮件', other: '别的办法' }

type Doing = 'open' | 'change' | 'care' | 'wish' | 'split' | 'merge' | 'moveOut' | null

interface Further { word: string; icon: IconName; onTap: () => void }

/** What is done now and then; what is done daily has a button of its own. */
function furtherOf({ committeeId, householdId, label, wish, steps }: Archive, setDoing: (doing: Doing) => void): Further[] {
  return [
    { word: '约这户线上聊聊', icon: 'visit', onTap: () => go('leader/visits', { door: label }) },
    { word: wish.noHomeVisits ? '一定要有人去，先问这户' : '请人上门', icon: 'door', onTap: () => go('leader/door', { committeeId, householdId }) },
    { word: '入户码，谁搬走了', icon: 'print', onTap: () => go('archive/household-code', { committeeId, householdId }) },
    ...(steps.includes('setWish') ? [{ word: '替这户记下怎么联系', icon: 'door' as const, onTap: () => setDoing('wish') }] : []),
    ...whole.filter(({ step }) => steps.includes(step)).map(({ step, word, icon }) => ({ word, icon, onTap: () => setDoing(step) })),
  ]
}

/** The archive of one household for those who serve it: how to reach them first, then what was promised, then who lives there. */
export function ArchivePage({ committeeId, householdId }: { committeeId: string; householdId: string }) {
  const { data, waiting, failed, refusal, offlineSince, again } = useRead(['household', 'get'], { committeeId, householdId })
  const [doing, setDoing] = useState<Doing>(null)
  const done = () => { setDoing(null); again() }
  // The archive that was looked at is closed, or stands beside a new one.
  const goOn = (otherId: string) => replace('archive/household', { committeeId, householdId: otherId })
  return (
    <View className='stack'>
      <Loadable waiting={waiting} failed={failed && refusal === null} offlineSince={offlineSince} onAgain={again} empty={refusal !== null && <Empty icon='home' title='没有找到这户' note='也可能不归您管。' />}>
        {data && (
          <>
            <Head archive={data} />
            {data.homeChanges.filter(({ steps }) => steps.includes('undo')).map((change) => <HomeChangeCard key={change.id} committeeId={committeeId} change={change} onDone={(id) => (id === householdId ? done() : goOn(id))} />)}
            {data.waiting.map((change) => <ArchiveChangeCard key={change.id} committeeId={committeeId} change={change} onDone={again} />)}
            <Promised archive={data} />
            <People archive={data} />
            {data.care.length > 0 && <Card label='照护'>{data.care.map((care) => <CareRow key={care.careId} committeeId={committeeId} care={care} onDone={again} />)}</Card>}
            {doing === 'open' && <OpenSealed archive={data} onClose={() => setDoing(null)} />}
            {doing === 'change' && <ChangeForm archive={data} onDone={done} onRead={again} />}
            {doing === 'care' && <CareForm archive={data} onDone={done} />}
            {doing === 'wish' && <WishForm archive={data} onDone={done} />}
            {doing === 'split' && <SplitForm archive={data} onDone={done} onCancel={() => setDoing(null)} />}
            {doing === 'merge' && <MergeForm archive={data} onDone={done} onCancel={() => setDoing(null)} />}
            {doing === 'moveOut' && <MoveOutForm archive={data} onDone={goOn} onCancel={() => setDoing(null)} />}
            {doing === null && data.goesOn === null && (
              <View className='stack'>
                {data.opens.length > 0 && <Button wide look='soft' icon='lock' onTap={() => setDoing('open')}>打开封存的内容</Button>}
                {data.steps.includes('change') && <Button wide look='plain' icon='pencil' onTap={() => setDoing('change')}>改档案</Button>}
                {data.steps.includes('setCare') && <Button wide look='plain' icon='plus' onTap={() => setDoing('care')}>加一项照护</Button>}
                <Card label='还能做的'>
                  {furtherOf(data, setDoing).map(({ word, icon, onTap }) => <Row key={word} from={52} lead={<Icon name={icon} />} title={word} onTap={onTap} />)}
                </Card>
              </View>
            )}
            <Past archive={data} />
            <Button wide look='plain' icon='doc' onTap={() => go('archive/household-history', { committeeId, householdId })}>谁改过什么</Button>
          </>
        )}
      </Loadable>
    </View>
  )
}

function Head({ archive }: { archive: Archive }) {
  const { committeeId, label, blockName, wish, wishAt, tenure, lastVisit, goesOn, movedOutAt } = archive
  const { word, icon, note } = classWords[archive.class]
  return (
    <>
      {goesOn && (
        <>
          <Note tone='lamp' icon='home'>{movedOutAt ? `${fullDay(movedOutAt)} 全家搬走了，这份档案收起来了。` : `这一户并进了 ${goesOn.label}，人和事都在那边。`}</Note>
          <Button wide look='soft' icon='home' onTap={() => replace('archive/household', { committeeId, householdId: goesOn.householdId })}>{movedOutAt ? '看这个门现在的档案' : `看 ${goesOn.label}`}</Button>
        </>
      )}
      <Note tone={wish.noHomeVisits || wish.never.length > 0 ? 'lamp' : 'stone'} icon={wish.noHomeVisits ? 'door' : 'message'}>
        {`${wishForStaff(wish)}${wish.language ? `。说${wish.language}` : ''}${wishAt ? `。${fullDay(wishAt)} 这户自己说的` : ''}`}
      </Note>
      <Card pad label={label}>
        <View className='line'>
          <Heading className='grow'>{label}</Heading>
          <Tag tone={archive.class === 'B' ? 'stone' : 'lamp'} icon={icon}>{word}</Tag>
        </View>
        <View className='sub ink2'>{`${blockName}，${tenureWords[tenure]}。${note}`}</View>
        <View className='sub ink2'>{lastVisit ? `上次走访 ${fullDay(lastVisit.at)}，${lastVisit.mode === 'home' ? '上门' : `线上，${visitWays[lastVisit.channel ?? 'other'] ?? '别的办法'}`}` : '还没有走访过'}</View>
        {wish.noHomeVisits && archive.care.length > 0 && <View className='sub ink2'>也有人要多照应，用上面的办法问候</View>}
      </Card>
    </>
  )
}

function Promised({ archive: { committeeId, demands, visits } }: { archive: Archive }) {
  return (
    <>
      <Section title='答应过、还没了的' />
      <Card label='答应过、还没了的'>
        {demands.length === 0 && <View className='pad sub ink2'>没有欠着的事</View>}
        {demands.map(({ demandId, title, owner, dueAt }) => <Row key={demandId} title={title} note={`${owner}在办，${fullDay(dueAt)} 前答复`} onTap={() => go('leader/demand', { committeeId, demandId })} />)}
      </Card>
      {visits.length > 0 && <Section title='最近的走访' />}
      {visits.length > 0 && (
        <Card label='最近的走访'>
          {visits.map(({ visitId, mode, at, purpose, summary }) => <Row key={visitId} title={`${mode === 'home' ? '上门' : '线上'}，${fullDay(at)}`} note={summary ?? purpose} />)}
        </Card>
      )}
    </>
  )
}

function People({ archive: { members } }: { archive: Archive }) {
  return (
    <>
      <Section title='这一户的人' />
      <Card label='这一户的人'>
        {members.length === 0 && <View className='pad sub ink2'>还没有记下谁住在这里</View>}
        {members.map(({ residentId, name, relation, birthYear, roles, hasPhone, inApp, leftAt }) => (
          <Row
            key={residentId}
            from={68}
            lead={<Avatar name={name} resident />}
            title={name}
            value={leftAt ? '搬走了' : relationWords[relation]}
            note={[birthYear && `${birthYear} 年生`, ...roles.map((role) => roleWords[role]), hasPhone ? '有电话，封存着' : '没有电话', inApp && '在用小程序'].filter(Boolean).join('，')}
          />
        ))}
      </Card>
    </>
  )
}

function Past({ archive: { decisions, openings, notes } }: { archive: Archive }) {
  return (
    <>
      <Section title='分类和打开的记录' />
      <Card label='分类和打开的记录'>
        {notes.count > 0 && <Row title={`${notes.count} 条生活备注`} note='写明理由可以打开' />}
        {decisions.map(({ at, class: kind, by }) => <Row key={at} title={`定为 ${classWords[kind].word}`} note={`${momentWord(at)}，${by}`} />)}
        {openings.map(({ at, by, why }) => <Row key={`${at}${by}`} title={`${by}打开过`} note={`${momentWord(at)}，为了：${why}`} />)}
        {notes.count + decisions.length + openings.length === 0 && <View className='pad sub ink2'>还没有人看过</View>}
      </Card>
    </>
  )
}
