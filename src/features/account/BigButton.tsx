import { View } from '@tarojs/components'
import { accessible } from '../../ui/accessible'
import { Icon, type IconName } from '../../ui/Icon'

interface Props {
  icon: IconName
  word: string
  note?: string
  main?: boolean
  low?: boolean
  onTap: () => void
}

/** A row of 长辈版: one thing to do, big enough for any thumb. */
export function BigButton({ icon, word, note, main, low, onTap }: Props) {
  return (
    <View className={['big', main && 'main', low && 'low'].filter(Boolean).join(' ')} {...accessible({ role: 'button', label: note ? `${word}，${note}` : word, onTap })}>
      <Icon name={icon} />
      <View className='grow'>
        <View className={low ? 'head' : 'title'}>{word}</View>
        {note && <View className='big-note'>{note}</View>}
      </View>
    </View>
  )
}
