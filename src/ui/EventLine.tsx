import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'

export function EventLine({ children, icon }: { children: string; icon?: IconName }) {
  return (
    <View className='event'>
      {icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </View>
  )
}
