import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon } from './Icon'

interface Props {
  /** `18:20`: as of when what stands below is. */
  since?: string
  /** How many of one's own texts are still on the phone. */
  waiting?: number
}

export function OfflineBar({ since, waiting = 0 }: Props) {
  const shown = since ? `没有网络，下面是 ${since} 时的样子` : '没有网络'
  return (
    <View className='offbar' {...accessible({ role: 'status', live: 'polite' })}>
      <Icon name='offline' />
      <View className='grow'>{waiting ? `${shown}。${waiting} 件联网后自动送出` : shown}</View>
    </View>
  )
}
