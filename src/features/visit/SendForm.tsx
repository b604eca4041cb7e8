import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DoorView } from '../../../contract/door'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { dayChoices, emergencyWords, lengths, notSentWords, spanOf, timeChoices } from './doorWording'

interface Props {
  committeeId: string
  householdId: string
  demandId: string | undefined
  /** The household wants nobody: what is written here is a question to it. */
  declines: boolean
  onDone: (door: DoorView, words: string) => void
}

/** Who goes, for what, when; to a door that declines it is a question, and says so before anything is sent. */
export function SendForm({ committeeId, householdId, demandId, declines, onDone }: Props) {
  const days = dayChoices()
  const [who, setWho] = useState('')
  const [purpose, setPurpose] = useState('')
  const [day, setDay] = useState(days[0]!.value)
  const times = timeChoices(day)
  const [picked, setTime] = useState<string | null>(null)
  const time = times.some(({ value }) => value === picked) ? picked : null
  const [minutes, setMinutes] = useState('120')
  const [wrong, setWrong] = useState<{ who?: string; purpose?: string; time?: string }>({})
  const send = useCommand(['visit', 'sendToDoor'], { onDone: ({ door, vetoed }) => onDone(door, vetoed ? '这户说了不要上门，没有安排，已经记下来给这户看。想去，先问一声。' : '约好了，这户看得到谁来、几点来。') })
  const ask = useCommand(['visit', 'askConsent'], { onDone: (door) => onDone(door, '问过去了，等这户回答。没有同意之前，谁也不去。') })
  const command = declines ? ask : send
  const submit = () => {
    const found = { ...(who.trim() === '' && { who: '写上谁去，居民才好认' }), ...(purpose.trim().length < 2 && { purpose: '写一句去做什么' }), ...(time === null && { time: '选几点开始' }) }
    setWrong(found)
    if (Object.keys(found).length > 0 || time === null) return
    const input = { committeeId, householdId, ...(demandId && { demandId }), who: who.trim(), purpose: purpose.trim(), ...spanOf(day, time, minutes) }
    command.send(input, `${who.trim()}上门`)
  }
  const word = declines ? '问问这户' : '约上门'
  return (
    <Card pad label={word}>
      <View className='stack'>
        <Note tone='brick' icon='alert'>{emergencyWords}</Note>
        {declines && <Note tone='lamp' icon='door'>这户说过不要上门，直接去不了。写下谁去、做什么、什么时候，先问一声：同意了，只这个人、这一次。</Note>}
        <TextInput id='door-who' label='谁去' hint='姓什么、做什么的，比如“赵师傅，水电工”' value={who} onChange={(text) => { setWho(text); setWrong({}) }} wrong={wrong.who} maxLength={60} />
        <TextInput id='door-purpose' label='去做什么' value={purpose} onChange={(text) => { setPurpose(text); setWrong({}) }} wrong={wrong.purpose} maxLength={200} />
        <Select id='door-day' label='哪一天' options={days} value={day} onChange={setDay} />
        <Select id='door-time' label='几点起' options={times} value={time} onChange={(value) => { setTime(value); setWrong({}) }} wrong={wrong.time} />
        <Select id='door-length' label='多长时间里' options={lengths} value={minutes} onChange={setMinutes} />
        {command.refusal && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
        {command.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {command.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网自动送出。</Note>}
        <Button wide busy={command.state === 'sending'} onTap={submit}>{word}</Button>
      </View>
    </Card>
  )
}
