import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { MessageText } from '../../../contract/demand/said'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { TextArea } from '../../ui/TextArea'
import { notSentWords, textWrong } from './wording'
import './demand.scss'

/** What is still missing, said once; then it is worked on again. */
export function NotSolved({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const command = useCommand(['demand', 'notSolved'], { onDone: onClose })
  const stuck = command.state === 'failed' || command.state === 'refused' ? notSentWords(command.refusal) : undefined
  const send = () => {
    const fits = MessageText.safeParse(text)
    setMissing(!fits.success)
    if (fits.success) command.send({ committeeId: demand.committeeId, demandId: demand.id, text: fits.data }, text.trim().slice(0, 30))
  }
  if (command.state === 'waiting') return <Card pad><View className='sub'>没有网络。您的话留在手机里，联网自动送出</View></Card>
  return (
    <Card pad label='还没解决'>
      <TextArea
        id='missing'
        label='还差什么？'
        value={text}
        maxLength={1000}
        hint={`${demand.owner.name}看到了接着办`}
        wrong={missing ? textWrong.empty : stuck}
        placeholder='哪里还不对，想怎么解决'
        onChange={(typed) => { setText(typed); setMissing(false) }}
      />
      <View className='line two-buttons not-solved-acts'>
        <Button look='plain' onTap={onClose}>先不说</Button>
        <Button busy={command.state === 'sending'} onTap={send}>{`交给${demand.owner.name}`}</Button>
      </View>
    </Card>
  )
}
