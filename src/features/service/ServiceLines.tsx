import { Text, View } from '@tarojs/components'
import { accessible } from '../../ui/accessible'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { Words } from '../../ui/Words'

/** What to bring, a line each, or what to do, in order. */
export function ServiceLines({ title, lines, numbered }: { title: string; lines: readonly string[]; numbered?: boolean }) {
  if (lines.length === 0) return null
  return (
    <Card pad label={title}>
      <Heading level={3}>{title}</Heading>
      <View className='li-list' {...accessible({ role: 'list', label: title })}>
        {lines.map((line, at) => (
          <View key={line} className='li' {...accessible({ role: 'listitem' })}>
            {numbered ? <Text className='li-number'>{at + 1}</Text> : <Icon name='check' />}
            <View className='grow'><Words>{line}</Words></View>
          </View>
        ))}
      </View>
    </Card>
  )
}
