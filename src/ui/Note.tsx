import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { Icon, type IconName } from './Icon'

type Tone = 'stone' | 'lamp' | 'brick' | 'pine'
interface Props {
  children: ReactNode
  tone?: Tone
  icon?: IconName
}

const usual: Record<Tone, IconName> = { stone: 'info', lamp: 'bell', brick: 'alert', pine: 'done' }

/** One sentence that changes what you do. */
export function Note({ children, tone = 'stone', icon = usual[tone] }: Props) {
  return (
    <View className={`note ${tone}`} {...accessible({ role: tone === 'brick' ? 'alert' : 'note' })}>
      <Icon name={icon} />
      <View className='grow'>{children}</View>
    </View>
  )
}
