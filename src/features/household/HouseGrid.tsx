import { Text, View } from '@tarojs/components'
import type { KeyboardEvent } from 'react'
import type { HouseCell } from '../../../contract/houseMap'
import { accessible } from '../../ui/accessible'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { classWords } from './archiveWording'
import type { Floor } from './houseSections'
import { cellWords, reachShort, reachWords, waitLine } from './houseWording'

/** Floors of a building, each with its doors. On a PC the arrows go from door to door and from floor to floor. */
export function HouseGrid({ floors, onOpen }: { floors: Floor[]; onOpen: (householdId: string) => void }) {
  return (
    <View {...(process.env.TARO_ENV !== 'weapp' && { onKeyDown: moveFocus })}>
      {floors.map(({ key, word, homes }) => (
        <View key={key} className='house-floor' {...accessible({ role: 'group', label: word })}>
          <Heading level={3} size='sub'>{word}</Heading>
          <View className='houses'>{homes.map((home) => <House key={home.id} home={home} onTap={() => onOpen(home.id)} />)}</View>
        </View>
      ))}
    </View>
  )
}

function House({ home, onTap }: { home: HouseCell; onTap: () => void }) {
  const kind = classWords[home.class]
  const reach = home.vacant ? null : reachWords[home.reach]
  const waits = waitLine(home)
  return (
    <View className={home.vacant ? 'house empty' : 'house'} {...accessible({ role: 'button', label: cellWords(home), onTap })}>
      <Text className='head'>{home.room}</Text>
      <Text className={`house-line ${home.class.toLowerCase()}`}><Icon name={kind.icon} />{kind.word}</Text>
      <Text className={home.vacant || home.reach === 'recent' ? 'house-line' : 'house-line late'}><Icon name={reach?.icon ?? 'door'} />{home.vacant ? '空着' : reachShort(home)}</Text>
      {waits !== '' && <Text className='house-line wait'><Icon name='bell' />{waits}</Text>}
    </View>
  )
}

/** Doors of a floor are as many as fit beside each other; up and down go by where they stand. */
function moveFocus(event: KeyboardEvent) {
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
  const at = event.target
  if (!by || !(at instanceof HTMLElement) || !at.classList.contains('house')) return
  const all = [...(event.currentTarget as unknown as HTMLElement).querySelectorAll<HTMLElement>('.house')]
  const next = by[0] ? all[all.indexOf(at) + by[0]] : nearest(at, all, by[1]!)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nearest(at: HTMLElement, all: HTMLElement[], by: number): HTMLElement | undefined {
  const here = at.getBoundingClientRect()
  const far = (one: HTMLElement) => {
    const there = one.getBoundingClientRect()
    return Math.abs(there.top - here.top) * 10 + Math.abs(there.left - here.left)
  }
  return all.filter((one) => (one.getBoundingClientRect().top - here.top) * by > 1).sort((one, other) => far(one) - far(other))[0]
}
