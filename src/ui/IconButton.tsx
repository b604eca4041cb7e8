import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon, type IconName } from './Icon'

interface Props {
  icon: IconName
  label: string
  onTap: () => void
  bare?: boolean
}

export function IconButton({ icon, label, onTap, bare }: Props) {
  return (
    <View className={bare ? 'ibtn bare' : 'ibtn'} {...accessible({ role: 'button', label, onTap })}>
      <Icon name={icon} />
    </View>
  )
}
