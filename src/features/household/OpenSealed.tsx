import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Archive, OpenKind } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chip } from '../../ui/Chip'
import { momentWord } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'
import { careWords, fieldWords, openWords } from './archiveWording'
import { notSentWords } from './wording'

/** Nothing is shown before the reason is written; what is shown goes with the page, and the phone keeps none of it. */
export function OpenSealed({ archive, onClose }: { archive: Archive; onClose: () => void }) {
  const { committeeId, householdId, opens } = archive
  const [what, setWhat] = useState<OpenKind[]>(opens.slice(0, 1))
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const open = useCommand(['household', 'open'])
  const send = () => {
    if (why.trim().length < 2) setWrong('写一句为了什么，这户看得到')
    else if (what.length > 0) open.send({ committeeId, householdId, what, why: why.trim() })
  }
  const { output } = open
  if (output) {
    return (
      <Card label='打开的内容'>
        {output.people.map(({ residentId, name, birthYear, phone, email }) => <Row key={residentId} title={name} note={[birthYear && `${birthYear} 年生，不满十四岁`, phone ?? '没有电话', email].filter(Boolean).join('，')} />)}
        {output.care.map(({ careId, name, kind, basis, law, contest }) => <Row key={careId} title={`${name}：${careWords[kind]}`} note={`依据：${basis}${law ? `。法律依据：${law}` : ''}${contest ? `。本人说：${contest}` : ''}`} />)}
        {output.notes.map(({ id, name, text, at }) => <Row key={id} title={text} note={`${name}，${momentWord(at)} 记的`} />)}
        {output.waiting.map(({ id, field, name, old, new: value }) => <Row key={id} title={`${name}的${fieldWords[field]}，等人定`} note={`${old ?? '没有'} → ${value ?? '没有'}`} />)}
        {output.people.length + output.care.length + output.notes.length + output.waiting.length === 0 && <View className='pad sub ink2'>这里面没有记什么</View>}
        <View className='pad'><Button wide look='plain' onTap={() => { open.reset(); onClose() }}>看好了，关上</Button></View>
      </Card>
    )
  }
  return (
    <Card pad label='打开封存的内容'>
      <View className='stack'>
        <Note icon='eye'>这户会看到是您、什么时候、为了什么。</Note>
        <View className='wrap' {...accessible({ role: 'group', label: '打开哪些' })}>
          {opens.map((kind) => <Chip key={kind} role='checkbox' chosen={what.includes(kind)} onTap={() => setWhat((now) => (now.includes(kind) ? now.filter((one) => one !== kind) : [...now, kind]))}>{openWords[kind]}</Chip>)}
        </View>
        <TextArea id='open-why' label='为了什么' value={why} wrong={wrong} maxLength={200} placeholder='约线上走访的时间' onChange={(text) => { setWhy(text); setWrong('') }} />
        {(open.refusal || open.state === 'failed') && <Note tone='brick'>{notSentWords(open.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不打开</Button>
          <Button busy={open.state === 'sending'} onTap={send}>写明理由，打开</Button>
        </View>
      </View>
    </Card>
  )
}
