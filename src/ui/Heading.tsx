import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'

interface Props {
  children: ReactNode
  level?: 1 | 2 | 3 | 4
  size?: 'large' | 'title' | 'head' | 'sub'
  className?: string
}

export function Heading({ children, level = 2, size = 'head', className = '' }: Props) {
  return <View className={`${size} ${className}`} {...accessible({ role: 'heading', level })}>{children}</View>
}
