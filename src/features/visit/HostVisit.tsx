import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { CalendarLink } from './CalendarLink'
import { CancelForm } from './CancelForm'
import { HostBrief } from './HostBrief'
import { OfferButtons } from './OfferButtons'
import { ProposeForm } from './ProposeForm'
import { SayBox } from './SayBox'
import { SummariseForm } from './SummariseForm'
import { SummaryCard } from './SummaryCard'
import { VisitHead } from './VisitHead'
import { VisitThread } from './VisitThread'
import { notSentWords, stepButton } from './wording'
import './visit.scss'

/** A visit as its host has it before them: how the household wishes to be reached, what is open, and the words for it. */
export function HostVisit({ visit }: { visit: Visit }) {
  const [open, setOpen] = useState<'propose' | 'cancel' | 'summarise' | null>(null)
  const { committeeId, id: visitId, wish } = visit
  const may = new Set(visit.steps)
  const hold = useCommand(['visit', 'hold'])
  const brief = useRead(['visit', 'brief'], { committeeId, visitId }, { enabled: visit.reader === 'host' })
  const close = () => setOpen(null)
  const stuck = hold.state === 'failed' || hold.state === 'refused'
  return (
    <>
      <VisitHead visit={visit} />
      {wish?.noHomeVisits && <Note tone='lamp' icon='door'>{`这户请不要上门。${wish.hours ? `方便的时间：${wish.hours}` : ''}`}</Note>}
      {visit.thread.some(({ step, safety }) => step === 'summarise' && safety === 'pending') && <Note tone='lamp' icon='eye'>小结写好了。另一位看一遍，看过就请这户确认</Note>}
      <OfferButtons visit={visit} />
      {stuck && <Note tone='brick'>{notSentWords(hold.refusal)}</Note>}
      {open === 'propose' && <ProposeForm visit={visit} onClose={close} />}
      {open === 'cancel' && <CancelForm visit={visit} onClose={close} />}
      {open === 'summarise' && <SummariseForm visit={visit} members={brief.data?.members ?? []} onClose={close} />}
      {open === null && (
        <View className='stack'>
          {may.has('summarise') && <Button wide icon='doc' onTap={() => setOpen('summarise')}>{stepButton.summarise!}</Button>}
          {may.has('hold') && <Button wide look='soft' icon='check' busy={hold.state === 'sending'} onTap={() => hold.send({ committeeId, visitId }, '聊过了')}>{stepButton.hold!}</Button>}
          {may.has('propose') && <Button wide look='plain' icon='calendar' onTap={() => setOpen('propose')}>{visit.startsAt ? '另约时间' : stepButton.propose!}</Button>}
          {may.has('cancel') && <Button wide look='plain' icon='close' onTap={() => setOpen('cancel')}>取消这次走访</Button>}
        </View>
      )}
      <CalendarLink visit={visit} />
      <SummaryCard visit={visit} />
      {brief.data && <HostBrief visit={visit} brief={brief.data} />}
      <VisitThread visit={visit} />
      {may.has('say') && <SayBox visit={visit} to='对方' />}
    </>
  )
}
