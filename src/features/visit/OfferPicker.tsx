import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { dayIn, weekDay } from '../../ui/dates'

/** A day and minutes since midnight, as text for the wheels. */
export interface Offer { day: string; minute: string }

const ahead = 14
const times = Array.from({ length: 28 }, (_, n) => 8 * 60 + n * 30).map((minute) => ({ value: String(minute), word: `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}` }))

/** Days in Shanghai from tomorrow on. */
function daysFrom(now: number): { value: string; word: string }[] {
  return Array.from({ length: ahead }, (_, n) => {
    const day = dayIn(n + 1, now)
    return { value: day, word: weekDay(day) }
  })
}

export function firstOffer(now = Date.now()): Offer {
  return { day: daysFrom(now)[0]!.value, minute: String(19 * 60) }
}

/** The moment in UTC. */
export function momentOf({ day, minute }: Offer): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000 + Number(minute) * 60_000).toISOString()
}

/** One to three times, for the other side to take one. */
export function OfferPicker({ offers, onChange }: { offers: readonly Offer[]; onChange: (offers: Offer[]) => void }) {
  const [days] = useState(() => daysFrom(Date.now()))
  const set = (at: number, change: Partial<Offer>) => onChange(offers.map((one, n) => (n === at ? { ...one, ...change } : one)))
  return (
    <View className='stack'>
      {offers.map((offer, n) => (
        // The order is all that tells them apart.
        // oxlint-disable-next-line no-array-index-key
        <View key={n} className='visit-offer'>
          <Select id={`offer-day-${n}`} label={`第 ${n + 1} 个时间，哪一天`} options={days} value={offer.day} onChange={(day) => set(n, { day })} />
          <Select id={`offer-time-${n}`} label='几点' options={times} value={offer.minute} onChange={(minute) => set(n, { minute })} />
          {offers.length > 1 && <Button small look='plain' icon='close' label={`去掉第 ${n + 1} 个时间`} onTap={() => onChange(offers.filter((_, at) => at !== n))}>去掉</Button>}
        </View>
      ))}
      {offers.length < 3 && <Button look='soft' icon='plus' onTap={() => onChange([...offers, { ...offers.at(-1)! }])}>再加一个时间</Button>}
    </View>
  )
}
