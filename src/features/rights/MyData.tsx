import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenKind } from '../../../contract/archive'
import type { RightKind } from '../../../contract/rightRequest'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Icon } from '../../ui/Icon'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { Sheet } from '../../ui/Sheet'
import { AskRight } from './AskRight'
import { ConsentRow } from './ConsentRow'
import { RightRow } from './RightRow'
import { askedKinds, kindWords, layerWords } from './wording'
import './rights.scss'

/** Everything one may do with one's own information, on one page; who has no home here asks at the duty desk of the committee they look at. */
export function MyData({ fallback, openedWords }: { fallback: string | undefined; openedWords: Record<OpenKind, string> }) {
  const read = useRead(['rights', 'mine'], {})
  const [asking, setAsking] = useState<RightKind | null>(null)
  const [words, setWords] = useState<Partial<Record<RightKind, string>>>({})
  const [done, setDone] = useState('')
  const committeeId = read.data?.committeeId ?? fallback
  const asked = () => {
    if (asking) setWords({ ...words, [asking]: '' })
    setAsking(null)
    setDone('收到了，主任来办。15 个工作日里答复您，进度在下面。')
    read.again()
  }
  return (
    <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again}>
      {read.data && (
        <>
          {done !== '' && <Note tone='pine'>{done}</Note>}
          <Card label='看和改'>
            <Row from={52} lead={<Icon name='doc' className='menu-icon' />} title='看一份、要一份' note={kindWords.copy.note} label={`看一份、要一份，${kindWords.copy.note}`} onTap={() => go('resident/my-copy', {})} />
            {committeeId && askedKinds.map((kind) => (
              <Row key={kind} from={52} lead={<Icon name={kindWords[kind].icon} className='menu-icon' />} title={kindWords[kind].word} note={kindWords[kind].note} label={`${kindWords[kind].word}，${kindWords[kind].note}`} onTap={() => { setDone(''); setAsking(kind) }} />
            ))}
          </Card>
          {read.data.requests.length > 0 && <Section title='说过的' />}
          {read.data.requests.length > 0 && <Card label='说过的'>{read.data.requests.map((request) => <RightRow key={request.id} request={request} onMoved={read.again} />)}</Card>}
          <Section title='谁看过我家封存的内容' {...(read.data.committeeId && { action: { word: '我家', onTap: () => go('resident/my-household', {}) } })} />
          <Card label='谁看过我家封存的内容'>
            {read.data.openings.length === 0
              ? <View className='pad sub ink2'>还没有人看过。有人看，先要写理由，写下的都在这里。</View>
              : read.data.openings.map(({ label, at, by, what, why }) => <Row key={at + by} title={`${by}看了${what.map((kind) => openedWords[kind]).join('、')}`} note={`${momentWord(at)}，${label}，为了：${why}`} />)}
          </Card>
          <Section title='同意过什么' action={{ word: '孩子的规矩', onTap: () => go('resident/children', {}) }} />
          {read.data.children.map(({ label, name, birthYear, agreed }) => (
            <Note key={label + birthYear} tone={agreed ? 'stone' : 'lamp'} icon='info'>
              {agreed ? `${label} 记着${name}，${birthYear} 年生，家长同意过。` : `${label} 记着一个不满十四岁的孩子，${birthYear} 年生。现在只有这一年和关系；您是家长，在下面“${layerWords.minor}”里同意了，才记名字。`}
            </Note>
          ))}
          <View className='sub ink2 rights-lead'>一样一样分开问。哪一样不同意，都不影响看服务、说事。</View>
          <Card label='同意过什么'>{read.data.consents.map((consent) => <ConsentRow key={consent.layer} consent={consent} onSaid={read.again} />)}</Card>
          <Sheet open={asking !== null} title={asking ? kindWords[asking].word : ''} onClose={() => setAsking(null)}>
            {asking && committeeId && <AskRight kind={asking} committeeId={committeeId} words={words[asking] ?? ''} onWords={(text) => setWords({ ...words, [asking]: text })} onAsked={asked} />}
          </Sheet>
        </>
      )}
    </Loadable>
  )
}
