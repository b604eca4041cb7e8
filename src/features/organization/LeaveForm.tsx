import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Staff } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Select } from '../../ui/Select'
import { nameWithPost } from '../../wording'
import { CommandState } from './CommandState'
import { beginOf, dayOptions, endOf, leaveTaken, spanWords } from './wording'

interface Props {
  committeeId: string
  today: string
  /** Who may stand in. */
  people: readonly Staff[]
  /** Whose leave may be entered beside one's own. */
  others: readonly Staff[]
  onDone: (words: string) => void
  onClose: () => void
}

const self = 'self'
const nobody = 'nobody'
/** As far as one plans ahead here. */
const ahead = 90

/** Whole days, the last one included; why is not asked. */
export function LeaveForm({ committeeId, today, people, others, onDone, onClose }: Props) {
  const [who, setWho] = useState(self)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [standIn, setStandIn] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const take = useCommand(['organization', 'takeLeave'], { onDone: ({ state, movedOut }) => onDone(leaveTaken(state, movedOut)) })
  const span = { since: beginOf(from), until: endOf(to) }
  const whose = others.find(({ accountId }) => accountId === who)
  const send = () => {
    if (standIn === null) return setWrong('选一位代您，或者选“不指定”')
    take.send({ committeeId, ...(whose && { accountId: whose.accountId }), ...span, standInId: standIn === nobody ? null : standIn }, `${whose?.name ?? '我'} ${spanWords(span)} 请假`)
  }
  return (
    <Card label='请假' pad>
      <View className='stack'>
        {others.length > 0 && (
          <Select id='leave-who' label='谁请假' options={[{ value: self, word: '我自己' }, ...others.map((one) => ({ value: one.accountId, word: nameWithPost(one) }))]} value={who} onChange={setWho} />
        )}
        <Select id='leave-from' label='从哪天起' options={dayOptions(today, ahead)} value={from} onChange={(day) => { setFrom(day); if (to < day) setTo(day) }} />
        <Select id='leave-to' label='到哪天' hint='这一天也不在，第二天回来' options={dayOptions(from, ahead)} value={to} onChange={setTo} />
        <Select
          id='leave-stand-in'
          label='谁来代'
          options={[...people.filter(({ accountId }) => accountId !== who).map((one) => ({ value: one.accountId, word: nameWithPost(one) })), { value: nobody, word: '不指定，由今天接待的人和主任接' }]}
          value={standIn}
          onChange={(id) => { setStandIn(id); setWrong('') }}
          wrong={wrong}
        />
        <View className='sub ink2'>{`${spanWords(span)} 不在。手上还没办完的到时候交给代的人，居民看得到现在找谁；回来以后没办完的自动还回来。`}</View>
        <CommandState {...take} />
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不请了</Button>
          <Button busy={take.state === 'sending'} onTap={send}>记下请假</Button>
        </View>
      </View>
    </Card>
  )
}
