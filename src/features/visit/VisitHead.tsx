import { View } from '@tarojs/components'
import type { Visit } from '../../../contract/visit'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { channelWords, sentenceOf, stateLook, timeWords } from './wording'

/** When, how, with whom, and what happens next. */
export function VisitHead({ visit }: { visit: Visit }) {
  const reader = visit.reader === 'home' ? 'home' : 'host'
  const { tone, icon, word } = stateLook(visit.state, reader)
  const purpose = visit.service?.title ?? visit.demand?.title
  const facts = [visit.channel && channelWords[visit.channel], `${visit.minutes} 分钟`].filter(Boolean).join('，')
  return (
    <Card pad label='这次走访'>
      <View className='line'>
        <Tag tone={tone} icon={icon}>{word}</Tag>
        {visit.noHomeVisits && <View className='end'><Tag tone='lamp' icon='door'>不要上门</Tag></View>}
      </View>
      {visit.label && visit.startsAt && visit.state !== 'cancelled' && <View className='head'>{visit.label}</View>}
      <Heading size='title' className='visit-summary'>{visit.startsAt && visit.state !== 'cancelled' ? timeWords(visit.startsAt) : visit.label ?? `和${visit.host.name}聊`}</Heading>
      <View className='sub ink2'><Words dates>{sentenceOf(visit, reader)}</Words></View>
      <View className='sub ink2'>{`${facts}。想聊：${visit.purpose}${purpose && purpose !== visit.purpose ? `（${purpose}）` : ''}`}</View>
      {visit.offers.length > 0 && <View className='sub'>{`提过的时间：${visit.offers.map(timeWords).join('、')}`}</View>}
    </Card>
  )
}
