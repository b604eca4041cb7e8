import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { RightRequest } from '../../../contract/rightRequest'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { shortDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { useLatest } from '../../ui/useLatest'
import { closingWords, kindWords, notDecidedWords, replyMissing, stateOf } from './wording'

interface Props {
  request: RightRequest
  onDone: (words: string) => void
  /** Somebody else has answered meanwhile, or it was taken back. */
  onMoved: () => void
}

/** One request for who decides: what is asked, by when, and the two answers; both need words. */
export function RightCard({ request, onDone, onMoved }: Props) {
  const { id: requestId, committeeId, kind, name, words, askedAt, dueAt, provisional, reply, decidedBy, decidedAt, steps } = request
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const [refusing, setRefusing] = useState(false)
  const title = `${name}${kindWords[kind].said}`
  const { word, tone, icon } = stateOf(request)
  const decide = useCommand(['rights', 'decide'], { onDone: ({ state }) => onDone(state === 'done' ? (kind === 'delete' ? '删掉了，账号已经注销。' : `答了，${name}在“我的信息”里看得到。`) : `没有同意，理由已经告诉${name}。`) })
  const late = decide.refusal === 'WrongStep'
  const moved = useLatest(onMoved)
  useEffect(() => {
    if (late) moved.current()
  }, [late, moved])
  const send = (done: boolean) => {
    if (text.trim().length < 2) setWrong(replyMissing)
    else decide.send({ committeeId, requestId, done, reply: text.trim() }, title)
  }
  const busy = decide.state === 'sending'
  return (
    <Card pad label={title}>
      <View className='stack'>
        <View>
          <View className='line'>
            <View className='grow'><Heading>{title}</Heading></View>
            <Tag tone={tone} icon={icon}>{word}</Tag>
          </View>
          <View className='sub ink2'>{`${shortDay(askedAt)} 说的${request.state === 'open' ? `，${shortDay(dueAt)} 前答复${provisional ? '（暂定）' : ''}` : ''}`}</View>
        </View>
        {words !== '' && <View className='note stone'><View className='grow'>{words}</View></View>}
        {reply && decidedAt && <Note icon='answer'>{`${decidedBy}，${shortDay(decidedAt)}：${reply}`}</Note>}
        {decide.refusal && <Note tone='brick'>{notDecidedWords(decide.refusal)}</Note>}
        {decide.state === 'failed' && <Note tone='brick'>{notDecidedWords(null)}</Note>}
        {decide.state === 'waiting' && <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>}
        {steps.includes('finish') && decide.state !== 'waiting' && (
          <>
            {kind === 'delete' && !refusing && <Note tone='lamp' icon='alert'>{['点了就注销，找不回来。', ...closingWords.slice(1)].map((said) => <View key={said}>{said}</View>)}</Note>}
            <TextArea id={`right-${requestId}`} label={refusing ? '为什么不能，怎么办' : '怎么跟当事人说'} hint={`${name}会看到这句话。`} value={text} onChange={(said) => { setText(said); setWrong('') }} wrong={wrong} maxLength={500} />
            <View className='acts'>
              {refusing
                ? <Button look='plain' onTap={() => { setRefusing(false); decide.reset() }}>再想想</Button>
                : <Button look='plain' label={`不同意，${title}`} onTap={() => setRefusing(true)}>不同意</Button>}
              {refusing
                ? <Button look='danger' busy={busy} onTap={() => send(false)}>不同意，说明理由</Button>
                : <Button look={kind === 'delete' ? 'danger' : 'soft'} busy={busy} label={`${kindWords[kind].done}，${title}`} onTap={() => send(true)}>{kindWords[kind].done}</Button>}
            </View>
          </>
        )}
      </View>
    </Card>
  )
}
