import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Avatar } from './Avatar'
import type { IconName } from './Icon'
import { IconButton } from './IconButton'
import { Words } from './Words'

interface Props {
  name: string
  title?: ReactNode
  /** Post and until when; off duty it says who looks first tomorrow. */
  post: string
  lit?: boolean
  action?: { icon: IconName; label: string; onTap: () => void }
  from?: number
}

export function PersonRow({ name, title = name, post, lit, action, from }: Props) {
  return (
    <View className='row led' style={from === undefined ? undefined : { '--from': `${from}px` }}>
      <View className='row-lead'><Avatar name={name} lit={lit} /></View>
      <View className='grow'>
        <View className='head'>{title}</View>
        <View className='meta ink2'><Words>{post}</Words></View>
      </View>
      {action && <View className='row-end'><IconButton {...action} /></View>}
    </View>
  )
}
