import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { Count } from './Count'
import { Icon } from './Icon'

interface Props {
  title: ReactNode
  note?: ReactNode
  value?: ReactNode
  lead?: ReactNode
  trail?: ReactNode
  above?: ReactNode
  /** Unread ones; nothing is drawn for 0. */
  count?: number
  onTap?: () => void
  label?: string
  /** Left edge of the hairline above, px; where the text begins. */
  from?: number
  children?: ReactNode
}

export function Row({ title, note, value, lead, trail, above, count, onTap, label, from, children }: Props) {
  const spoken = label ?? (typeof title === 'string' && !note && !value && !above ? title : undefined)
  return (
    <View
      className={['row', onTap && 'tappable', lead && 'led'].filter(Boolean).join(' ')}
      style={from === undefined ? undefined : { '--from': `${from}px` }}
      {...accessible(onTap ? { role: 'button', label: spoken, onTap } : {})}
    >
      {lead && <View className='row-lead'>{lead}</View>}
      <View className='grow'>
        {above && <View className='row-above'>{above}</View>}
        <View className='head'>{title}</View>
        {note && <View className='sub ink2'>{note}</View>}
        {children}
      </View>
      {value !== undefined && <Text className='row-value'>{value}</Text>}
      {(count || trail || onTap) && (
        <View className='row-end'>
          {count ? <Count value={count} label={`${count} 条没看`} /> : null}
          {trail}
          {onTap && <Icon name='right' className='chev' />}
        </View>
      )}
    </View>
  )
}
