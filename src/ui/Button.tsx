import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Icon, type IconName } from './Icon'

interface Props {
  children: string
  onTap: () => void
  look?: 'solid' | 'soft' | 'plain' | 'danger'
  small?: boolean
  wide?: boolean
  icon?: IconName
  busy?: boolean
  label?: string
}

const nothing = () => {}

/** Never disabled: a tap says what is missing. While busy it keeps its width and lets taps pass. */
export function Button({ children, onTap, look = 'solid', small, wide, icon, busy, label }: Props) {
  const classes = ['btn', look, small && 'small', wide && 'wide'].filter(Boolean).join(' ')
  return (
    <View className={classes} {...accessible({ role: 'button', label: busy ? '正在送' : label, busy: Boolean(busy), onTap: busy ? nothing : onTap })}>
      {icon && !busy && <Icon name={icon} />}
      {busy ? <Text className='btn-held'>{children}</Text> : children}
      {busy && <Text className='btn-busy'>正在送</Text>}
    </View>
  )
}
