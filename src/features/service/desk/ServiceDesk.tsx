import { View } from '@tarojs/components'
import { useState } from 'react'
import type { EditedLine } from '../../../../contract/serviceEditing'
import { useRead } from '../../../api/read'
import { accessible } from '../../../ui/accessible'
import { Empty } from '../../../ui/Empty'
import { Heading } from '../../../ui/Heading'
import { IconButton } from '../../../ui/IconButton'
import { Loadable } from '../../../ui/Loadable'
import { SearchBox } from '../../../ui/SearchBox'
import { Tag } from '../../../ui/Tag'
import { useWideWindow } from '../../../ui/wideWindow'
import { ServiceEditor } from './ServiceEditor'
import { useSearchKey } from './useSearchKey'
import { markOf, quietWord } from './wording'
import './serviceDesk.scss'

interface Opened {
  /** Keeps its place while a new item gets its address. */
  key: string
  slug: string | null
}

/** The service list as those write it who serve the committee: list, form, and what a resident will read. */
export function ServiceDesk({ committeeId }: { committeeId: string }) {
  const wide = useWideWindow()
  const [open, setOpen] = useState<Opened | null>(null)
  const [search, setSearch] = useState('')
  const list = useRead(['service', 'listEdited'], { committeeId })
  useSearchKey()
  const { items = [] } = list.data ?? {}
  const word = search.trim().toLowerCase()
  const found = items.filter(({ title, slug }) => title.toLowerCase().includes(word) || slug.includes(word))
  const wanting = found.filter((line) => markOf(line) !== null)
  const groups: [string, EditedLine[]][] = [
    ['等您处理', wanting.filter(({ waitsForMe, freshness, open: version }) => waitsForMe || (freshness === 'late' && !version))],
    ['有改动', wanting.filter(({ waitsForMe, freshness, open: version }) => !waitsForMe && !(freshness === 'late' && !version))],
    ['已发布', found.filter((line) => markOf(line) === null && line.state === 'published')],
    ['没有挂出去', found.filter((line) => markOf(line) === null && line.state !== 'published')],
  ]
  const editor = open && (
    <ServiceEditor
      key={open.key}
      committeeId={committeeId}
      slug={open.slug}
      onClose={() => setOpen(null)}
      onSaved={(slug) => {
        if (open.slug === null) setOpen({ ...open, slug })
        list.again()
      }}
    />
  )
  if (editor && !wide) return <View className='stack sd-narrow'>{editor}</View>
  const shown = (
    <View className='stack'>
      <View className='line'>
        <Heading level={1} size='title' className='grow'>服务清单</Heading>
        <IconButton icon='plus' label='新写一项' onTap={() => setOpen({ key: `new ${Date.now()}`, slug: null })} />
      </View>
      <SearchBox value={search} onChange={setSearch} placeholder='找事项' />
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again} empty={found.length === 0 && <Empty icon='search' title='没有找到' note='换个说法，或者新写一项。' />}>
        {groups.filter(([, lines]) => lines.length > 0).map(([name, lines]) => (
          <View key={name}>
            <View className='meta ink2 sd-group'>{`${name} ${lines.length}`}</View>
            {lines.map((line) => <Line key={line.slug} line={line} on={line.slug === open?.slug} onTap={() => setOpen({ key: line.slug, slug: line.slug })} />)}
          </View>
        ))}
      </Loadable>
    </View>
  )
  if (!wide) return shown
  return (
    <View className='sd'>
      <View className='staff-list sd-list' {...accessible({ role: 'region', label: '服务清单' })}>{shown}</View>
      {editor ?? <View className='sd-none'><Empty icon='doc' title='选一项来改' note='左边选一项，或者点加号新写一项。' /></View>}
    </View>
  )
}

function Line({ line, on, onTap }: { line: EditedLine; on: boolean; onTap: () => void }) {
  const mark = markOf(line)
  const title = line.title || '还没有名字'
  return (
    <View className={on ? 'row tappable sd-row on' : 'row tappable sd-row'} {...accessible({ role: 'button', label: `${title}，${mark ? `${mark.word}${mark.more ? `，${mark.more}` : ''}` : quietWord(line)}`, current: on && 'page', onTap })}>
      <View className='grow'>
        <View className='sub strong'>{title}</View>
        {mark ? <View className='line'><Tag tone={mark.tone} icon={mark.icon}>{mark.word}</Tag>{mark.more && <View className='tiny ink2 sd-more'>{mark.more}</View>}</View> : <View className='tiny ink2'>{quietWord(line)}</View>}
      </View>
    </View>
  )
}
