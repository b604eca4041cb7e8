import { View } from '@tarojs/components'
import { accessible } from './accessible'

interface Props {
  children: string
  onTap: () => void
  label?: string
}

export function Link({ children, onTap, label }: Props) {
  return <View className='sub link hit nb' {...accessible({ role: 'link', label, onTap })}>{children}</View>
}
