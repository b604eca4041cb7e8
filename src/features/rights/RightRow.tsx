import { View } from '@tarojs/components'
import type { RightRequest } from '../../../contract/rightRequest'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { shortDay } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { dueLine, kindWords, notDecidedWords, stateOf } from './wording'

/** One request of the reader's own: what, when, who answers by when, and the answer. */
export function RightRow({ request, onMoved }: { request: RightRequest; onMoved: () => void }) {
  const { id: requestId, committeeId, kind, words, askedAt, state, reply, decidedBy, steps } = request
  const { word, tone, icon } = stateOf(request)
  const back = useCommand(['rights', 'takeBack'], { onDone: onMoved })
  return (
    <View className='row'>
      <View className='grow stack'>
        <View className='line'>
          <View className='head grow'>{kindWords[kind].word}</View>
          <Tag tone={tone} icon={icon}>{word}</Tag>
        </View>
        <View className='sub ink2'>{`${shortDay(askedAt)} 说的${state === 'open' ? `，${dueLine(request)}` : ''}`}</View>
        {words !== '' && <View>{words}</View>}
        {reply && <Note icon='answer'>{`${decidedBy}：${reply}`}</Note>}
        {back.refusal && <Note tone='brick'>{notDecidedWords(back.refusal)}</Note>}
        {steps.includes('takeBack') && <View className='acts'><Button small look='plain' busy={back.state === 'sending'} label={`收回“${kindWords[kind].word}”`} onTap={() => back.send({ committeeId, requestId }, '收回')}>收回</Button></View>}
      </View>
    </View>
  )
}
