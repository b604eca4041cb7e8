import { View } from '@tarojs/components'
import { requestSubscribeMessage } from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'

const weapp = process.env.TARO_ENV === 'weapp'

/** Whether WeChat may remind: a question beside the matter, never in its way. In a browser there is nothing to ask. */
export function AskReminder() {
  return weapp ? <Question /> : null
}

type Answers = Partial<Record<'taken' | 'answered' | 'rate', 'accept' | 'reject' | 'ban' | 'filter'>>

function Question() {
  const { data } = useRead(['notice', 'asking'], {})
  const grant = useCommand(['notice', 'grant'])
  const [said, setSaid] = useState<'yes' | 'no' | null>(null)
  if (said) return <Note tone={said === 'yes' ? 'pine' : 'stone'} icon='bell'>{said === 'yes' ? '好，有了进展在微信里告诉您' : '不提醒也行，有了进展消息里看得到'}</Note>
  if (!data || data.templates.length === 0) return null
  const ask = () => {
    // WeChat asks only from within the tap itself, so nothing is waited for before.
    requestSubscribeMessage({ tmplIds: data.templates.map(({ id }) => id), entityIds: [] }).then((answer) => {
      const heard = answer as unknown as Record<string, string | undefined>
      const answers: Answers = Object.fromEntries(data.templates.map(({ name, id }) => [name, answerOf(heard[id])]))
      const yes = Object.values(answers).includes('accept')
      if (yes) grant.send({ answers }, '微信提醒')
      setSaid(yes ? 'yes' : 'no')
    }, () => setSaid('no'))
  }
  return (
    <Card label='微信提醒' pad>
      <View className='stack'>
        <Heading>要在微信里提醒您吗？</Heading>
        <View className='sub ink2'>只在接手、答复、请您评价时各一次</View>
        <View className='acts'>
          <Button small look='plain' onTap={() => setSaid('no')}>不用</Button>
          <Button small look='soft' icon='bell' onTap={ask}>提醒我</Button>
        </View>
      </View>
    </Card>
  )
}

/** WeChat also says `acceptWithAudio` and the like. */
function answerOf(word: string | undefined): NonNullable<Answers['taken']> {
  if (word?.startsWith('accept')) return 'accept'
  return word === 'ban' || word === 'filter' ? word : 'reject'
}
