import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../api/client'
import { accessible } from '../../ui/accessible'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { clock, weekDay } from '../../ui/dates'
import { dayNote, isEvening } from './wording'
import './visit.scss'

type SlotDay = OutputOf<['visit', 'slots']>['days'][number]

interface Props {
  days: readonly SlotDay[]
  value: string | null
  onChange: (slotId: string) => void
}

/** Days that have something, or could have; then the times of the chosen day, evenings or the household's own hours first. */
export function SlotPicker({ days, value, onChange }: Props) {
  const shown = shownDays(days)
  const [picked, setPicked] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const day = shown.find((one) => one.day === picked) ?? shown.find((one) => one.slots.some((slot) => !slot.taken)) ?? shown[0]
  const first = day?.slots.filter((slot) => slot.wished && isEvening(slot.startsAt)) ?? []
  const slots = all || first.length === 0 ? (day?.slots ?? []) : first
  return (
    <>
      <View className='stack'>
        <Heading>哪一天</Heading>
        <View className='visit-days' {...accessible({ role: 'radiogroup', label: '哪一天' })}>
          {shown.map((one) => {
            const on = one.day === day?.day
            const words = weekDay(one.day)
            return (
              <View key={one.day} className={['visit-day', on && 'on', one.slots.every((slot) => slot.taken) && 'off'].filter(Boolean).join(' ')} {...accessible({ role: 'radio', checked: on, label: `${words}，${dayNote(one)}`, onTap: () => setPicked(one.day) })}>
                <View className='meta'>{words.slice(words.indexOf('（') + 1, -1)}</View>
                <View className='title'>{Number(one.day.slice(8))}</View>
                <View className='tiny'>{dayNote(one)}</View>
              </View>
            )
          })}
        </View>
      </View>
      <View className='stack'>
        <View className='line visit-when'>
          <Heading className='grow'>几点开始</Heading>
          <Text className='sub ink2'>按您家的时间，先列晚上</Text>
        </View>
        {slots.length === 0
          ? <View className='sub ink2'>这一天没有空，看看别的日子</View>
          : (
            <View className='visit-slots' {...accessible({ role: 'radiogroup', label: '几点开始' })}>
              {slots.map((slot) => <Slot key={slot.id} slot={slot} on={slot.id === value} onTap={() => onChange(slot.id)} />)}
              {slots.length < (day?.slots.length ?? 0) && <View className='visit-slot bare sub' {...accessible({ role: 'button', onTap: () => setAll(true) })}>看白天的</View>}
            </View>
          )}
      </View>
    </>
  )
}

function Slot({ slot: { startsAt, taken }, on, onTap }: { slot: SlotDay['slots'][number]; on: boolean; onTap: () => void }) {
  if (taken) {
    return (
      <View className='visit-slot off sub' {...accessible({ role: 'radio', checked: false, label: `${clock(startsAt)}，别家约了`, onTap: () => {} })}>
        <Text className='struck'>{clock(startsAt)}</Text>
        <Text className='tiny'>别家约了</Text>
      </View>
    )
  }
  return (
    <View className={on ? 'visit-slot on' : 'visit-slot'} {...accessible({ role: 'radio', checked: on, label: clock(startsAt), onTap })}>
      {on && <Icon name='check' />}
      {clock(startsAt)}
    </View>
  )
}

/** Of fourteen days those with a time, and closed days between; at least five. */
function shownDays(days: readonly SlotDay[]): SlotDay[] {
  const some = days.filter((day) => day.slots.length > 0)
  const rest = days.filter((day) => day.slots.length === 0)
  return (some.length >= 5 ? some.slice(0, 10) : [...some, ...rest.slice(0, 5 - some.length)]).sort((one, other) => (one.day < other.day ? -1 : 1))
}
