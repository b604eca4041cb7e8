import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { notSentWords, timeWords } from './wording'

/** One tap takes one of the times. */
export function OfferButtons({ visit }: { visit: Visit }) {
  const accept = useCommand(['visit', 'accept'])
  const [now] = useState(() => Date.now())
  const offers = visit.offers.filter((at) => Date.parse(at) > now)
  if (!visit.steps.includes('accept') || offers.length === 0) return null
  const stuck = accept.state === 'failed' || accept.state === 'refused'
  return (
    <Card pad label='挑一个时间'>
      <View className='stack'>
        <Heading>挑一个时间</Heading>
        {stuck && <Note tone='brick'>{notSentWords(accept.refusal)}</Note>}
        {offers.map((startsAt) => (
          <Button key={startsAt} wide look='soft' icon='calendar' busy={accept.state === 'sending'} onTap={() => accept.send({ committeeId: visit.committeeId, visitId: visit.id, startsAt }, timeWords(startsAt))}>{timeWords(startsAt)}</Button>
        ))}
      </View>
    </Card>
  )
}
