import { View } from '@tarojs/components'
import { useRef, useState, type ComponentType } from 'react'
import type { Demand } from '../../../contract/demand'
import { unfilledIn, type Placeholder } from '../../../contract/template'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Segmented } from '../../ui/Segmented'
import { insertWords } from './insertWords'
import { StaffBox } from './StaffBox'
import { StaffHandOver } from './StaffHandOver'
import { StaffRefused } from './StaffRefused'
import { askerOf, goneWords, keptWords, unfilledWords } from './staffWording'
import { useStaffSteps, type WordStep } from './useStaffSteps'
import { dueWords, notSentWords, stepNotes, stepWords, textWrong } from './wording'

/** What a tool of the composer may use. */
export interface WordsSlot {
  committeeId: string
  kind: Demand['kind']
  /** What is known of the demand, by the names templates use. */
  values: Partial<Record<Placeholder, string>>
  onPick: (words: string) => void
}

interface Props {
  demand: Demand
  /** What happened meanwhile, when a step came too late. */
  moved: string | null
  onMoved: () => void
  /** What else helps to write to the resident: the page brings it. */
  Tools?: ComponentType<WordsSlot>
}

type Mode = 'reply' | 'note'

/** What may be done now: only the steps the server allows. */
export function StaffComposer({ demand, moved, onMoved, Tools }: Props) {
  const can = (step: Demand['steps'][number]) => demand.steps.includes(step)
  const [wished, setMode] = useState<Mode>('reply')
  const mode: Mode = wished === 'reply' && !can('reply') && !can('answer') ? 'note' : wished
  const name = `demand.${mode}.${demand.id}`
  // Words for colleagues and words for the resident are two drafts: one never slips into the other.
  const [texts, setTexts] = useState<Partial<Record<Mode, string>>>({})
  const text = texts[mode] ?? draftOf<string>(name) ?? ''
  const [wrong, setWrong] = useState('')
  const [told, setTold] = useState('')
  const [handing, setHanding] = useState(false)
  const cursor = useRef<number | null>(null)
  const steps = useStaffSteps(demand, {
    onMoved,
    onGone: (step, kept) => {
      setTold(kept ? keptWords : goneWords[step])
      if (step === 'reply' || step === 'answer' || step === 'note') {
        const gone: Mode = step === 'note' ? 'note' : 'reply'
        forgetDraft(`demand.${gone}.${demand.id}`)
        setTexts((known) => ({ ...known, [gone]: '' }))
      }
      steps.forget()
    },
  })

  const write = (words: string) => {
    setTexts((known) => ({ ...known, [mode]: words }))
    setWrong('')
    setTold('')
    if (words === '') forgetDraft(name)
    else rememberDraft(name, words)
  }
  const say = (step: WordStep) => {
    const unfilled = step === 'note' ? [] : unfilledIn(text)
    if (text.trim() === '') setWrong(textWrong.empty)
    else if (unfilled.length > 0) setWrong(unfilledWords(unfilled))
    else steps.say(step, text.trim())
  }
  const pick = (words: string) => {
    write(insertWords(text, words, cursor.current))
    cursor.current = null
  }
  const values = { 编号: demand.number, 日期: dueWords(demand) || undefined, 称呼: demand.from ? askerOf(demand.from) : undefined }
  const send = () => say(mode === 'note' ? 'note' : can('reply') ? 'reply' : 'answer')

  if (!can('reply') && !can('answer') && !can('note') && !can('takeOver')) return null
  const both = can('note') && (can('reply') || can('answer'))
  return (
    <View className='staff-composer'>
      {moved && <Note tone='lamp'>{`这件事刚有变化：${moved}。您写的还在，看看再送。`}</Note>}
      {steps.refused && steps.refused !== 'WrongStep' && <Note tone='brick'>{notSentWords(steps.refused)}</Note>}
      {steps.failed && <Note tone='brick'>{notSentWords(null)}</Note>}
      {told !== '' && <View className='sub pine strong' {...accessible({ role: 'status', live: 'polite' })}>{told}</View>}
      <StaffRefused demandId={demand.id} writing={text} onTakeBack={write} />
      {both && (
        <Segmented label='写给谁' options={[{ value: 'reply', word: '回复居民' }, { value: 'note', word: '内部记录' }]} value={mode} onChange={setMode} />
      )}
      {(can(mode) || can('answer')) && (
        <StaffBox
          value={text}
          label={mode === 'note' ? '内部记录，居民看不到' : '写给居民'}
          hint={mode === 'note' ? stepNotes.note! : stepNotes.reply!}
          wrong={wrong}
          onChange={write}
          onLeave={(at) => { cursor.current = at }}
          onSend={send}
          button={mode === 'note' ? '记下' : '发送'}
          busy={steps.sending === 'reply' || steps.sending === 'note'}
        />
      )}
      {(mode === 'reply' || (!both && can('takeOver'))) && (
        <View className='staff-next'>
          {mode === 'reply' && Tools && <Tools committeeId={demand.committeeId} kind={demand.kind} values={values} onPick={pick} />}
          {can('answer') && <Button look='plain' small icon='answer' busy={steps.sending === 'answer'} onTap={() => say('answer')}>答复并请确认</Button>}
          {can('accept') && <Button look='plain' small icon='doing' busy={steps.sending === 'accept'} onTap={() => steps.take('accept')}>{stepWords.accept}</Button>}
          {can('takeOver') && <Button look='plain' small icon='check' busy={steps.sending === 'takeOver'} onTap={() => steps.take('takeOver')}>我来办</Button>}
          {can('handOver') && <Button look='plain' small icon='handover' onTap={() => setHanding(true)}>转交</Button>}
        </View>
      )}
      {can('handOver') && <StaffHandOver demand={demand} open={handing} onClose={() => setHanding(false)} onMoved={onMoved} />}
    </View>
  )
}
