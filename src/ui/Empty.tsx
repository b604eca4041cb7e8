import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Button } from './Button'
import { Heading } from './Heading'
import { Icon, type IconName } from './Icon'

interface Props {
  icon: IconName
  title: string
  note?: string
  action?: { word: string; onTap: () => void }
}

/** What the list is for, and the way in. */
export function Empty({ icon, title, note, action }: Props) {
  return (
    <View className='face' {...accessible({ role: 'status' })}>
      <View className='face-mark av icon'><Icon name={icon} /></View>
      <Heading size='title'>{title}</Heading>
      {note && <View className='face-note ink2'>{note}</View>}
      {action && <Button onTap={action.onTap}>{action.word}</Button>}
    </View>
  )
}
