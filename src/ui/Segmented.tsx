import { View } from '@tarojs/components'
import { accessible } from './accessible'

interface Props<T> {
  label: string
  options: readonly { value: T; word: string }[]
  value: T
  onChange: (value: T) => void
}

/** Two to four words. */
export function Segmented<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <View className='seg' {...accessible({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <View key={option.value} className={on ? 'seg-item on' : 'seg-item'} {...accessible({ role: 'radio', checked: on, onTap: () => onChange(option.value) })}>
            {option.word}
          </View>
        )
      })}
    </View>
  )
}
