import { View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'

export type Tone = 'stone' | 'river' | 'lamp' | 'pine' | 'brick'

/** A tint, an icon and a word, always the three: take the colour away and it still reads. */
export function Tag({ tone = 'stone', icon, children }: { tone?: Tone; icon: IconName; children: string }) {
  return (
    <View className={`tag ${tone}`}>
      <Icon name={icon} />
      {children}
    </View>
  )
}
