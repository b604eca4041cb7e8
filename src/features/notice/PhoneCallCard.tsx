import { View } from '@tarojs/components'
import { makePhoneCall } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { CallOutcome, PhoneCall } from '../../../contract/notice'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Note } from '../../ui/Note'
import { Plate } from '../../ui/Plate'
import { Tag } from '../../ui/Tag'
import { TextInput } from '../../ui/TextInput'
import { useLatest } from '../../ui/useLatest'
import { callHint, callScript, notSentWords, outcomeDone } from './phoneWording'

interface Props {
  call: PhoneCall
  onOpen: () => void
  onDone: (words: string, stays: boolean) => void
  /** Another has told them meanwhile. */
  onMoved: () => void
}

/** One person to be told: what to say, the number to tap, and what came of it. */
export function PhoneCallCard({ call, onOpen, onDone, onMoved }: Props) {
  const { id: callId, committeeId, name, label, phone, callable, number, urgent } = call
  const [words, setWords] = useState('')
  const [writing, setWriting] = useState(false)
  const [outcome, setOutcome] = useState<CallOutcome>('told')
  const called = useCommand(['notice', 'called'], { onDone: () => onDone(outcomeDone(outcome, name), outcome !== 'told') })
  const moved = useLatest(onMoved)
  const late = called.refusal === 'WrongStep'
  useEffect(() => {
    if (late) moved.current()
  }, [late, moved])

  const settle = (how: CallOutcome) => {
    setOutcome(how)
    called.send({ committeeId, callId, outcome: how, words: words.trim() }, `${name}，电话告知`)
  }
  const busy = called.state === 'sending'
  const hint = callHint(call)
  return (
    <Card label={`告诉${name}`} pad>
      <View className='stack'>
        <View className='line call-head'>
          <View className='grow'>
            <Heading>{name}</Heading>
            {label && <View className='sub ink2'>{label}</View>}
          </View>
          {urgent && <Tag tone='brick' icon='alert'>有危险</Tag>}
          <Plate number={number} />
        </View>
        {hint && <Note tone='lamp' icon='clock'>{hint}</Note>}
        <Note icon='message'>{callScript(call)}</Note>
        {called.refusal && <Note tone='brick'>{notSentWords(called.refusal)}</Note>}
        {called.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {called.state === 'waiting' ? <View><Tag tone='lamp' icon='upload'>待上传</Tag></View> : (
          <>
            {phone !== null && callable === 'now' && (
              // The word is the number, so that it can be read to somebody else as well.
              <Button wide look='soft' icon='phone' label={`打电话给${name}，${phone}`} onTap={() => { makePhoneCall({ phoneNumber: phone.replace(/[^\d+]/g, '') }).catch(() => {}) }}>{phone}</Button>
            )}
            <View className='wrap call-acts' style={{ '--gap': '8px' }}>
              <Button small look='soft' busy={busy} label={`告诉${name}了`} onTap={() => settle('told')}>{phone === null ? '当面说了' : '说到了'}</Button>
              {phone !== null && callable === 'now' && <Button small look='plain' label={`${name}没接`} onTap={() => settle('noAnswer')}>没接</Button>}
              {phone !== null && callable === 'now' && <Button small look='plain' label={`${name}的号码不对`} onTap={() => settle('wrongNumber')}>号码不对</Button>}
            </View>
            {writing && <TextInput id={`called-${callId}`} label='记一句' value={words} onChange={setWords} maxLength={200} placeholder='说了什么、什么时候再打。点上面的一个，一起记下' />}
            <View className='line call-links'>
              <Link onTap={onOpen} label={`看${name}这件事`}>看这件事</Link>
              {!writing && <Link onTap={() => setWriting(true)} label={`给${name}的电话记一句`}>记一句</Link>}
            </View>
          </>
        )}
      </View>
    </Card>
  )
}
