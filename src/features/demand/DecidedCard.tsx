import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { ReadAloud } from './ReadAloud'
import { dayWords } from './dueWording'
import { decidedHeading } from './threadWording'
import { stepWords } from './wording'
import './demand.scss'

/** What the meeting decided about it, in the meeting's words; after a no, with the way on. */
export function DecidedCard({ demand, onNotSolved }: { demand: Demand; onNotSolved?: () => void }) {
  const decided = demand.resolutions[demand.resolutions.length - 1]
  if (!decided) return null
  const { facts, words, owner, dueOn } = decided
  const heading = decidedHeading(decided)
  return (
    <Card pad label={heading} className='answer-card'>
      <Heading>{heading}</Heading>
      {facts !== '' && <View className='sub ink2 answer-text'>{`情况：${facts}`}</View>}
      <View className='answer-text'>{words}</View>
      {owner && dueOn && <View className='sub ink2'>{`${owner}看着这件事，${dayWords(dueOn)} 前再给您一个说法。`}</View>}
      <ReadAloud text={words} />
      {onNotSolved && demand.status === 'declined' && demand.steps.includes('notSolved') && <View className='decided-act'><Button look='plain' onTap={onNotSolved}>{stepWords.notSolved}</Button></View>}
    </Card>
  )
}
