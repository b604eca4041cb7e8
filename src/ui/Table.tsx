import { View } from '@tarojs/components'
import type { KeyboardEvent, ReactNode } from 'react'
import { accessible } from './accessible'

export interface Column<T> {
  key: string
  head: string
  width?: string
  draw: (row: T) => ReactNode
}

interface Props<T> {
  label: string
  columns: Column<T>[]
  rows: T[]
  id: (row: T) => string
  chosen?: string
  onChoose?: (id: string) => void
}

/** For PC: ↑ ↓ go from row to row, Enter opens. */
export function Table<T>({ label, columns, rows, id, chosen, onChoose }: Props<T>) {
  return (
    <View className='table' {...accessible({ role: 'table', label })} {...(onChoose && { onKeyDown: moveFocus })}>
      <View className='table-row table-head' {...accessible({ role: 'row' })}>
        {columns.map(({ key, head, width }) => (
          <View key={key} className='table-cell' style={width ? { width } : undefined} {...accessible({ role: 'columnheader' })}>{head}</View>
        ))}
      </View>
      {rows.map((row) => {
        const own = id(row)
        const on = own === chosen
        const classes = ['table-row', onChoose && 'pick', on && 'on'].filter(Boolean).join(' ')
        return (
          <View key={own} className={classes} {...accessible({ role: 'row', selected: onChoose && on, onTap: onChoose && (() => onChoose(own)) })}>
            {columns.map(({ key, draw }) => <View key={key} className='table-cell' {...accessible({ role: 'cell' })}>{draw(row)}</View>)}
          </View>
        )
      })}
    </View>
  )
}

function moveFocus(event: KeyboardEvent) {
  const row = event.target as HTMLElement
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null
  if (!(next instanceof HTMLElement) || !next.hasAttribute('tabindex')) return
  event.preventDefault()
  next.focus()
}
