import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { HeardBy, MessageText } from '../../../contract/demand/said'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Segmented } from '../../ui/Segmented'
import { TextArea } from '../../ui/TextArea'
import { askerOf } from './staffWording'
import { channelWords, notSentWords, textWrong } from './wording'

const spoken = ['add', 'notSolved'] as const
type Spoken = (typeof spoken)[number]
const channels = HeardBy.options.map((value) => ({ value, word: channelWords[value] }))
const labels: Record<Spoken, string> = { add: '他又说了什么', notSolved: '他说还差什么' }

/** What a person without the app says, written down by one who serves; only where nobody else can speak for them. */
export function ProxySteps({ demand }: { demand: Demand }) {
  const { committeeId, id: demandId, title, steps } = demand
  const [heard, setHeard] = useState<HeardBy>('phone')
  const [writing, setWriting] = useState<Spoken | null>(null)
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState('')
  const done = () => { setWriting(null); setText('') }
  const commands = {
    add: useCommand(['demand', 'add'], { onDone: done }),
    confirm: useCommand(['demand', 'confirm']),
    notSolved: useCommand(['demand', 'notSolved'], { onDone: done }),
    withdraw: useCommand(['demand', 'withdraw']),
  }
  const may = (['add', 'confirm', 'notSolved', 'withdraw'] as const).filter((step) => steps.includes(step))
  if (demand.reader !== 'staff' || may.length === 0) return null
  const state = Object.values(commands).find((command) => command.state !== 'ready')
  const stuck = state?.state === 'failed' || state?.state === 'refused'
  const send = (step: Spoken) => {
    const fits = MessageText.safeParse(text)
    if (!fits.success) setWrong(textWrong.empty)
    else commands[step].send({ committeeId, demandId, text: fits.data, heard }, title)
  }
  const words: Record<(typeof may)[number], string> = { add: '他又说了一句', confirm: '他说解决了', notSolved: '他说还没解决', withdraw: '他不要办了' }
  const tap = (step: (typeof may)[number]) => {
    if (step === 'add' || step === 'notSolved') { setWriting(step); setWrong('') } else commands[step].send({ committeeId, demandId, heard }, title)
  }
  return (
    <Card pad label='代他记下'>
      <View className='sub ink2'>{`${demand.from ? askerOf(demand.from) : '他'}没有用小程序，他说的由您记下，写明是您代记的。`}</View>
      <View className='state-note'><Segmented label='怎么说的' options={channels} value={heard} onChange={setHeard} /></View>
      {stuck && <View className='meta brick strong state-note' {...accessible({ role: 'alert' })}>{notSentWords(state.refusal)}</View>}
      {state?.state === 'waiting' && <View className='meta lampink state-note'>没有网络。留在这台手机里，联网自动送出</View>}
      {writing ? (
        <View className='stack state-note'>
          <TextArea id='said' label={labels[writing]} value={text} maxLength={1000} wrong={wrong} onChange={(typed) => { setText(typed); setWrong('') }} />
          <View className='line two-buttons'>
            <Button look='plain' onTap={done}>先不记</Button>
            <Button busy={commands[writing].state === 'sending'} onTap={() => send(writing)}>记下</Button>
          </View>
        </View>
      ) : (
        <View className='staff-next state-note'>
          {may.map((step) => <Button key={step} small look='plain' busy={commands[step].state === 'sending'} onTap={() => tap(step)}>{words[step]}</Button>)}
        </View>
      )}
    </Card>
  )
}
