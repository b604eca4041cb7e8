import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { inWeChat, useAsking } from './useAsking'

/** Whether WeChat may remind: a question beside the matter, never in its way. */
export function AskReminder() {
  return inWeChat ? <Question /> : null
}

function Question() {
  const { due, ask } = useAsking('filed')
  const [said, setSaid] = useState<'yes' | 'no' | null>(null)
  if (said) return <Note tone={said === 'yes' ? 'pine' : 'stone'} icon='bell'>{said === 'yes' ? '好，有了进展在微信里告诉您' : '不提醒也行，有了进展消息里看得到'}</Note>
  if (!due) return null
  return (
    <Card label='微信提醒' pad>
      <View className='stack'>
        <Heading>要在微信里提醒您吗？</Heading>
        <View className='sub ink2'>只在接手、答复、请您评价时各一次</View>
        <View className='acts'>
          <Button small look='plain' onTap={() => setSaid('no')}>不用</Button>
          <Button small look='soft' icon='bell' onTap={() => void ask().then((yes) => setSaid(yes ? 'yes' : 'no'))}>提醒我</Button>
        </View>
      </View>
    </Card>
  )
}
