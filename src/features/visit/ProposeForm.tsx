import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { firstOffer, momentOf, OfferPicker } from './OfferPicker'
import { notSentWords } from './wording'

/** Other times, for the other side to take one; a time agreed on before is given up. */
export function ProposeForm({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const [offers, setOffers] = useState([firstOffer()])
  const propose = useCommand(['visit', 'propose'], { onDone: onClose })
  const stuck = propose.state === 'failed' || propose.state === 'refused'
  return (
    <Card pad label='写别的时间'>
      <View className='stack'>
        <View className='sub ink2'>{visit.startsAt ? '原来约好的时间就放掉了，对方从这里挑一个' : '对方从这里挑一个就约好了'}</View>
        {visit.wish?.hours && <Note>{`这家方便的时间：${visit.wish.hours}`}</Note>}
        <OfferPicker offers={offers} onChange={setOffers} />
        {stuck && <Note tone='brick'>{notSentWords(propose.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onClose}>先不</Button>
          <Button busy={propose.state === 'sending'} onTap={() => propose.send({ committeeId: visit.committeeId, visitId: visit.id, offers: offers.map(momentOf), text: '' }, '写别的时间')}>送出时间</Button>
        </View>
      </View>
    </Card>
  )
}
