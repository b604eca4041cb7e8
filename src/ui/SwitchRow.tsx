import { View } from '@tarojs/components'
import { accessible } from './accessible'

interface Props {
  title: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** The whole row is the switch: a target no thumb misses. */
export function SwitchRow({ title, note, on, onChange }: Props) {
  return (
    <View className='row' {...accessible({ role: 'switch', label: note ? `${title}，${note}` : title, checked: on, onTap: () => onChange(!on) })}>
      <View className='grow'>
        <View className='head'>{title}</View>
        {note && <View className='sub ink2'>{note}</View>}
      </View>
      <View className='row-end'>
        <View className={on ? 'switch on' : 'switch'}><View className='switch-thumb' /></View>
      </View>
    </View>
  )
}
