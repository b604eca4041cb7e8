import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Archive } from '../../../contract/archive'
import type { HomeChangeSource } from '../../../contract/home'
import type { RefusalCode } from '../../../contract/refusal'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { homeSources } from './homeWording'
import { notSentWords } from './wording'

/** By whose word, and why: of everything that changes a household as a whole. */
export interface Reason { source: HomeChangeSource; why: string }

interface Props {
  title: string
  /** What follows from it, before it is done. */
  follows: string
  act: string
  danger?: boolean
  sent: { state: string; refusal: RefusalCode | null }
  onCancel: () => void
  /** False when something besides the reason is missing. */
  onSend: (reason: Reason) => void
  /** Whom, where to: what this one asks besides. */
  children?: ReactNode
}

export const wholePlace = ({ committeeId, householdId, version }: Archive) => ({ committeeId, householdId, version })

/** What will happen is said first; then by whose word, and the reason those concerned read. */
export function WholeForm({ title, follows, act, danger, sent, onCancel, onSend, children }: Props) {
  const [source, setSource] = useState<HomeChangeSource>('resident')
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState('')
  const send = () => {
    if (why.trim().length < 2) setWrong('写一句为什么，他们看得到')
    else onSend({ source, why: why.trim() })
  }
  return (
    <Card pad label={title}>
      <View className='stack'>
        <Note icon='info'>{follows}</Note>
        {children}
        <Select id='whole-source' label='怎么知道的' options={homeSources} value={source} onChange={setSource} />
        <TextArea id='whole-why' label='为什么' hint='写进档案，这户的人看得到' value={why} wrong={wrong} maxLength={200} onChange={(text) => { setWhy(text); setWrong('') }} />
        {sent.state === 'waiting' && <Note tone='lamp' icon='upload'>待上传：没有网络，联网自动送出。</Note>}
        {(sent.refusal || sent.state === 'failed') && <Note tone='brick'>{sent.refusal === 'WrongStep' ? '这一户刚有人改过。回到档案看一眼最新的，再来一次' : notSentWords(sent.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onCancel}>先不办</Button>
          <Button look={danger ? 'danger' : 'soft'} busy={sent.state === 'sending'} onTap={send}>{act}</Button>
        </View>
      </View>
    </Card>
  )
}
