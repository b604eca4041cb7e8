import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { accessible } from '../../ui/accessible'
import { Heading } from '../../ui/Heading'
import { Plate } from '../../ui/Plate'
import { Words } from '../../ui/Words'
import { sentenceOf } from './stateWording'
import { aloneWords } from './togetherWording'
import './demand.scss'

/** Only after the server's receipt: the number, who has it, and by when. */
export function Receipt({ demand }: { demand: Demand }) {
  const alone = aloneWords(demand)
  return (
    <View className='receipt' {...accessible({ role: 'status' })}>
      <View className='receipt-art art-lane' {...accessible({ hidden: true })} />
      <View className='receipt-in'>
        <Heading size='large'>已收到</Heading>
        <View className='arrives'><Plate number={demand.number} /></View>
        {alone !== '' && <View className='arrives later'>{alone}</View>}
        <View className='receipt-sentence arrives later'><Words dates>{`${sentenceOf(demand)}。`}</Words></View>
      </View>
    </View>
  )
}
