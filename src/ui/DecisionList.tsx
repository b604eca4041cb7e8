import { View } from '@tarojs/components'
import { Fragment, useState, type ReactNode } from 'react'
import { Empty } from './Empty'
import type { IconName } from './Icon'
import { Loadable } from './Loadable'
import { Note } from './Note'
import { Section } from './Section'

interface Decide {
  /** @param stays what was said of it does not take it off the list */
  onDone: (words: string, stays?: boolean) => void
  /** Another has decided it meanwhile. */
  onMoved: () => void
}

interface Props<T> {
  list: { data: { items: readonly T[] } | undefined; waiting: boolean; failed: boolean; offlineSince: string | null; again: () => void }
  intro?: string
  empty: { icon: IconName; title: string; note: string }
  /** Headings over parts of it; one that holds nothing is left out. */
  sections?: readonly { title: string; holds: (item: T) => boolean }[]
  /** The card of one, with what to decide on it. */
  children: (item: T, decide: Decide) => ReactNode
}

/** What is decided one by one: the decided one goes at once, and what came of it is said above the rest. */
export function DecisionList<T extends { id: string }>({ list, intro, empty, sections, children }: Props<T>) {
  const [done, setDone] = useState<{ gone: string | null; words: string } | null>(null)
  const items = (list.data?.items ?? []).filter(({ id }) => id !== done?.gone)
  const card = (item: T) => (
    <Fragment key={item.id}>
      {children(item, {
        onMoved: list.again,
        onDone: (words, stays = false) => {
          setDone({ gone: stays ? null : item.id, words })
          list.again()
        },
      })}
    </Fragment>
  )
  const parts = sections?.map(({ title, holds }) => ({ title, some: items.filter(holds) })).filter(({ some }) => some.length > 0)
  return (
    <View className='stack'>
      {intro && <View className='sub ink2'>{intro}</View>}
      {done && <Note tone='pine'>{done.words}</Note>}
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again} empty={items.length === 0 && <Empty {...empty} />}>
        {parts
          ? parts.map(({ title, some }) => <View key={title} className='stack'><Section title={title} count={some.length} />{some.map(card)}</View>)
          : items.map(card)}
      </Loadable>
    </View>
  )
}
