import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { Card } from '../../ui/Card'
import { clock, shortDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Timeline } from '../../ui/Timeline'
import { eventWords } from './threadWording'

/** 全过程: each step in words, when, who, why, and where a deadline went. */
export function History({ demand }: { demand: Demand }) {
  const [open, setOpen] = useState(false)
  const items = demand.thread.map((entry, index) => ({
    title: `${shortDay(entry.at)} ${clock(entry.at)} ${eventWords(entry)}`,
    note: entry.text ?? undefined,
    state: index === demand.thread.length - 1 ? ('now' as const) : ('done' as const),
  }))
  return (
    <Card pad label='全过程'>
      <View className='line'>
        <Heading level={3} className='grow'>全过程</Heading>
        <Link onTap={() => setOpen(!open)}>{open ? '收起' : `看 ${items.length} 步`}</Link>
      </View>
      {open && <View className='why-stops'><Timeline label='全过程' items={unique(items)} /></View>}
    </Card>
  )
}

/** Two steps within a minute may read alike; each line is named by its words. */
function unique<T extends { title: string }>(items: T[]): T[] {
  return items.map((item, index) => (items.findIndex((other) => other.title === item.title) === index ? item : { ...item, title: `${item.title}（${index + 1}）` }))
}
