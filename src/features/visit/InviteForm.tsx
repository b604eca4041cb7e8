import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Door } from '../../../contract/household'
import type { VisitChannel } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Choice } from '../../ui/Choice'
import { Note } from '../../ui/Note'
import { TextInput } from '../../ui/TextInput'
import { useSettled } from '../../ui/useSettled'
import { firstOffer, momentOf, OfferPicker } from './OfferPicker'
import { VisitChannels } from './VisitChannels'
import { notSentWords } from './wording'

interface Props { committeeId: string; /** The door it begins with. */ at?: string | undefined; onDone: (visitId: string) => void; onClose: () => void }

/** Ask a household for a talk: by a way and at hours it wishes. */
export function InviteForm({ committeeId, at = '', onDone, onClose }: Props) {
  const [typed, setTyped] = useState(at)
  const search = useSettled(typed.trim())
  const found = useRead(['household', 'findDoors'], { committeeId, door: search }, { enabled: /\d/.test(search) })
  const [door, setDoor] = useState<Door | null>(null)
  const [channel, setChannel] = useState<VisitChannel>('app')
  const [purpose, setPurpose] = useState('')
  const [offers, setOffers] = useState([firstOffer()])
  const [missing, setMissing] = useState('')
  const invite = useCommand(['visit', 'invite'], { onDone: ({ id }) => onDone(id) })
  const stuck = invite.state === 'failed' || invite.state === 'refused'
  const pick = (one: Door) => {
    setDoor(one)
    setMissing('')
    setChannel((one.wish.channels.find((way) => way !== 'door') ?? 'app') as VisitChannel)
  }
  const send = () => {
    if (!door) return setMissing('先找到这一户')
    if (purpose.trim() === '') return setMissing('写一句想聊什么，人家好决定')
    invite.send({ committeeId, householdId: door.householdId, purpose: purpose.trim(), channel, offers: offers.map(momentOf) }, `约 ${door.label}`)
  }
  return (
    <Card pad label='约一户聊聊'>
      <View className='stack'>
        <TextInput id='invite-door' label='几号楼几室' value={typed} onChange={(text) => { setTyped(text); setDoor(null) }} maxLength={20} placeholder='11-201' />
        {!door && (found.data?.items ?? []).map((one) => <Choice key={one.householdId} title={one.label} note={one.residents.some(({ inApp }) => inApp) ? undefined : '还没有人用小程序'} onTap={() => pick(one)} />)}
        {door && <Note tone={door.wish.noHomeVisits ? 'lamp' : 'stone'}>{`${door.label}。${door.wish.noHomeVisits ? '这户不要上门，线上聊。' : ''}${door.wish.hours ? `方便的时间：${door.wish.hours}` : '时间没有特别说'}`}</Note>}
        {door && <VisitChannels value={channel} never={door.wish.never} onChange={setChannel} />}
        <TextInput id='invite-purpose' label='想聊什么' value={purpose} onChange={setPurpose} maxLength={200} placeholder='认识一下，听听有什么要办的' />
        <OfferPicker offers={offers} onChange={setOffers} />
        {missing !== '' && <Note tone='lamp'>{missing}</Note>}
        {stuck && <Note tone='brick'>{notSentWords(invite.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>先不</Button>
          <Button busy={invite.state === 'sending'} onTap={send}>约这一户</Button>
        </View>
      </View>
    </Card>
  )
}
