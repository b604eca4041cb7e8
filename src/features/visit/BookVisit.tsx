import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit, VisitAbout, VisitChannel } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Loadable } from '../../ui/Loadable'
import { Page } from '../../ui/Page'
import { TextArea } from '../../ui/TextArea'
import { VisitChannels } from './VisitChannels'
import { firstOffer, momentOf, OfferPicker, type Offer } from './OfferPicker'
import { SlotPicker } from './SlotPicker'
import { notSentWords, timeWords } from './wording'
import './visit.scss'

interface Props {
  committeeId: string
  householdId: string
  about: VisitAbout
  serviceSlug?: string
  demandId?: string
  /** An agreed visit that takes another time. */
  visitId?: string
  onDone: (visit: Visit) => void
}

/** When and how to talk: by a published time, or with one's own when none fits. */
export function BookVisit({ committeeId, householdId, about, serviceSlug, demandId, visitId, onDone }: Props) {
  const { data, waiting, failed, refusal, offlineSince, again } = useRead(['visit', 'slots'], { committeeId, householdId })
  const [chosen, setChannel] = useState<VisitChannel | null>(null)
  const [slotId, setSlot] = useState<string | null>(null)
  const [offers, setOffers] = useState<Offer[] | null>(null)
  const [purpose, setPurpose] = useState('')
  const [missing, setMissing] = useState(false)
  const ask = useCommand(['visit', 'ask'], { onDone })
  const move = useCommand(['visit', 'move'], { onDone })
  const propose = useCommand(['visit', 'propose'], { onDone })
  const channel = chosen ?? firstChannel(data?.wish.channels ?? [])
  const slots = data?.days.flatMap((day) => day.slots) ?? []
  const slot = slots.find((one) => one.id === slotId && !one.taken)
  const none = data !== undefined && !slots.some((one) => !one.taken)
  const own = offers ?? (none ? [firstOffer()] : null)
  const command = visitId === undefined ? ask : own ? propose : move
  const stuck = command.state === 'failed' || command.state === 'refused'

  const send = () => {
    if (!own && !slot) return setMissing(true)
    const times = own?.map(momentOf)
    if (visitId !== undefined) return times ? propose.send({ committeeId, visitId, offers: times, text: '' }, '换个时间') : move.send({ committeeId, visitId, slotId: slot!.id }, '换个时间')
    ask.send({ committeeId, householdId, about, ...(serviceSlug && { serviceSlug }), ...(demandId && { demandId }), purpose, channel, ...(times ? { offers: times } : { slotId: slot!.id }) }, '约线上走访')
  }
  const dock = data && (
    <>
      {(stuck || missing || command.state === 'waiting') && (
        <View className={stuck || missing ? 'meta brick strong dock-note' : 'meta ink2 dock-note'} {...accessible({ role: 'status', live: 'polite' })}>
          {stuck ? notSentWords(command.refusal) : missing ? '先挑一个时间，或者写下您有空的时候' : '没有网络，联网自动送出'}
        </View>
      )}
      <Button wide busy={command.state === 'sending'} onTap={send}>{own ? '把这几个时间给块长' : slot ? `约 ${timeWords(slot.startsAt)}` : '约这个时间'}</Button>
    </>
  )
  return (
    <Page title={visitId === undefined ? '约线上走访' : '换个时间'} dock={dock}>
      <Loadable waiting={waiting} failed={failed && !refusal} offlineSince={offlineSince} onAgain={again} empty={refusal && <Empty icon='visit' title='现在约不了' note={notSentWords(refusal)} />}>
        {data && (
          <>
            <View className='line'>
              <Avatar name={data.host.name} />
              <View className='grow'>
                <Heading size='head'>{`和${data.host.name}聊 ${data.minutes} 分钟`}</Heading>
                <View className='sub ink2'>不上门，聊完有小结给您确认</View>
              </View>
            </View>
            {visitId === undefined && <VisitChannels value={channel} never={data.wish.never} onChange={setChannel} />}
            {!own && <SlotPicker days={data.days} value={slotId} onChange={(id) => { setSlot(id); setMissing(false) }} />}
            {none && !offers && <View className='sub ink2'>{`${data.host.name}这几天约满了。写下您有空的时候`}</View>}
            {own && <OfferPicker offers={own} onChange={setOffers} />}
            {visitId === undefined && <TextArea id='visit-purpose' label='想聊什么（可以不写）' value={purpose} onChange={setPurpose} maxLength={200} placeholder='居住证签注，还有楼道的灯' />}
            {!none && <View className='visit-link'><Link onTap={() => setOffers(own ? null : [firstOffer()])}>{own ? '还是从空的时间里挑' : '都不合适？写下您有空的时候'}</Link></View>}
          </>
        )}
      </Loadable>
    </Page>
  )
}

function firstChannel(channels: readonly string[]): VisitChannel {
  return (channels.find((one) => one !== 'door') ?? 'app') as VisitChannel
}
