import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DutyDay } from '../../../contract/organization'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { clock, weekDay } from '../../ui/dates'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { DutyForm } from './DutyForm'
import { OrganizationRefused } from './OrganizationRefused'
import { weekWords } from './wording'
import './organization.scss'

const weekLength = 7

/** Who receives residents, four weeks at a time; days on which nobody does stand at the top. */
export function DutyBoard({ committeeId }: { committeeId: string }) {
  const [from, setFrom] = useState<string>()
  const duty = useRead(['organization', 'listDuty'], { committeeId, ...(from !== undefined && { from }) })
  const [editing, setEditing] = useState<string | null>(null)
  const [done, setDone] = useState('')
  const { days = [], gaps = [], people = [], today = '', maySet = false } = duty.data ?? {}
  const weeks = Array.from({ length: Math.ceil(days.length / weekLength) }, (_, index) => days.slice(index * weekLength, (index + 1) * weekLength))
  const step = (count: number) => {
    const first = days[0]?.day
    if (first) setFrom(new Date(Date.parse(`${first}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10))
    setEditing(null)
  }
  const end = (words = '') => {
    setEditing(null)
    setDone(words)
    if (words !== '') duty.again()
  }
  const chosen = days.find(({ day }) => day === editing)
  return (
    <View className='stack'>
      <OrganizationRefused committeeId={committeeId} />
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable waiting={duty.waiting} failed={duty.failed} offlineSince={duty.offlineSince} onAgain={duty.again}>
        {gaps.length > 0 && <Note tone='lamp' icon='calendar'>{`${gaps.slice(0, 3).map(weekDay).join('、')}${gaps.length > 3 ? ` 等 ${gaps.length} 天` : ''} 还没有人接待`}</Note>}
        {chosen && <DutyForm key={chosen.day} committeeId={committeeId} day={chosen} people={people} onDone={end} onClose={() => end()} />}
        {weeks.map((week) => (
          <Card key={week[0]!.day} label={weekWords(week[0]!.day, week.at(-1)!.day)}>
            <View className='org-week'>
              {week.map((one) => <Day key={one.day} day={one} today={today} onTap={maySet && one.day >= today ? () => { setEditing(one.day); setDone('') } : undefined} />)}
            </View>
          </Card>
        ))}
        <Section title='看别的日子' />
        <View className='acts'>
          <Button look='plain' onTap={() => step(-28)}>前四周</Button>
          <Button look='plain' onTap={() => step(28)}>后四周</Button>
        </View>
      </Loadable>
    </View>
  )
}

function Day({ day, today, onTap }: { day: DutyDay; today: string; onTap: (() => void) | undefined }) {
  const { staff, until, working } = day
  const who = staff ? staff.name : working ? '还没有人' : '休息'
  const when = until ? `到 ${clock(until)}` : ''
  const title = day.day === today ? `今天 ${weekDay(day.day)}` : weekDay(day.day)
  return <Row title={title} note={[who, when].filter(Boolean).join('，')} {...(onTap && { onTap, label: `${title}，${who}${when && `，${when}`}，改` })} />
}
