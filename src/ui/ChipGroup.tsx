import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Chip } from './Chip'
import type { IconName } from './Icon'

interface Props<T> {
  label: string
  options: readonly { value: T; word: string; icon?: IconName }[]
  value: T | null
  onChange: (value: T) => void
  /** One line that scrolls sideways. */
  scroll?: boolean
  /** They choose what is listed below rather than an answer. */
  tabs?: boolean
}

export function ChipGroup<T extends string>({ label, options, value, onChange, scroll, tabs }: Props<T>) {
  return (
    <View className={scroll ? 'scroller' : 'wrap'} {...accessible({ role: tabs ? 'tablist' : 'radiogroup', label })}>
      {options.map((option) => (
        <Chip key={option.value} chosen={option.value === value} icon={option.icon} role={tabs ? 'tab' : 'radio'} onTap={() => onChange(option.value)}>
          {option.word}
        </Chip>
      ))}
    </View>
  )
}
