import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Archive, HouseholdWish } from '../../../contract/archive'
import { ContactChannel } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Chip } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Note } from '../../ui/Note'
import { SwitchRow } from '../../ui/SwitchRow'
import { TextInput } from '../../ui/TextInput'
import { contactChannelWords, notSentWords } from './wording'

const toggled = <T,>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one])

/** The household's own word; it holds the moment it is sent. */
export function WishForm({ archive, onDone }: { archive: Pick<Archive, 'committeeId' | 'householdId' | 'label' | 'wish'>; onDone: () => void }) {
  const [wish, setWish] = useState<HouseholdWish>(archive.wish)
  const [wrong, setWrong] = useState('')
  const set = useCommand(['household', 'setWish'], { onDone })
  const change = (part: Partial<HouseholdWish>) => { setWish((now) => ({ ...now, ...part })); setWrong('') }
  const ways = ContactChannel.options.filter((channel) => !(wish.noHomeVisits && channel === 'door'))
  const used = wish.channels.filter((channel) => ways.includes(channel) && !wish.never.includes(channel))
  const send = () => {
    if (used.length === 0) setWrong('至少留一样找得到您的办法')
    else set.send({ committeeId: archive.committeeId, householdId: archive.householdId, wish: { ...wish, channels: used, hours: wish.hours?.trim() || null, language: wish.language?.trim() || null } }, '怎么联系我们家')
  }
  return (
    <Card pad label='怎么联系我们家'>
      <View className='stack'>
        <SwitchRow title='不要上门' note='没有您点头，不会有人上门' on={wish.noHomeVisits} onChange={(noHomeVisits) => change({ noHomeVisits })} />
        <Field id='channels' label='先用什么找您' hint={used.length > 0 ? `按这个次序：${used.map((channel) => contactChannelWords[channel]).join('、')}` : '先点的排在前面'} wrong={wrong}>
          <View className='wrap' {...accessible({ role: 'group', label: '先用什么找您' })}>
            {ways.map((channel) => <Chip key={channel} role='checkbox' chosen={used.includes(channel)} onTap={() => change({ channels: toggled(used, channel), never: wish.never.filter((one) => one !== channel) })}>{contactChannelWords[channel]}</Chip>)}
          </View>
        </Field>
        <Field id='never' label='不要用什么'>
          <View className='wrap' {...accessible({ role: 'group', label: '不要用什么' })}>
            {ways.filter((channel) => channel !== 'door').map((channel) => <Chip key={channel} role='checkbox' chosen={wish.never.includes(channel)} onTap={() => change({ never: toggled(wish.never, channel), channels: wish.channels.filter((one) => one !== channel) })}>{`不用${contactChannelWords[channel]}`}</Chip>)}
          </View>
        </Field>
        <TextInput id='hours' label='什么时候方便' value={wish.hours ?? ''} maxLength={40} placeholder='工作日 19:00–21:30' onChange={(hours) => change({ hours })} />
        <TextInput id='language' label='习惯说什么话（可以不写）' value={wish.language ?? ''} maxLength={20} placeholder='普通话、上海话' onChange={(language) => change({ language })} />
        {set.refusal && <Note tone='brick'>{notSentWords(set.refusal)}</Note>}
        {set.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {set.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络。写好的留在手机里，联网自动送出</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onDone}>先不改</Button>
          <Button busy={set.state === 'sending'} onTap={send}>就这样联系我们</Button>
        </View>
      </View>
    </Card>
  )
}
