import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { Card } from '../../ui/Card'
import { momentWord, weekDay } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { nameWithPost } from '../../wording'
import { ReadAloud } from './ReadAloud'
import { ratingNote, ratingWords } from './ratingWording'
import { dueWords } from './dueWording'

/** What the state asks of the reader or tells them, beyond who has it and by when: a sentence or two, only where there is something to say. */
export function DemandState({ demand }: { demand: Demand }) {
  const { status, thread, owner, outside, late, silentAt, rating, enteredBy } = demand
  const asked = status === 'asked' ? [...thread].reverse().find(({ step }) => step === 'ask') : undefined
  const longer = [...thread].reverse().find(({ step }) => step === 'grantMoreTime')
  const told = [...new Set(thread.flatMap(({ step, to }) => (step === 'escalate' && to ? [to] : [])))]
  return (
    <>
      {enteredBy && <Note icon='phone'>{`${enteredBy.name}代您登记的。说得不对，在下面补一句。`}</Note>}
      {asked?.text && (
        <Card pad label={`${owner.name}想问您`} className='answer-card'>
          <View className='meta ink2'>{`${asked.by ? nameWithPost(asked.by) : '居委会'}想问您，${momentWord(asked.at)}`}</View>
          <View className='answer-text'>{asked.text}</View>
          <View className='sub ink2 state-note'>在下面回一句，接着办。回之前，答复的日子往后顺。</View>
          <ReadAloud text={asked.text} />
        </Card>
      )}
      {status === 'transferred' && outside && (
        <Note icon='handover'>{`现在由${outside.name}在办${outside.number ? `，那边的编号 ${outside.number}` : ''}。${owner.name}盯着，答复的日子不变。`}</Note>
      )}
      {longer?.text && longer.due && late !== 'late' && status !== 'closed' && (
        <Note icon='clock'>{`这件事要多用些时间：${longer.text}。答复从 ${weekDay(longer.due.old)} 改到 ${weekDay(longer.due.new)}。`}</Note>
      )}
      {late === 'late' && told.length > 0 && <Note tone='brick'>{`晚了，已经告诉${told.join('、')}，他们也在盯。`}</Note>}
      {silentAt && <View className='sub ink2'>{`${dueWords({ dueAt: silentAt, provisional: false })} 前没回，就先记作“未评价”，想说随时还能说。`}</View>}
      {rating && <Note tone='stone' icon='star'>{`您评了“${ratingWords[rating.value]}”：${ratingNote(rating)}${rating.value === 1 ? '主任会跟进，这次经办的人不再联系您。' : ''}`}</Note>}
    </>
  )
}
