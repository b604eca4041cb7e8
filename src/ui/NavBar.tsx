import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back as goBack } from '../routes'
import { accessible } from './accessible'
import { Icon } from './Icon'

interface Props {
  title: string
  back?: boolean
  onBack?: () => void
  action?: ReactNode
  /** The left-hand title of a tab page. */
  large?: boolean
}

export function NavBar({ title, back, onBack = goBack, action, large }: Props) {
  return (
    <View className={large ? 'nav large-title' : 'nav'}>
      {back && (
        <View className='nav-back' {...accessible({ role: 'button', label: '返回上一页', onTap: onBack })}>
          <Icon name='left' />
        </View>
      )}
      <View className='nav-title' {...accessible({ role: 'heading', level: 1 })}>{title}</View>
      {action && <View className='nav-action'>{action}</View>}
    </View>
  )
}
