import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CalendarDay } from '../../../contract/organization'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { DayForm } from './DayForm'
import { OrganizationRefused } from './OrganizationRefused'
import { calendarDayWords, dayKindWords, monthAfter, monthWeeks, monthWords, thisMonth } from './wording'
import './organization.scss'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** The calendar by which deadlines are counted, a month at a time, with the committee's own days. */
export function CalendarBoard({ committeeId }: { committeeId: string }) {
  const [month, setMonth] = useState(thisMonth)
  const calendar = useRead(['organization', 'listCalendar'], { committeeId, year: month.slice(0, 4) })
  const [chosen, setChosen] = useState<string | null>(null)
  const [done, setDone] = useState('')
  const { days = [], today = '', provisional = false, mayChange = false } = calendar.data ?? {}
  const byDay = new Map(days.map((one) => [one.day, one]))
  const own = days.filter(({ kind }) => kind === 'own')
  const step = (count: number) => {
    setMonth(monthAfter(month, count))
    setChosen(null)
  }
  const end = (words = '') => {
    setChosen(null)
    setDone(words)
    if (words !== '') calendar.again()
  }
  return (
    <View className='stack'>
      <View className='sub ink2'>答复的日子按这里的工作日算。“休”是放假，“班”是调休上班，“本”是居委会自己定的。</View>
      <OrganizationRefused committeeId={committeeId} />
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable waiting={calendar.waiting} failed={calendar.failed} offlineSince={calendar.offlineSince} onAgain={calendar.again}>
        {provisional && <Note tone='lamp' icon='calendar'>{`${month.slice(0, 4)}年 的放假安排国家还没公布，先按平常的周一到周五算，日子旁边写“暂定”。`}</Note>}
        <Card label={monthWords(month)} pad>
          <View className='line wraps org-month-top'>
            <Button small look='plain' label='上个月' onTap={() => step(-1)}>上月</Button>
            <Heading className='grow org-month-name nb'>{`${monthWords(month)}${provisional ? '（暂定）' : ''}`}</Heading>
            <Button small look='plain' label='下个月' onTap={() => step(1)}>下月</Button>
          </View>
          <View className='org-month'>
            <View className='org-days'>{weekdays.map((word) => <View key={word} className='org-weekday meta ink2'>{word}</View>)}</View>
            {monthWeeks(month).map((week) => (
              <View key={week[0]} className='org-days'>
                {week.map((day) => <DayCell key={day} day={day} inMonth={day.startsWith(month)} about={byDay.get(day)} today={day === today} on={day === chosen} onTap={mayChange && day > today ? () => { setChosen(day); setDone('') } : undefined} />)}
              </View>
            ))}
          </View>
          {mayChange && chosen === null && <View className='sub ink2'>点一个明天以后的日子，可以定成不上班或上班。</View>}
        </Card>
        {chosen !== null && <DayForm key={chosen} committeeId={committeeId} day={chosen} about={byDay.get(chosen)} onDone={end} onClose={() => end()} />}
        {own.length > 0 && (
          <>
            <Section title='居委会自己定的' />
            <Card label='居委会自己定的'>{own.slice(0, 40).map((one) => <Row key={one.day} title={calendarDayWords(one)} note={one.by ? `${one.by}定的` : undefined} />)}</Card>
          </>
        )}
      </Loadable>
    </View>
  )
}

interface CellProps {
  day: string
  inMonth: boolean
  about: CalendarDay | undefined
  today: boolean
  on: boolean
  onTap: (() => void) | undefined
}

function DayCell({ day, inMonth, about, today, on, onTap }: CellProps) {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const working = about?.working ?? !weekend
  const classes = ['org-day', !inMonth && 'other', !working && 'off', about?.kind === 'own' && 'own', today && 'today', on && 'on'].filter(Boolean).join(' ')
  if (!inMonth) return <View className={classes} />
  return (
    <View className={classes} {...accessible({ role: onTap ? 'button' : 'note', label: calendarDayWords(about ?? { day, working }), ...(onTap && { onTap }) })}>
      <View className='strong'>{Number(day.slice(8))}</View>
      {(today || about) && <View className='meta'>{[today && '今天', about && dayKindWords[about.kind]].filter(Boolean).join(' ')}</View>}
    </View>
  )
}
