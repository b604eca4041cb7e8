import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Button } from './Button'
import { Heading } from './Heading'
import { Icon } from './Icon'
import { Link } from './Link'

interface Props {
  title?: string
  note?: string
  onAgain?: () => void
  /** Somebody to call meanwhile. */
  phone?: { who: string; number: string; onTap: () => void }
}

/** Whose fault it is and what is safe; never a code. */
export function Problem({ title = '这次没取到', note = '是我们这边的问题，不是您的手机。您说过的事都还在。', onAgain, phone }: Props) {
  return (
    <View className='face' {...accessible({ role: 'alert' })}>
      <View className='face-mark av icon wrong'><Icon name='alert' /></View>
      <Heading size='title'>{title}</Heading>
      <View className='face-note ink2'>{note}</View>
      {onAgain && <Button icon='refresh' onTap={onAgain}>再取一次</Button>}
      {phone && <View className='face-phone sub ink2'>{`急的话，打给${phone.who}`}</View>}
      {phone && <Link label={`打电话 ${phone.number}`} onTap={phone.onTap}>{phone.number}</Link>}
    </View>
  )
}
