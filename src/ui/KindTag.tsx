import { Text } from '@tarojs/components'

export function KindTag({ children }: { children: string }) {
  return <Text className='kind'>{children}</Text>
}
