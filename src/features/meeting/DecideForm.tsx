import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { OutsideKind } from '../../../contract/demand/route'
import type { Meeting, Outcome } from '../../../contract/meeting'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { ChipGroup } from '../../ui/ChipGroup'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { useLatest } from '../../ui/useLatest'
import { nameWithPost } from '../../wording'
import { useDecideKey } from './useAgendaKeys'
import { useKept } from './useKept'
import { dayOptions, missing, notSentWords, outcomeWords, outsideWords } from './wording'
import './meeting.scss'

interface Props {
  meeting: Meeting
  /** Absent for an item that belongs to no demand: then it has a title of its own. */
  demand?: { id: string; title: string }
  outcomes: readonly Outcome[]
  /** It has the receipt, or the phone keeps it. */
  onDecided: (words: string) => void
  /** It had moved on. */
  onMoved: () => void
}

const blank = { title: '', outcome: null as Outcome | null, facts: '', words: '', ownerId: '', dueOn: '', kind: 'property' as OutsideKind, name: '', number: '' }
type Written = typeof blank

function wrongIn({ title, outcome, words, ownerId, dueOn, kind, name }: Written, general: boolean): string {
  if (general && title.trim().length < 2) return missing.title
  if (outcome === null) return missing.outcome
  if (outcome === 'transfer' && kind === 'other' && name.trim() === '') return missing.to
  if (words.trim().length < 2) return missing.words
  if (ownerId === '' && (outcome === 'assign' || dueOn !== '')) return missing.owner
  return dueOn === '' && ownerId !== '' ? missing.due : ''
}

/** Facts, what is decided, in which words, who sees to it by when. What was written stays until it is decided. */
export function DecideForm({ meeting, demand, outcomes, onDecided, onMoved }: Props) {
  const { value, set, forget } = useKept<Written>(`meeting.${meeting.id}.${demand?.id ?? 'general'}`, blank)
  const [wrong, setWrong] = useState('')
  const command = useCommand(['meeting', 'resolve'], { onDone: () => ends.current.gone() })
  const ends = useLatest({
    gone: () => {
      forget()
      command.reset()
      onDecided(demand ? `“${demand.title}”定了，居民能看到。` : `“${value.title.trim()}”记下了。`)
    },
    moved: onMoved,
  })
  const kept = command.state === 'waiting'
  const late = command.refusal === 'WrongStep'
  useEffect(() => {
    if (kept) ends.current.gone()
    if (late) ends.current.moved()
  }, [kept, late, ends])

  const { outcome } = value
  const write = (change: Partial<Written>) => {
    set(change)
    setWrong('')
  }
  const send = () => {
    const found = wrongIn(value, !demand)
    setWrong(found)
    if (found !== '' || outcome === null) return
    const owner = value.ownerId === '' ? {} : { ownerId: value.ownerId, dueOn: value.dueOn }
    const to = outcome === 'transfer' ? { to: { kind: value.kind, name: value.name.trim() || outsideWords[value.kind], number: value.number.trim() || null } } : {}
    const what = demand ? { demandId: demand.id } : { title: value.title.trim() }
    command.send({ committeeId: meeting.committeeId, meetingId: meeting.id!, ...what, facts: value.facts.trim(), outcome, words: value.words.trim(), ...owner, ...to }, demand?.title ?? value.title)
  }
  useDecideKey(send)
  const id = demand?.id ?? 'general'
  return (
    <View className='stack decide'>
      {!demand && <TextInput id={`title-${id}`} label='议什么' value={value.title} onChange={(title) => write({ title })} maxLength={30} placeholder='岁末消防演练' />}
      <TextArea id={`facts-${id}`} label='情况（可以不写）' value={value.facts} onChange={(facts) => write({ facts })} maxLength={500} />
      <ChipGroup label='怎么定' options={outcomes.map((one) => ({ value: one, word: outcomeWords[one].choose }))} value={outcome} onChange={(chosen) => write({ outcome: chosen })} />
      {outcome === 'transfer' && (
        <View className='stack'>
          <ChipGroup label='转给谁' options={OutsideKind.options.map((kind) => ({ value: kind, word: outsideWords[kind] }))} value={value.kind} onChange={(kind) => write({ kind })} />
          <TextInput id={`to-${id}`} label={value.kind === 'other' ? '对方叫什么' : '对方叫什么（可以不写）'} value={value.name} onChange={(name) => write({ name })} maxLength={40} />
          <TextInput id={`number-${id}`} label='对方的编号（可以不写）' value={value.number} onChange={(number) => write({ number })} maxLength={40} />
        </View>
      )}
      <TextArea id={`words-${id}`} label={outcome ? outcomeWords[outcome].label : '怎么定的'} value={value.words} onChange={(words) => write({ words })} maxLength={1000} />
      <View className='decide-who'>
        <Select id={`owner-${id}`} label={outcome === 'assign' ? '谁来办' : '谁盯着（可以不选）'} options={[{ value: 'none', word: '先不定人' }, ...meeting.people.map((one) => ({ value: one.accountId, word: whereWord(one, meeting) }))]} value={value.ownerId || 'none'} onChange={(ownerId) => write(ownerId === 'none' ? { ownerId: '', dueOn: '' } : { ownerId })} />
        {value.ownerId !== '' && <Select id={`due-${id}`} label='哪天前' options={dayOptions()} value={value.dueOn || null} onChange={(dueOn) => write({ dueOn })} />}
      </View>
      {outcome === 'assign' && value.ownerId !== '' && <View className='sub ink2'>{meeting.present.some(({ accountId }) => accountId === value.ownerId) ? '人在会上，定了就由这位办。' : '人不在会上，接下之前还由现在的人管着。'}</View>}
      {wrong !== '' && <Note tone='lamp'>{wrong}</Note>}
      {(command.refusal || command.state === 'failed') && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
      <Button wide busy={command.state === 'sending'} onTap={send}>就这么定</Button>
    </View>
  )
}

/** `王芳（块长），在会上`. */
function whereWord(one: Meeting['people'][number], { present }: Meeting): string {
  return present.some(({ accountId }) => accountId === one.accountId) ? `${nameWithPost(one)}，在会上` : nameWithPost(one)
}
