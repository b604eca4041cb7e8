import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit, VisitBrief } from '../../../contract/visit'
import type { Relation } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { go } from '../../routes'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { shortDay } from '../../ui/dates'
import { TextArea } from '../../ui/TextArea'
import { Words } from '../../ui/Words'
import { notSentWords, prompts } from './wording'

const relationWords: Record<Relation, string> = { owner: '业主', tenant: '租客', family: '家人', cotenant: '合租', carer: '照顾的人' }

/** What is good to have at hand. A memory aid: nothing of it is ticked off or counted. */
export function HostBrief({ visit, brief: { members, promises, lastVisit, topics, note } }: { visit: Visit; brief: VisitBrief }) {
  return (
    <>
      <Card label='这一户'>
        {members.map(({ residentId, name, relation }) => <Row key={residentId} lead={<Avatar name={name} resident />} title={name} value={relationWords[relation]} />)}
      </Card>
      {promises.length > 0 && (
        <Card label='上次答应、还没办完的'>
          <View className='pad'><Heading>上次答应、还没办完的</Heading></View>
          {promises.map(({ demandId, title, dueAt }) => (
            <Row key={demandId} title={title} note={dueAt ? <Words dates>{`${shortDay(dueAt)} 前答复`}</Words> : '等对方看'} label={title} onTap={() => go('leader/demand', { committeeId: visit.committeeId, demandId })} />
          ))}
        </Card>
      )}
      {lastVisit && (
        <Card pad label='上一次走访'>
          <Heading>{`上一次走访，${shortDay(lastVisit.heldAt)}${lastVisit.mode === 'online' ? '，线上' : '，上门'}`}</Heading>
          {lastVisit.summary && <View className='visit-summary'>{lastVisit.summary}</View>}
        </Card>
      )}
      <Card label='聊的时候可以想着'>
        <View className='pad'>
          <Heading>聊的时候可以想着</Heading>
          <View className='sub ink2'>想到哪里聊到哪里，不用一项项过，也不打分</View>
        </View>
        {prompts.map(({ word, note: hint }) => <Row key={word} title={word} note={hint} />)}
      </Card>
      <Card pad label='这个月可以说的'>
        <Heading>这个月可以说的</Heading>
        {topics.map((topic) => <View key={topic} className='sub'>{topic}</View>)}
      </Card>
      <OwnNote visit={visit} kept={note} />
    </>
  )
}

function OwnNote({ visit, kept }: { visit: Visit; kept: string }) {
  const [text, setText] = useState(kept)
  const [done, setDone] = useState(false)
  const save = useCommand(['visit', 'note'], { onDone: () => { setDone(true); save.reset() } })
  const stuck = save.state === 'failed' || save.state === 'refused'
  return (
    <Card pad label='自己记的'>
      <View className='stack'>
        <TextArea id='visit-note' label='自己记的' hint='只有您看得到，封存着' value={text} onChange={(typed) => { setText(typed); setDone(false) }} maxLength={1000} />
        {stuck && <Note tone='brick'>{notSentWords(save.refusal)}</Note>}
        {done && <Note tone='pine'>记下了</Note>}
        <Button look='plain' busy={save.state === 'sending'} onTap={() => save.send({ committeeId: visit.committeeId, visitId: visit.id, text: text.trim() }, '自己记的')}>记下</Button>
      </View>
    </Card>
  )
}
