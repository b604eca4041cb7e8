import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Meeting } from '../../../contract/meeting'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { notSentWords, timeOptions, weekdayOptions } from './wording'

/** On which day, at what time; what waits for the meeting moves with it. */
export function TimeForm({ meeting, onSet, onClose }: { meeting: Meeting; onSet: () => void; onClose: () => void }) {
  const [weekday, setWeekday] = useState(String(meeting.time.weekday))
  const [minute, setMinute] = useState(String(meeting.time.minute))
  const command = useCommand(['meeting', 'setTime'], { onDone: onSet })
  return (
    <Card pad label='改例会的时间'>
      <View className='stack'>
        <View className='sub ink2'>等着上会的事跟着改，居民会知道新的日子。碰上放假，顺到后一个工作日。</View>
        <Select id='meeting-weekday' label='每周哪天' options={weekdayOptions} value={weekday} onChange={setWeekday} />
        <Select id='meeting-minute' label='几点' options={timeOptions} value={minute} onChange={setMinute} />
        {(command.refusal || command.state === 'failed') && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不改了</Button>
          <Button busy={command.state === 'sending'} onTap={() => command.send({ committeeId: meeting.committeeId, weekday: Number(weekday), minute: Number(minute) }, '例会的时间')}>就改成这样</Button>
        </View>
      </View>
    </Card>
  )
}
