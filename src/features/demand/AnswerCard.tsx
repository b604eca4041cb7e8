import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { usePhotoSlots } from '../../api/photoSlots'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { ReadAloud } from './ReadAloud'
import { sayerOf } from './threadWording'
import './demand.scss'

/** The answer that waits for the resident's word. */
export function AnswerCard({ demand }: { demand: Demand }) {
  const photos = usePhotoSlots()
  const answer = [...demand.thread].reverse().find(({ type }) => type === 'answer')
  if (!answer?.text) return null
  const who = sayerOf({ ...answer, mine: false })
  return (
    <Card pad label={`${who}的答复`} className='answer-card'>
      <View className='meta ink2'>{`${who}的答复，${momentWord(answer.at)}`}</View>
      <View className='answer-text'>{answer.text}</View>
      {photos && <photos.Shown committeeId={demand.committeeId} demandId={demand.id} entryId={answer.id} />}
      <ReadAloud text={answer.text} />
    </Card>
  )
}
