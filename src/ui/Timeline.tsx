import { View } from '@tarojs/components'
import { accessible } from './accessible'

export interface Moment {
  /** When and who: `09:12 陈敏接下`. */
  title: string
  /** Why. */
  note?: string
  state?: 'done' | 'now' | 'next'
}

export function Timeline({ items, label = '经过' }: { items: Moment[]; label?: string }) {
  return (
    <View {...accessible({ role: 'list', label })}>
      {items.map(({ title, note, state = 'done' }) => (
        <View key={title} className={`moment ${state}`} {...accessible({ role: 'listitem', current: state === 'now' ? 'step' : false })}>
          <View className='sub strong'>{title}</View>
          {note && <View className='meta ink2'>{note}</View>}
        </View>
      ))}
    </View>
  )
}
