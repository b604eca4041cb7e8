import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Membership } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { notSentWords } from './wording'

/** Says first what becomes of what one has said. */
export function LeaveHousehold({ membership, onLeft }: { membership: Membership; onLeft: (label: string) => void }) {
  const { committeeId, householdId, label } = membership
  const [asking, setAsking] = useState(false)
  const leave = useCommand(['household', 'leave'], { onDone: () => onLeft(label) })
  if (!asking) return <View><Button look='plain' icon='out' label={`离开 ${label}`} onTap={() => setAsking(true)}>搬走了，离开这一户</Button></View>
  return (
    <Card pad label={`离开 ${label}`}>
      <View className='stack'>
        <View>{`离开以后，您看不到 ${label} 的情况，也不能再替它说事。`}</View>
        <View className='sub ink2'>您自己说过的事还在“我说的事”里，照样有人办，答复照样给您。约好的走访，请先取消或者改期。块长会收到一条消息。以后要回来，再加入一次就行。</View>
        {leave.state === 'waiting' && <Note tone='lamp' icon='upload'>待上传：没有网络，联网自动送出。</Note>}
        {(leave.refusal || leave.state === 'failed') && <Note tone='brick'>{notSentWords(leave.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={() => { setAsking(false); leave.reset() }}>不离开</Button>
          <Button look='danger' busy={leave.state === 'sending'} onTap={() => leave.send({ committeeId, householdId }, `离开 ${label}`)}>离开这一户</Button>
        </View>
      </View>
    </Card>
  )
}
