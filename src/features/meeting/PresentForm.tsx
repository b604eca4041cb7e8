import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Meeting } from '../../../contract/meeting'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chip } from '../../ui/Chip'
import { Note } from '../../ui/Note'
import { nameWithPost } from '../../wording'
import { notSentWords } from './wording'

/** Who came later, who was put down and is not there; only the difference is sent, so that two may correct it at once. */
export function PresentForm({ meeting, onSet, onClose }: { meeting: Meeting; onSet: (words: string) => void; onClose: () => void }) {
  const { committeeId, id, people, present, chair } = meeting
  const before = present.map(({ accountId }) => accountId)
  const [there, setThere] = useState(before)
  const command = useCommand(['meeting', 'setPresent'], { onDone: ({ present: count }) => onSet(`改好了，${count} 人到会。`) })
  const [came, notThere] = [there.filter((one) => !before.includes(one)), before.filter((one) => !there.includes(one))]
  const toggle = (one: string) => setThere(there.includes(one) ? there.filter((other) => other !== one) : [...there, one])
  return (
    <Card pad label='谁到会'>
      <View className='stack'>
        <View className='strong'>谁到会</View>
        <View className='wrap' {...accessible({ role: 'group', label: '谁到会' })}>
          {people.filter(({ accountId }) => accountId !== chair?.accountId).map((one) => (
            <Chip key={one.accountId} role='checkbox' chosen={there.includes(one.accountId)} onTap={() => toggle(one.accountId)}>{nameWithPost(one)}</Chip>
          ))}
        </View>
        <View className='sub ink2'>后来到的，会议记录里写几点到。</View>
        {(command.refusal || command.state === 'failed') && <Note tone='brick'>{command.refusal === 'WrongStep' ? '会已经散了，到会的人不再改' : notSentWords(command.refusal)}</Note>}
        <View className='wrap' style={{ '--gap': '8px' }}>
          <Button icon='check' busy={command.state === 'sending'} onTap={() => (came.length + notThere.length > 0 ? command.send({ committeeId, meetingId: id!, came, notThere }, '改到会的人') : onClose())}>就这些人</Button>
          <Button look='plain' onTap={onClose}>不改了</Button>
        </View>
      </View>
    </Card>
  )
}
