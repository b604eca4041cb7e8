import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon, type IconName } from './Icon'

interface Props {
  children: string
  chosen: boolean
  onTap: () => void
  icon?: IconName
  role?: 'radio' | 'tab' | 'checkbox'
}

export function Chip({ children, chosen, onTap, icon, role = 'radio' }: Props) {
  const state = role === 'tab' ? { selected: chosen } : { checked: chosen }
  const shown = chosen ? 'check' : icon
  return (
    <View className={chosen ? 'chip on' : 'chip'} {...accessible({ role, onTap, ...state })}>
      {shown && <Icon name={shown} />}
      {children}
    </View>
  )
}
