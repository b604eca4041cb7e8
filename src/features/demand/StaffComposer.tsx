import { View } from '@tarojs/components'
import { useState, type ComponentType } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStep } from '../../../contract/demand/life'
import { unfilledIn, type Placeholder } from '../../../contract/template'
import { photosSaidWith } from '../../api/photos'
import { usePhotoSlots } from '../../api/photoSlots'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Segmented } from '../../ui/Segmented'
import { staffActs, type StaffAct } from './staffActs'
import { focusStaffBox, StaffBox } from './StaffBox'
import { StaffMore } from './StaffMore'
import { StaffMoreTime } from './StaffMoreTime'
import { StaffRefused } from './StaffRefused'
import { StaffSheet, type SheetName } from './StaffSheet'
import { actIcons, actWord, askerOf, goneWords, heldWords, keptWords, unfilledWords, waitsForReading } from './staffWording'
import { useComposerKeys } from './useComposerKeys'
import { useComposerWords } from './useComposerWords'
import { isPlainStep, useStaffSteps, type WordStep } from './useStaffSteps'
import { dueWords } from './dueWording'
import { notSentWords, stepNotes, textWrong } from './wording'

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

/** What may be done now: only the steps the server allows. */
export function StaffComposer({ demand, moved, onMoved, Tools }: Props) {
  const words = useComposerWords(demand)
  const photos = usePhotoSlots()
  const { open, mode, text } = words
  // Each box has its own, so that a photo meant for colleagues does not go to the resident.
  const photosOf = (step: WordStep) => `staff/${step === 'answer' ? 'reply' : step}/${demand.id}`
  const [wrong, setWrong] = useState('')
  const [told, setTold] = useState('')
  const [sheet, setSheet] = useState<SheetName | 'more' | null>(null)
  const onGone = (step: keyof typeof goneWords, kept: boolean) => {
    setTold(kept ? keptWords : goneWords[step])
    if (step === 'answer') words.forget('reply')
    if (step === 'reply' || step === 'ask' || step === 'note') words.forget(step)
  }
  const steps = useStaffSteps(demand, { onMoved, onGone: (step, kept) => { onGone(step, kept); steps.forget() } })
  const { first, more } = staffActs(demand)

  const write = (typed: string) => {
    words.write(typed)
    setWrong('')
    setTold('')
  }
  const say = (step: WordStep, said: string) => {
    const unfilled = step === 'note' ? [] : unfilledIn(said)
    if (said.trim() === '') setWrong(textWrong.empty)
    else if (unfilled.length > 0) setWrong(unfilledWords(unfilled))
    else {
      const key = steps.say(step, said.trim())
      photosSaidWith(photosOf(step), key)
    }
  }
  const send = () => mode && say(mode.value === 'reply' && !demand.steps.includes('reply') ? 'answer' : mode.value, text)
  const act = (name: StaffAct) => {
    setTold('')
    setSheet(null)
    if (name === 'answer') {
      words.setMode('reply')
      say('answer', words.textOf('reply'))
    } else if (isPlainStep(name)) steps.take(name)
    else setSheet(name)
  }
  const opens = (name: SheetName & DemandStep) => (demand.steps.includes(name) ? () => setSheet(name) : null)
  useComposerKeys({ r: focusStaffBox, t: opens('handOver'), m: opens('takeToMeeting') })

  if (!mode && first.length + more.length === 0 && demand.moreTimeBy === null) return null
  const values = { 编号: demand.number, 日期: dueWords(demand) || undefined, 称呼: demand.from ? askerOf(demand.from) : undefined }
  return (
    <View className='staff-composer'>
      {moved && <Note tone='lamp'>{`这件事刚有变化：${moved}。您写的还在，看看再送。`}</Note>}
      {steps.refused && steps.refused !== 'WrongStep' && <Note tone='brick'>{notSentWords(steps.refused)}</Note>}
      {steps.failed && <Note tone='brick'>{notSentWords(null)}</Note>}
      {told !== '' && <View className='sub pine strong' {...accessible({ role: 'status', live: 'polite' })}>{told === keptWords || !waitsForReading(demand) ? told : heldWords}</View>}
      <StaffRefused demandId={demand.id} writing={text} onTakeBack={write} />
      <StaffMoreTime demand={demand} onAct={setSheet} />
      {open.length > 1 && mode && <Segmented label='写给谁' options={open} value={mode.value} onChange={words.setMode} />}
      {mode && (
        <View className='staff-say'>
          {photos && <photos.Picker committeeId={demand.committeeId} draft={photosOf(mode.value)} />}
          <StaffBox
            value={text}
            label={mode.label}
            hint={stepNotes[mode.value] ?? ''}
            wrong={wrong}
            onChange={write}
            onLeave={words.onLeave}
            onSend={send}
            button={mode.button}
            busy={steps.sending === mode.value}
          />
        </View>
      )}
      <View className='staff-next'>
        {mode && mode.value !== 'note' && Tools && <Tools committeeId={demand.committeeId} kind={demand.kind} values={values} onPick={words.insert} />}
        {first.map((name) => <Button key={name} look='plain' small icon={actIcons[name]} busy={steps.sending === name} onTap={() => act(name)}>{actWord(name, demand)}</Button>)}
        {more.length > 0 && <Button look='plain' small icon='more' onTap={() => setSheet('more')}>更多</Button>}
      </View>
      <StaffMore open={sheet === 'more'} demand={demand} acts={more} onAct={act} onClose={() => setSheet(null)} />
      {sheet !== null && sheet !== 'more' && (
        <StaffSheet name={sheet} demand={demand} onClose={() => setSheet(null)} onMoved={onMoved} onGone={(kept) => onGone(sheet, kept)} />
      )}
    </View>
  )
}
