import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ContentDifference, ServiceEdit } from '../../../../contract/serviceEditing'
import { call } from '../../../api/client'
import { useRead } from '../../../api/read'
import { newKey } from '../../../api/uuid'
import { Button } from '../../../ui/Button'
import { momentWord } from '../../../ui/dates'
import { Heading } from '../../../ui/Heading'
import { Loadable } from '../../../ui/Loadable'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { ReasonSheet } from './ReasonSheet'
import type { ServiceStep } from './useServiceStep'
import { fieldWords, versionWords } from './wording'

interface Props {
  committeeId: string
  edit: ServiceEdit
  step: ServiceStep
}

/** What changed in this version, and all there were before it. */
export function ServiceChanges({ committeeId, edit, step }: Props) {
  const [open, setOpen] = useState<number | 'all' | null>(null)
  const [back, setBack] = useState<number | null>(null)
  const one = { committeeId, slug: edit.slug }
  const top = edit.open?.number ?? edit.published?.number
  const roll = (number: number, reason: string) => void step.take(() => call(['service', 'rollBack'], { ...one, number, reason }, newKey())).then((done) => done && setBack(null))
  return (
    <>
      {top && <Button small look='plain' onTap={() => setOpen(top)}>看改了什么</Button>}
      <Button small look='plain' onTap={() => setOpen('all')}>以前的</Button>
      {open === 'all' && <Versions {...one} onOpen={setOpen} onClose={() => setOpen(null)} />}
      {typeof open === 'number' && (
        <Differences {...one} number={open} onClose={() => setOpen(null)} onBack={edit.steps.includes('rollBack') && open !== top ? () => { step.clear(); setBack(open); setOpen(null) } : undefined} />
      )}
      {back !== null && <ReasonSheet title={`拿回第 ${back} 版`} note='它会变成新的草稿，发布以前居民看到的不变。' button='拿回来' busy={step.busy} problem={step.problem} onGive={(reason) => roll(back, reason)} onClose={() => setBack(null)} />}
    </>
  )
}

function Versions({ onOpen, onClose, ...one }: { committeeId: string; slug: string; onOpen: (number: number) => void; onClose: () => void }) {
  const list = useRead(['service', 'versions'], one)
  return (
    <Sheet open title='以前的' onClose={onClose}>
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again}>
        {list.data?.items.map(({ number, state, changedAt, changedBy }) => (
          <Row key={number} title={`第 ${number} 版`} note={`${versionWords[state]}，${changedBy ?? ''} ${momentWord(changedAt)}`} label={`第 ${number} 版，${versionWords[state]}`} onTap={() => onOpen(number)} />
        ))}
      </Loadable>
    </Sheet>
  )
}

function Differences({ number, onClose, onBack, ...one }: { committeeId: string; slug: string; number: number; onClose: () => void; onBack?: () => void }) {
  const read = useRead(['service', 'version'], { ...one, number })
  const { before, differences = [] } = read.data ?? {}
  return (
    <Sheet open title={before ? `第 ${number} 版和第 ${before} 版比` : `第 ${number} 版，从头写的`} onClose={onClose}>
      <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again}>
        <View className='stack'>
          {before && differences.length === 0 && <View className='sub ink2'>一个字也没改。</View>}
          {differences.map((difference) => <Difference key={difference.field} {...difference} />)}
          {onBack && <Button look='soft' wide onTap={onBack}>拿回这一版</Button>}
        </View>
      </Loadable>
    </Sheet>
  )
}

const pieceWords = { same: '', gone: '去掉：', new: '加上：' } as const

/** Struck out or underlined, and said in a word: never by colour alone. */
function Difference({ field, pieces }: ContentDifference) {
  return (
    <View>
      <Heading>{fieldWords[field]}</Heading>
      {pieces.map(({ kind, text }, at) => (
        // Pieces have no name but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <View key={at} className={`sd-${kind}`}>
          {kind !== 'same' && <Text className='meta'>{pieceWords[kind]}</Text>}
          {process.env.TARO_ENV === 'h5' && kind !== 'same' ? (kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>) : <Text>{text}</Text>}
        </View>
      ))}
    </View>
  )
}
