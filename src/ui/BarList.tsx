import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'

export interface Bar {
  word: string
  value: number
  /** hatch: not solved; open: still open or merged. The largest is dark when left out. */
  look?: 'brand' | 'soft' | 'hatch' | 'open'
  note?: string
  onTap?: () => void
}

/** Ordered by whoever gives the items; bars start at zero. */
export function BarList({ label, items }: { label: string; items: Bar[] }) {
  const largest = Math.max(1, ...items.map(({ value }) => value))
  return (
    <View className='barlist' {...accessible({ role: 'list', label })}>
      {items.map(({ word, value, look = value === largest ? 'brand' : 'soft', note, onTap }) => (
        <View key={word} {...accessible({ role: 'listitem' })}>
          <View className={onTap ? 'bar-row bar-tap' : 'bar-row'} {...accessible(onTap ? { role: 'link', label: `${word}，${value}`, onTap } : {})}>
            <View className='bar-line'>
              <Text>{word}</Text>
              <Text><Text className='strong'>{value}</Text>{note && <Text className='ink2'> {note}</Text>}</Text>
            </View>
            <View className={`bar ${look}`} style={{ width: `${Math.round((value / largest) * 100)}%` }} />
          </View>
        </View>
      ))}
    </View>
  )
}
