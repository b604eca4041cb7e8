import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'

interface Props {
  children: ReactNode
  /** Names the region, or the target when the whole card is one. */
  label?: string
  pad?: boolean
  className?: string
  onTap?: () => void
}

export function Card({ children, label, pad, className, onTap }: Props) {
  const role = onTap ? 'button' : label && 'region'
  const classes = ['card', pad && 'pad', onTap && 'tappable', className].filter(Boolean).join(' ')
  return <View className={classes} {...accessible({ role, label, onTap })}>{children}</View>
}
