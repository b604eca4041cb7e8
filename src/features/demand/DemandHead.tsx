import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Plate } from '../../ui/Plate'
import { Words } from '../../ui/Words'
import { DemandChain } from './DemandChain'
import { DemandStatusTag } from './DemandStatusTag'
import { SafetyMark } from './SafetyMark'
import { sentenceOf } from './stateWording'
import { kindWords, urgencyWords, visibilityWords } from './wording'
import './demand.scss'

/** What it is, in what state, who has it and by when: the first thing one sees. */
export function DemandHead({ demand }: { demand: Demand }) {
  const [whole, setWhole] = useState(false)
  const unanswered = demand.status === 'submitted' || demand.status === 'accepted' || demand.status === 'reopened'
  return (
    <Card pad label='这件事'>
      <View className='line'>
        <Plate number={demand.number} />
        <View className='end'><DemandStatusTag demand={demand} reader='filer' /></View>
      </View>
      <View className='line demand-title'>
        <Heading size='title' className='grow'>{demand.title}</Heading>
        <Link onTap={() => setWhole(!whole)}>{whole ? '收起' : '看原话'}</Link>
      </View>
      {whole && <Original demand={demand} />}
      <SafetyMark safety={demand.safety} rejectedFor={demand.rejectedFor} reader='ownResident' />
      <View className='demand-chain'><DemandChain demand={demand} /></View>
      <View className='sub ink2 demand-sentence'>
        <Words dates>{`${sentenceOf(demand)}${demand.status === 'answered' ? '' : '。'}`}</Words>
        {unanswered && <View className='date'>{`您有答复之前，${demand.firstReceiver.name}一直负责。`}</View>}
      </View>
    </Card>
  )
}

function Original({ demand }: { demand: Demand }) {
  const facts = [kindWords[demand.kind], urgencyWords[demand.urgency], demand.place, visibilityWords[demand.visibility]].filter(Boolean)
  return (
    <View className='original'>
      <View>{demand.text}</View>
      <View className='meta ink2'>{facts.join('，')}</View>
    </View>
  )
}
