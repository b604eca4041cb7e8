import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Archive } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Chip } from '../../ui/Chip'
import { TextInput } from '../../ui/TextInput'
import { WholeForm, wholePlace, type Reason } from './WholeForm'

/** Some of a household get a door of their own. */
export function SplitForm({ archive, onDone, onCancel }: { archive: Archive; onDone: (otherId: string) => void; onCancel: () => void }) {
  const [going, setGoing] = useState<string[]>([])
  const [room, setRoom] = useState('')
  const [tried, setTried] = useState(false)
  const split = useCommand(['household', 'split'], { onDone: ({ otherId }) => onDone(otherId) })
  const living = archive.members.filter(({ leftAt }) => leftAt === null)
  const some = going.length > 0 && going.length < living.length
  const send = (reason: Reason) => {
    setTried(true)
    if (some && room.trim() !== '') split.send({ ...wholePlace(archive), residentIds: going, room: room.trim(), ...reason }, `${archive.label} 分户`)
  }
  return (
    <WholeForm title='分成两户' follows='分出去的人，照护、说过的事和约的走访都跟着走。怎么联系、要不要上门，两户先一样。弄错了，可以再并回来。' act='分成两户' sent={split} onCancel={onCancel} onSend={send}>
      <View>
        <View className='head'>谁分出去</View>
        <View className='wrap' {...accessible({ role: 'group', label: '谁分出去' })}>
          {living.map(({ residentId, name }) => <Chip key={residentId} role='checkbox' chosen={going.includes(residentId)} onTap={() => setGoing((now) => (now.includes(residentId) ? now.filter((one) => one !== residentId) : [...now, residentId]))}>{name}</Chip>)}
        </View>
        {tried && !some && <View className='sub brick'>{going.length === 0 ? '选一选谁分出去' : '至少留一个人在原来这户'}</View>}
      </View>
      <TextInput id='split-room' label='新的室号' hint='照门上的写，像 602甲' value={room} wrong={tried && room.trim() === '' ? '还差室号' : ''} maxLength={10} onChange={setRoom} />
    </WholeForm>
  )
}
