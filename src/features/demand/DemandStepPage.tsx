import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { MessageText } from '../../../contract/demand/said'
import { useCommand } from '../../api/command'
import { draftOf, forgetDraft, rememberDraft } from '../../api/drafts'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Page } from '../../ui/Page'
import { TextArea } from '../../ui/TextArea'
import { NotSolved } from './NotSolved'
import { RatingForm } from './RatingForm'
import { notSentWords, stepNotes, textWrong } from './wording'

/** What is done on a page of its own in 长辈版, where nothing slides over anything. */
export type OwnStep = 'add' | 'notSolved' | 'withdraw' | 'rate'

const titles: Record<OwnStep, string> = { add: '说一句', notSolved: '还没解决', withdraw: '撤回这件事', rate: '这次办得怎么样？' }

export function ownStepOf(step: string | undefined): OwnStep {
  return step !== undefined && step in titles ? (step as OwnStep) : 'add'
}

export function DemandStepPage({ demand, step, onClose }: { demand: Demand; step: OwnStep; onClose: () => void }) {
  const may = demand.steps.includes(step)
  return (
    <Page title={titles[step]}>
      <View className='sub ink2'>{demand.title}</View>
      {!may && <Note tone='stone'>这一步已经过了，回去看看最新的。</Note>}
      {may && step === 'add' && <Add demand={demand} onClose={onClose} />}
      {may && step === 'notSolved' && <NotSolved demand={demand} onClose={onClose} />}
      {may && step === 'withdraw' && <Withdraw demand={demand} onClose={onClose} />}
      {may && step === 'rate' && <Card pad><RatingForm demand={demand} onClose={onClose} /></Card>}
      {!may && <Button wide look='plain' onTap={onClose}>回到这件事</Button>}
    </Page>
  )
}

function Add({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const name = `demand/add/${demand.id}`
  const [text, setText] = useState(() => draftOf<string>(name) ?? '')
  const [missing, setMissing] = useState(false)
  const command = useCommand(['demand', 'add'], { onDone: () => { forgetDraft(name); onClose() } })
  const stuck = command.state === 'failed' || command.state === 'refused' ? notSentWords(command.refusal) : undefined
  const send = () => {
    const fits = MessageText.safeParse(text)
    setMissing(!fits.success)
    if (fits.success) command.send({ committeeId: demand.committeeId, demandId: demand.id, text: fits.data }, text.trim().slice(0, 30))
  }
  if (command.state === 'waiting') return <Note tone='lamp' icon='upload'>没有网络。您的话留在手机里，联网自动送出</Note>
  return (
    <View className='stack'>
      <TextArea
        id='words'
        label={demand.status === 'asked' ? '您的回答' : '想说什么'}
        hint={stepNotes.add}
        value={text}
        maxLength={1000}
        wrong={missing ? textWrong.empty : stuck}
        onChange={(typed) => { setText(typed); setMissing(false); rememberDraft(name, typed) }}
      />
      <Button wide busy={command.state === 'sending'} onTap={send}>{`交给${demand.owner.name}`}</Button>
    </View>
  )
}

function Withdraw({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const command = useCommand(['demand', 'withdraw'], { onDone: onClose })
  const stuck = command.state === 'failed' || command.state === 'refused'
  return (
    <View className='stack'>
      <View>{`${stepNotes.withdraw}。${demand.owner.name}会看到您撤回了。`}</View>
      {stuck && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
      {command.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网后自动撤回</Note>}
      <Button wide look='danger' busy={command.state === 'sending'} onTap={() => command.send({ committeeId: demand.committeeId, demandId: demand.id }, `撤回：${demand.title}`)}>撤回</Button>
      <Button wide look='plain' onTap={onClose}>不撤，接着办</Button>
    </View>
  )
}
