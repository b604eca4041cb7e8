import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { ServiceCategory, type ServiceLine } from '../../../contract/service'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { ChipGroup } from '../../ui/ChipGroup'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { SearchBox } from '../../ui/SearchBox'
import { Section } from '../../ui/Section'
import { useTextScale } from '../../ui/textScale'
import { AskRow } from './AskRow'
import { findServices, readSounds } from './search'
import { ServiceRows } from './ServiceRows'
import { categoryWords } from './wording'

/** One and the same while nothing is there, so that nothing is searched anew. */
const none: readonly ServiceLine[] = []

type Chosen = ServiceCategory | 'all'

interface Props {
  committeeId: string
  /** Opens a question, when the list has no answer. */
  onAsk: () => void
  /** Who would be asked: `陈敏`. */
  asked: string
}

/** The whole list is on the phone, so searching needs no network. */
export function ServiceList({ committeeId, onAsk, asked }: Props) {
  const { data, waiting, failed, offlineSince, again } = useRead(['service', 'list'], { committeeId })
  const { elder } = useTextScale()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Chosen>('all')
  const lines = data?.items ?? none
  const sounds = useMemo(() => readSounds(data?.sounds ?? ''), [data])
  const found = useMemo(() => findServices(lines, typed, sounds), [lines, typed, sounds])
  const shown = typed ? found : found.filter(({ category }) => chosen === 'all' || category === chosen)
  const searching = typed.trim() !== ''
  return (
    <>
      <SearchBox value={typed} onChange={setTyped} placeholder={elder ? '搜事项' : '搜事项，可以只打拼音首字母'} />
      {!searching && <ChipGroup label='按类别看' options={optionsOf(lines)} value={chosen} onChange={setChosen} scroll tabs />}
      <Loadable
        waiting={waiting}
        failed={failed}
        offlineSince={offlineSince}
        onAgain={again}
        empty={shown.length === 0 && (
          <Empty icon='search' title={searching ? `没找到“${typed.trim()}”` : '还没有服务事项'} note={`直接问${asked}，一个工作日内答复`} action={{ word: '问一问', onTap: onAsk }} />
        )}
      >
        {searching && <View className='sub ink2' {...accessible({ role: 'status', live: 'polite' })}>{`找到 ${shown.length} 项`}</View>}
        {searching ? <ServiceRows label='找到的' committeeId={committeeId} lines={shown} /> : <ByCategory committeeId={committeeId} lines={shown} />}
        <AskRow asked={asked} searching={searching} onAsk={onAsk} />
      </Loadable>
    </>
  )
}

function ByCategory({ committeeId, lines }: { committeeId: string; lines: readonly ServiceLine[] }) {
  return (
    <>
      {present(lines).map((category) => {
        const own = lines.filter((line) => line.category === category)
        return (
          <View key={category} className='stack'>
            <Section title={categoryWords[category]} />
            <ServiceRows label={categoryWords[category]} committeeId={committeeId} lines={own} />
          </View>
        )
      })}
    </>
  )
}

/** Categories that hold something, in the order of the published list. */
function present(lines: readonly ServiceLine[]): ServiceCategory[] {
  return ServiceCategory.options.filter((category) => lines.some((line) => line.category === category))
}

function optionsOf(lines: readonly ServiceLine[]): { value: Chosen; word: string }[] {
  return [{ value: 'all', word: '全部' }, ...present(lines).map((category) => ({ value: category, word: categoryWords[category] }))]
}
