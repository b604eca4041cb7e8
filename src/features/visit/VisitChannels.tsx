import { View } from '@tarojs/components'
import type { ContactChannel } from '../../../contract/household'
import type { VisitChannel } from '../../../contract/visit'
import { Heading } from '../../ui/Heading'
import { Segmented } from '../../ui/Segmented'
import { channelWords } from './wording'

const offered: readonly VisitChannel[] = ['app', 'wechat', 'phone', 'email']

/** How to talk; what the household has ruled out is not offered. */
export function VisitChannels({ value, never, onChange }: { value: VisitChannel; never: readonly ContactChannel[]; onChange: (channel: VisitChannel) => void }) {
  const options = offered.filter((one) => !never.includes(one as ContactChannel)).map((one) => ({ value: one, word: channelWords[one] }))
  return (
    <View className='stack'>
      <Heading>怎么聊</Heading>
      <Segmented label='怎么聊' options={options} value={value} onChange={onChange} />
    </View>
  )
}
