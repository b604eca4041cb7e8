import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CalendarDay } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { weekDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Segmented } from '../../ui/Segmented'
import { TextInput } from '../../ui/TextInput'
import { CommandState } from './CommandState'
import { effectWords } from './wording'

interface Props {
  committeeId: string
  day: string
  about: CalendarDay | undefined
  onDone: (words: string) => void
  onClose: () => void
}

type To = 'closed' | 'working' | 'official'

/** What one day is to be, and what that moves: shown before it is saved. */
export function DayForm({ committeeId, day, about, onDone, onClose }: Props) {
  const own = about?.kind === 'own' ? about : undefined
  const [to, setTo] = useState<To>(own ? 'official' : 'closed')
  const [name, setName] = useState(own?.name ?? '')
  const [wrong, setWrong] = useState('')
  const effect = useRead(['organization', 'foreseeDay'], { committeeId, day, to })
  const set = useCommand(['organization', 'setClosingDay'], { onDone: (found) => onDone(effectWords(found, true)) })
  const remove = useCommand(['organization', 'removeClosingDay'], { onDone: (found) => onDone(effectWords(found, true)) })
  const command = to === 'official' ? remove : set
  const send = () => {
    if (to === 'official') return own ? remove.send({ committeeId, day }, `${weekDay(day)} 照常`) : onClose()
    if (name.trim() === '') return setWrong('写一下为什么，居民看得到')
    set.send({ committeeId, day, working: to === 'working', name: name.trim() }, `${weekDay(day)} ${name.trim()}`)
  }
  return (
    <Card label={weekDay(day)} pad>
      <View className='stack'>
        <Heading>{weekDay(day)}</Heading>
        <Segmented label='这一天' options={[{ value: 'closed', word: '不上班' }, { value: 'working', word: '上班' }, { value: 'official', word: '照常' }]} value={to} onChange={setTo} />
        {to !== 'official' && <TextInput id={`day-${day}`} label='为什么' hint='比如“搬迁盘点”，居民看得到' value={name} onChange={(words) => { setName(words); setWrong('') }} wrong={wrong} maxLength={20} />}
        {effect.data && <Note tone={effect.data.moved > 0 ? 'lamp' : 'stone'} icon='clock'>{effectWords(effect.data)}</Note>}
        {effect.failed && <Note tone='lamp'>这会儿算不出会动哪些日子。可以先存，存好会告诉您。</Note>}
        <CommandState {...command} />
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不改了</Button>
          <Button busy={command.state === 'sending'} onTap={send}>存下</Button>
        </View>
      </View>
    </Card>
  )
}
