import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/Button'
import { dayIn, weekDay } from '../../../ui/dates'
import { Note } from '../../../ui/Note'
import { Select } from '../../../ui/Select'
import { Sheet } from '../../../ui/Sheet'
import type { StepProblem } from './useServiceStep'
import { problemWords } from './wording'

interface Props {
  busy: boolean
  problem: StepProblem | null
  /** Null is now. */
  onGive: (at: string | null) => void
  onClose: () => void
}

const hours = Array.from({ length: 14 }, (_, at) => ({ value: String(at + 7).padStart(2, '0'), word: `${at + 7} 点` }))

/** Now, or at an hour of the next two weeks. */
export function PublishSheet({ busy, problem, onGive, onClose }: Props) {
  const [days] = useState(() => Array.from({ length: 14 }, (_, at) => {
    const value = dayIn(at + 1)
    return { value, word: weekDay(value) }
  }))
  const [day, setDay] = useState(days[0]!.value)
  const [hour, setHour] = useState('09')
  return (
    <Sheet open title='发布' onClose={onClose}>
      <View className='stack'>
        {problem && <Note tone='brick'>{problemWords(problem.refusal)}</Note>}
        <Button wide busy={busy} onTap={() => onGive(null)}>现在发布</Button>
        <View className='sd-two'>
          <Select id='sd-day' label='或者定在哪天' options={days} value={day} onChange={setDay} />
          <Select id='sd-hour' label='几点' options={hours} value={hour} onChange={setHour} />
        </View>
        <Button wide look='soft' busy={busy} onTap={() => onGive(`${day}T${hour}:00:00+08:00`)}>到时候发布</Button>
      </View>
    </Sheet>
  )
}
