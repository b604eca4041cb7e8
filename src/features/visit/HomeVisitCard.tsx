import { View } from '@tarojs/components'
import type { DoorView, HomeVisit } from '../../../contract/door'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { endWords, notSentWords, spanWords, visitMarks } from './doorWording'

interface Props {
  committeeId: string
  visit: HomeVisit
  onEnded: (door: DoorView, vetoed: boolean) => void
}

/** Somebody who is expected, or was there. */
export function HomeVisitCard({ committeeId, visit, onEnded }: Props) {
  const { id: visitId, who, purpose, startsAt, endsAt, host, state, steps } = visit
  const { word, tone, icon } = visitMarks[state]
  const end = useCommand(['visit', 'endHomeVisit'], { onDone: ({ door, vetoed }) => onEnded(door, vetoed) })
  return (
    <Card pad label={`${who}上门，${word}`}>
      <View className='stack'>
        <View>
          <View className='line'>
            <View className='grow'><Heading>{who}</Heading></View>
            <Tag tone={tone} icon={icon}>{word}</Tag>
          </View>
          <View>{purpose}</View>
          <View className='sub ink2'>{`${spanWords(startsAt, endsAt)}，${host}安排的`}</View>
        </View>
        {end.refusal && <Note tone='brick'>{notSentWords(end.refusal)}</Note>}
        {end.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {end.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网自动送出。</Note>}
        {steps.length > 0 && end.state !== 'waiting' && (
          <View className='acts'>
            {steps.map((outcome) => (
              <Button key={outcome} small look={outcome === 'done' ? 'soft' : 'plain'} busy={end.state === 'sending'} label={`${who}，${endWords[outcome]}`} onTap={() => end.send({ committeeId, visitId, outcome, words: '' }, `${who}上门`)}>{endWords[outcome]}</Button>
            ))}
          </View>
        )}
      </View>
    </Card>
  )
}
