import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Meeting } from '../../../contract/meeting'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chip } from '../../ui/Chip'
import { ChipGroup } from '../../ui/ChipGroup'
import { Note } from '../../ui/Note'
import { nameWithPost } from '../../wording'
import { notSentWords } from './wording'

/** Who chairs, who is there. */
export function OpenForm({ meeting, onOpened }: { meeting: Meeting; onOpened: () => void }) {
  const { committeeId, people, chairs } = meeting
  const [chairId, setChair] = useState(chairs[0]?.accountId ?? '')
  const [present, setPresent] = useState<string[]>([])
  const command = useCommand(['meeting', 'open'], { onDone: onOpened })
  const others = people.filter(({ accountId }) => accountId !== chairId)
  const office = others.filter(({ post }) => post === 'director' || post === 'secretary' || post === 'officer').map(({ accountId }) => accountId)
  const toggle = (id: string) => setPresent((there) => (there.includes(id) ? there.filter((one) => one !== id) : [...there, id]))
  return (
    <Card pad label='开会'>
      <View className='stack'>
        <View className='strong'>谁主持</View>
        <ChipGroup label='谁主持' options={chairs.map((one) => ({ value: one.accountId, word: nameWithPost(one) }))} value={chairId} onChange={(id) => { setChair(id); setPresent((there) => there.filter((one) => one !== id)) }} />
        <View className='strong'>谁到会</View>
        <View className='wrap' {...accessible({ role: 'group', label: '谁到会' })}>
          {others.map((one) => <Chip key={one.accountId} role='checkbox' chosen={present.includes(one.accountId)} onTap={() => toggle(one.accountId)}>{nameWithPost(one)}</Chip>)}
        </View>
        <Button small look='plain' icon='users' onTap={() => setPresent((there) => [...new Set([...there, ...office])])}>居委会的人都到了</Button>
        {(command.refusal || command.state === 'failed') && <Note tone='brick'>{command.refusal === 'WrongStep' ? '会已经开着了，看看最新的' : notSentWords(command.refusal)}</Note>}
        <Button wide icon='meeting' busy={command.state === 'sending'} onTap={() => command.send({ committeeId, chairId, present }, '开会')}>开会</Button>
      </View>
    </Card>
  )
}
