import { View } from '@tarojs/components'
import { addPhoneCalendar, setClipboardData } from '@tarojs/taro'
import { useState } from 'react'
import type { Visit } from '../../../contract/visit'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { calendarWords } from './wording'

/** A calendar of one's own may have it too: a file in a browser, the phone's calendar in WeChat, which opens no such file. */
export function CalendarLink({ visit }: { visit: Visit }) {
  const { state, startsAt, endsAt } = visit
  if (startsAt === null || endsAt === null || (state !== 'booked' && state !== 'cancelled')) return null
  if (process.env.TARO_ENV === 'h5') {
    return <a className='btn plain wide' href={`/reports/visit.ics?committeeId=${visit.committeeId}&visitId=${visit.id}`} download>{state === 'booked' ? '放进日历' : '从日历里去掉'}</a>
  }
  // What was put into the phone's calendar no app takes out again.
  return state === 'booked' ? <PhoneCalendar visit={{ ...visit, startsAt, endsAt }} /> : null
}

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)

/** WeChat asks the person; whoever says no has the words to copy. No name, flat or purpose: it lies open on any screen. */
export function PhoneCalendar({ visit }: { visit: Visit & { startsAt: string; endsAt: string } }) {
  const [done, setDone] = useState<'no' | 'added' | 'denied' | 'copied'>('no')
  const words = calendarWords(visit)
  const add = () => {
    addPhoneCalendar({ title: '线上走访', startTime: seconds(visit.startsAt), endTime: String(seconds(visit.endsAt)), description: words, alarm: true, alarmOffset: 3600 })
      .then(() => setDone('added'), () => setDone('denied'))
  }
  const copy = () => {
    setClipboardData({ data: words }).then(() => setDone('copied'), () => undefined)
  }
  if (done === 'added') return <Note tone='pine'>放进手机日历了，提前一小时提醒。改了时间要再放一次，旧的自己删</Note>
  if (done === 'no') return <Button wide look='plain' icon='calendar' onTap={add}>放进手机日历</Button>
  return (
    <View className='stack'>
      <Note icon='calendar'>{`没有放进日历。${words}`}</Note>
      <Button wide look='plain' icon='doc' onTap={copy}>{done === 'copied' ? '复制好了' : '复制这一句'}</Button>
      <Button wide look='plain' icon='calendar' onTap={add}>再试一次</Button>
    </View>
  )
}
