import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DutyDay, Staff } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { weekDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Select } from '../../ui/Select'
import { nameWithPost } from '../../wording'
import { CommandState } from './CommandState'
import { closingOptions, minuteOfDay } from './wording'

interface Props {
  committeeId: string
  day: DutyDay
  people: readonly Staff[]
  onDone: (words: string) => void
  onClose: () => void
}

const nobody = 'nobody'

/** Who receives on one day, and until when. Residents see it on their first page that day. */
export function DutyForm({ committeeId, day, people, onDone, onClose }: Props) {
  const [who, setWho] = useState<string | null>(day.staff?.accountId ?? null)
  const [until, setUntil] = useState(String(day.until ? minuteOfDay(day.until) : 1020))
  const [wrong, setWrong] = useState('')
  const set = useCommand(['organization', 'setDuty'], { onDone: ({ day: now }) => onDone(`${weekDay(now.day)} ${now.staff ? `由${now.staff.name}接待` : '没有安排人'}。`) })
  const send = () => {
    if (who === null) return setWrong('选一位，或者选“不安排”')
    set.send({ committeeId, day: day.day, accountId: who === nobody ? null : who, untilMinute: Number(until) }, `${weekDay(day.day)} 接待`)
  }
  return (
    <Card label={`${weekDay(day.day)} 谁接待`} pad>
      <View className='stack'>
        <Heading>{`${weekDay(day.day)} 谁接待`}</Heading>
        <Select id='duty-who' label='谁接待' options={[...people.map((one) => ({ value: one.accountId, word: nameWithPost(one) })), { value: nobody, word: '不安排' }]} value={who} onChange={(id) => { setWho(id); setWrong('') }} wrong={wrong} />
        <Select id='duty-until' label='到几点' options={closingOptions} value={until} onChange={setUntil} />
        <CommandState {...set} />
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不改了</Button>
          <Button busy={set.state === 'sending'} onTap={send}>定下</Button>
        </View>
      </View>
    </Card>
  )
}
