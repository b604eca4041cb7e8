import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Archive, ArchiveCare } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fullDay, momentWord } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { careWords, changeWords, openWords } from './archiveWording'
import { ProposeForm } from './ProposeForm'
import { WishCard } from './WishCard'
import { WishForm } from './WishForm'
import { notSentWords } from './wording'

/** What a household sees of its own archive besides its people: the wish, what waits, care of oneself, and who looked. */
export function OwnArchive({ committeeId, householdId, fallback }: { committeeId: string; householdId: string; fallback: ReactNode }) {
  const { data, again } = useRead(['household', 'get'], { committeeId, householdId })
  const [editing, setEditing] = useState<'wish' | 'fact' | null>(null)
  const done = () => { setEditing(null); again() }
  if (!data) return <>{fallback}</>
  return (
    <>
      {editing === 'wish' ? <WishForm archive={data} onDone={done} /> : (
        <>
          <WishCard wish={data.wish} own />
          <Button wide look='soft' icon='pencil' label='修改怎么联系我们家' onTap={() => setEditing('wish')}>修改</Button>
        </>
      )}
      {data.care.map((care) => <OwnCare key={care.careId} committeeId={committeeId} care={care} onDone={again} />)}
      {data.waiting.length > 0 && (
        <Card label='您说过要改的'>
          {data.waiting.map((change) => <Row key={change.id} above={<Tag tone='stone' icon='clock'>等块长确认</Tag>} title={changeWords(change)} note={`${momentWord(change.at)}，${change.by}说的`} />)}
        </Card>
      )}
      {editing === 'fact' ? <ProposeForm archive={data} onDone={done} /> : <Button wide look='plain' icon='pencil' onTap={() => setEditing('fact')}>有哪里写得不对</Button>}
      <Button wide look='plain' icon='visit' onTap={() => go('resident/book-visit', { committeeId, householdId, about: 'archive' })}>约块长线上说说我家的事</Button>
      <Button wide look='plain' icon='doc' onTap={() => go('resident/household-history', { committeeId, householdId })}>档案改过什么</Button>
      <Seen archive={data} />
    </>
  )
}

function Seen({ archive: { openings } }: { archive: Archive }) {
  return (
    <Card label='谁看过我家封存的内容'>
      {openings.length === 0
        ? <View className='pad sub ink2'>还没有人看过</View>
        : openings.map(({ at, by, what, why }) => <Row key={`${at}${by}`} title={`${by}看了${what.map((kind) => openWords[kind]).join('、')}`} note={`${momentWord(at)}，为了：${why}`} />)}
      <Row title='我的信息' note='要一份、改、收回同意、问为什么' onTap={() => go('resident/my-data', {})} />
    </Card>
  )
}

function OwnCare({ committeeId, care: { careId, kind, basis, law, reviewOn, setBy, contestedAt }, onDone }: { committeeId: string; care: ArchiveCare; onDone: () => void }) {
  const [why, setWhy] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const contest = useCommand(['household', 'contestCare'], { onDone: () => { setWhy(null); onDone() } })
  const send = () => {
    if ((why ?? '').trim().length < 2) setWrong('写一句哪里不对，块长会再核')
    else contest.send({ committeeId, careId, why: why!.trim() }, '照护类别不对')
  }
  return (
    <Card pad label='对我的照护'>
      <View className='stack'>
        <View>
          <View className='head'>{kind ? careWords[kind] : '照护'}</View>
          <View className='sub ink2'>{`${setBy ?? '居委会'}记的，依据：${basis ?? '没有写'}${law ? `。法律依据：${law}` : ''}${reviewOn ? `。${fullDay(`${reviewOn}T04:00:00Z`)} 再核一次` : ''}`}</View>
          <View className='meta ink2'>只有您自己看得到类别；块长、主任和书记要写明理由才能打开。</View>
        </View>
        {contestedAt && <Note tone='lamp'>{`${momentWord(contestedAt)} 您说不对，块长在核`}</Note>}
        {contest.refusal && <Note tone='brick'>{notSentWords(contest.refusal)}</Note>}
        {why === null && !contestedAt && <Button look='plain' onTap={() => setWhy('')}>这不对</Button>}
        {why !== null && (
          <>
            <TextArea id={`contest-${careId}`} label='哪里不对' value={why} wrong={wrong} maxLength={200} placeholder='我和女儿一起住' onChange={(text) => { setWhy(text); setWrong('') }} />
            <View className='acts'>
              <Button look='plain' onTap={() => setWhy(null)}>先不说</Button>
              <Button busy={contest.state === 'sending'} onTap={send}>告诉块长</Button>
            </View>
          </>
        )}
      </View>
    </Card>
  )
}
