import { View } from '@tarojs/components'
import type { ImportLook } from '../../../contract/import'
import { Row } from '../../ui/Row'
import { Table, type Column } from '../../ui/Table'
import { useWideWindow } from '../../ui/wideWindow'
import { askWords, importKinds, kindWords, lookWords, partWords, parts, placeOf } from './wording'

type Issue = ImportLook['issues'][number]
const columns: Column<Issue>[] = [
  { key: 'sheet', head: '哪一页', width: '72px', draw: ({ kind }) => kindWords[kind] },
  { key: 'line', head: '行', width: '88px', draw: ({ line }) => `第 ${line} 行` },
  { key: 'cell', head: '格', width: '56px', draw: ({ cell }) => cell ?? '' },
  { key: 'column', head: '哪一列', width: '112px', draw: ({ column }) => column ?? '整行' },
  { key: 'wrong', head: '哪里不对', draw: ({ wrong }) => wrong },
  { key: 'fix', head: '怎么改', draw: ({ fix }) => fix },
]
const countColumns: Column<{ kind: (typeof importKinds)[number]; look: ImportLook }>[] = [
  { key: 'kind', head: '哪一页', draw: ({ kind }) => kindWords[kind] },
  { key: 'lines', head: '共几行', draw: ({ kind, look }) => look.counts[kind].lines },
  ...parts.map((part) => ({ key: part, head: partWords[part], draw: ({ kind, look }: { kind: (typeof importKinds)[number]; look: ImportLook }) => look.counts[kind][part] })),
]

/** How many lines of what, which values somebody is asked about, and what is wrong where. */
export function ImportResult({ look, done }: { look: ImportLook; done: boolean }) {
  const pc = useWideWindow()
  const kinds = importKinds.filter((kind) => look.counts[kind].lines > 0)
  const id = ({ kind, line, cell, wrong }: Issue) => `${kind} ${line} ${cell ?? ''} ${wrong}`
  return (
    <>
      {!done && <View className='sub'>{lookWords(look)}</View>}
      {pc
        ? <Table label='查到的行数' columns={countColumns} rows={kinds.map((kind) => ({ kind, look }))} id={({ kind }) => kind} />
        : kinds.map((kind) => (
          <Row key={kind} title={`${kindWords[kind]} ${look.counts[kind].lines} 行`} note={parts.filter((part) => look.counts[kind][part] > 0).map((part) => `${partWords[part]} ${look.counts[kind][part]}`).join('，')} />
        ))}
      {look.asks.length > 0 && (
        <>
          <View className='sub ink2'>{done ? '这些有人改过，没有盖掉，等块长在档案里选一个：' : '这些有人改过，不会盖掉，会留给块长在档案里选一个：'}</View>
          {look.asks.map((ask) => <Row key={`${ask.kind} ${ask.line} ${ask.field}`} title={askWords(ask)} note={`${kindWords[ask.kind]} 第 ${ask.line} 行`} />)}
        </>
      )}
      {look.issues.length > 0 && (pc
        ? <Table label='要改的地方' columns={columns} rows={look.issues} id={id} />
        : look.issues.map((issue) => <Row key={id(issue)} title={`${issue.wrong}`} note={`${placeOf(issue)}。${issue.fix}`} />))}
      {look.issueCount > look.issues.length && <View className='sub ink2'>{`一共 ${look.issueCount} 处，这里是前 ${look.issues.length} 处，全部写在下载的那份表里。`}</View>}
    </>
  )
}
