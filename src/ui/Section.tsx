import { View } from '@tarojs/components'
import { Count } from './Count'
import { Heading } from './Heading'
import { Link } from './Link'

interface Props {
  title: string
  action?: { word: string; onTap: () => void }
  count?: number
}

export function Section({ title, action, count }: Props) {
  return (
    <View className='section'>
      <Heading>
        {title}
        {count !== undefined && <Count value={count} calm label={`${count} 件`} />}
      </Heading>
      {action && <Link onTap={action.onTap}>{action.word}</Link>}
    </View>
  )
}
