import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit } from '../../../contract/visit'
import { useCommand } from '../../api/command'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { CalendarLink } from './CalendarLink'
import { CancelForm } from './CancelForm'
import { OfferButtons } from './OfferButtons'
import { ProposeForm } from './ProposeForm'
import { ReasonForm } from './ReasonForm'
import { SayBox } from './SayBox'
import { SummaryCard } from './SummaryCard'
import { VisitHead } from './VisitHead'
import { VisitThread } from './VisitThread'
import { notSentWords, stepButton } from './wording'
import './visit.scss'

/** A visit as the household reads it: what waits for them first. */
export function OwnVisit({ visit }: { visit: Visit }) {
  const [open, setOpen] = useState<'propose' | 'cancel' | 'correct' | null>(null)
  const { committeeId, id: visitId } = visit
  const may = new Set(visit.steps)
  const confirm = useCommand(['visit', 'confirm'])
  const correct = useCommand(['visit', 'correct'], { onDone: () => setOpen(null) })
  const close = () => setOpen(null)
  const stuck = confirm.state === 'failed' || confirm.state === 'refused'
  return (
    <>
      <VisitHead visit={visit} />
      <SummaryCard visit={visit} />
      {may.has('confirm') && open !== 'correct' && (
        <View className='stack'>
          {stuck && <Note tone='brick'>{notSentWords(confirm.refusal)}</Note>}
          <Button wide icon='check' busy={confirm.state === 'sending'} onTap={() => confirm.send({ committeeId, visitId }, '小结记得对')}>{stepButton.confirm!}</Button>
          <Button wide look='plain' icon='pencil' onTap={() => setOpen('correct')}>{stepButton.correct!}</Button>
        </View>
      )}
      {may.has('correct') && open === 'correct' && (
        <ReasonForm
          id='visit-correct' label='哪里不对' hint='改好再给您看' missing='写一句哪里不对' button={`告诉${visit.host.name}`} maxLength={1000} command={correct}
          onSend={(text) => correct.send({ committeeId, visitId, text }, '小结有不对的')} onClose={close}
        />
      )}
      <Helpers visit={visit} />
      <OfferButtons visit={visit} />
      {open === 'propose' && <ProposeForm visit={visit} onClose={close} />}
      {open === 'cancel' && <CancelForm visit={visit} onClose={close} />}
      {(may.has('move') || may.has('propose')) && open === null && (
        <View className='stack'>
          {may.has('move') && <Button wide look={visit.state === 'proposed' ? 'soft' : 'plain'} icon='calendar' onTap={() => go('resident/book-visit', { committeeId, householdId: visit.householdId, visitId })}>{visit.startsAt ? '换个时间' : '从块长空的时间里挑'}</Button>}
          {may.has('propose') && <Button wide look='plain' icon='pencil' onTap={() => setOpen('propose')}>写我有空的时候</Button>}
          {may.has('cancel') && <Button wide look='plain' icon='close' onTap={() => setOpen('cancel')}>取消这次走访</Button>}
        </View>
      )}
      <CalendarLink visit={visit} />
      <VisitThread visit={visit} />
      {may.has('say') && <SayBox visit={visit} to={visit.host.name} />}
    </>
  )
}

/** Somebody may like to lend a hand: theirs to say, either way is fine. */
function Helpers({ visit }: { visit: Visit }) {
  const help = useCommand(['visit', 'help'], { onDone: () => help.reset() })
  const asked = visit.helpers.filter(({ state }) => state === 'asked')
  const willing = visit.helpers.filter(({ state }) => state === 'accepted')
  const answer = (helperId: string, yes: boolean) => help.send({ committeeId: visit.committeeId, visitId: visit.id, helperId, willing: yes }, yes ? '愿意帮忙' : '先不了')
  return (
    <>
      {asked.map(({ id, what }) => (
        <Card key={id} pad label='愿意帮忙吗'>
          <View className='stack'>
            <Heading>{`${what}：邻里有需要时，愿意帮把手吗？`}</Heading>
            <View className='sub ink2'>不勉强。答应了，居委会的人看得到您会这一样，找您之前先问您；在“我的信息”里随时能收回，收回就删掉</View>
            <View className='acts'>
              <Button look='plain' busy={help.state === 'sending'} onTap={() => answer(id, false)}>先不了</Button>
              <Button look='soft' icon='check' busy={help.state === 'sending'} onTap={() => answer(id, true)}>愿意</Button>
            </View>
          </View>
        </Card>
      ))}
      {willing.map(({ id, what }) => <Note key={id} tone='pine'>{`您愿意帮忙：${what}`}</Note>)}
    </>
  )
}
