import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon, type IconName } from './Icon'

interface Props {
  word: string
  figure: number | string
  unit?: string
  note?: string
  icon: IconName
  late?: boolean
  /** Opens the rows behind the figure. */
  onTap?: () => void
}

export function StatTile({ word, figure, unit, note, icon, late, onTap }: Props) {
  const label = [word, `${figure}${unit ?? ''}`, note].filter(Boolean).join('，')
  return (
    <View className='tile' {...accessible(onTap ? { role: 'link', label, onTap } : {})}>
      <View className='line sub ink2'>
        <Icon name={icon} size='s' />
        <Text className='tile-word'>{word}</Text>
      </View>
      <View>
        <Text className={late ? 'tile-figure brick' : 'tile-figure'}>{figure}</Text>
        {unit && <Text className='tile-unit'>{unit}</Text>}
      </View>
      {note && <View className='meta ink2'>{note}</View>}
    </View>
  )
}
