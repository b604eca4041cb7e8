import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon } from './Icon'

interface Props {
  title: string
  note?: string
  chosen?: boolean
  onTap: () => void
}

export function Choice({ title, note, chosen, onTap }: Props) {
  return (
    <View className='row tappable' {...accessible({ role: 'radio', checked: Boolean(chosen), label: note ? `${title}，${note}` : title, onTap })}>
      <View className='grow'>
        <View className={chosen ? 'head' : ''}>{title}</View>
        {note && <View className='sub ink2'>{note}</View>}
      </View>
      {chosen && <Icon name='check' className='pine' />}
    </View>
  )
}
