import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { Avatar } from './Avatar'
import { Icon } from './Icon'
import { Tag } from './Tag'

interface Props {
  children: ReactNode
  /** `王芳（块长） 18:40`. */
  who?: string
  /** Draws the avatar of somebody else. */
  name?: string
  mine?: boolean
  /** Among those who serve; the resident does not see it. */
  inner?: boolean
  /** Still on this phone. */
  waiting?: boolean
  /** What else is to be known of it. */
  below?: ReactNode
}

export function Message({ children, who, name, mine, inner, waiting, below }: Props) {
  const classes = ['msg', mine && 'mine', inner && 'inner'].filter(Boolean).join(' ')
  return (
    <View className={classes} {...accessible({ role: 'article' })}>
      {name && !mine && <Avatar name={name} />}
      <View className='b'>
        {who && <Text className='who'>{who}</Text>}
        {inner && <Text className='who'><Icon name='lock' />内部记录，居民看不到</Text>}
        <View className='bubble'>{children}</View>
        {waiting && <View className='waits'><Tag tone='lamp' icon='upload'>待上传</Tag></View>}
        {below}
      </View>
    </View>
  )
}
