import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '../../api/command'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { notSentWords } from './wording'

/** Whose number it is: the whole number, a reason, and the household that is found reads both. */
export function FindPhone({ committeeId }: { committeeId: string }) {
  const [phone, setPhone] = useState('')
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState<{ phone?: string; why?: string }>({})
  const find = useCommand(['household', 'findPhone'])
  const send = () => {
    const missing = { ...(!/^[+0-9][0-9 -]{5,19}$/.test(phone.trim()) && { phone: '写全这个号码，像 021 5550 0199' }), ...(why.trim().length < 2 && { why: '写一句为了什么，找到的那户看得到' }) }
    setWrong(missing)
    if (Object.keys(missing).length === 0) find.send({ committeeId, phone: phone.trim(), why: why.trim() })
  }
  const { output } = find
  return (
    <View className='stack'>
      <Card pad label='按电话找'>
        <View className='stack'>
          <Note icon='eye'>号码要写全，只找一模一样的。找到的那户会看到是您、为了什么。</Note>
          <TextInput id='phone' label='电话号码' value={phone} wrong={wrong.phone ?? ''} maxLength={20} onChange={(text) => { setPhone(text); find.reset() }} />
          <TextArea id='phone-why' label='为了什么' value={why} wrong={wrong.why ?? ''} maxLength={180} placeholder='门卫捡到一部手机' onChange={setWhy} />
          {(find.refusal || find.state === 'failed') && <Note tone='brick'>{find.refusal === 'TooMany' ? '找得太密了，过一分钟再找' : notSentWords(find.refusal)}</Note>}
          <Button wide busy={find.state === 'sending'} onTap={send}>找</Button>
        </View>
      </Card>
      {output && output.items.length === 0 && <Empty icon='search' title='没有人留过这个号码' note='看看有没有写错一位。居民没有留电话，也找不到。' />}
      {output && output.items.length > 0 && (
        <Card label='找到的'>
          {output.items.map(({ residentId, householdId, name, label }) => <Row key={residentId} title={name} note={label} label={`${name}，${label}`} onTap={() => go('archive/household', { committeeId, householdId })} />)}
        </Card>
      )}
    </View>
  )
}
