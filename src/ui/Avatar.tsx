import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon, type IconName } from './Icon'

interface Props {
  name: string
  /** There now. The words beside it must say so too. */
  lit?: boolean
  resident?: boolean
  icon?: IconName
  small?: boolean
}

export function Avatar({ name, lit, resident, icon, small }: Props) {
  const classes = ['av', lit && 'lit', resident && 'home', icon && 'icon', small && 's'].filter(Boolean).join(' ')
  return <View className={classes} {...accessible({ hidden: true })}>{icon ? <Icon name={icon} /> : [...name][0]}</View>
}
