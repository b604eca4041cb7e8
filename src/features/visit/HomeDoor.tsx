import { useState } from 'react'
import type { DoorView } from '../../../contract/door'
import { useRead } from '../../api/read'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Section } from '../../ui/Section'
import { ConsentCard } from './ConsentCard'
import { DoorPast } from './DoorPast'
import { HomeVisitCard } from './HomeVisitCard'

/** The household's own page about its door: what waits for its word first. */
export function HomeDoor({ committeeId, householdId }: { committeeId: string; householdId: string }) {
  const read = useRead(['visit', 'door'], { committeeId, householdId })
  const [newer, setNewer] = useState<DoorView | null>(null)
  const door = newer ?? read.data
  const consents = door?.consents ?? []
  const [open, past] = [consents.filter(({ steps }) => steps.length > 0), consents.filter(({ steps }) => steps.length === 0)]
  return (
    <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again} empty={read.refusal !== null && <Empty icon='door' title='这扇门不是您家的' note='只有住在这一户的人，和管这一块的人能看。' />}>
      {door && (
        <>
          <Note tone={door.declines ? 'lamp' : 'stone'} icon='door'>{door.declines ? `${door.label} 说过不要上门。没有您家同意，谁也约不了；同意一次，只管那一次。` : `${door.label} 可以上门。谁来、几点来，来之前这里看得到。`}</Note>
          {open.map((consent) => <ConsentCard key={consent.id} committeeId={committeeId} consent={consent} onAnswered={setNewer} />)}
          {door.visits.length > 0 && <Section title='上门' />}
          {door.visits.map((visit) => <HomeVisitCard key={visit.id} committeeId={committeeId} visit={visit} onEnded={setNewer} />)}
          {past.length > 0 && <Section title='问过您家的' />}
          {past.map((consent) => <ConsentCard key={consent.id} committeeId={committeeId} consent={consent} onAnswered={setNewer} />)}
          <DoorPast attempts={door.attempts} />
          {consents.length + door.visits.length + door.attempts.length === 0 && <Empty icon='door' title='没有人来过，也没有人问过' note='有人想来，会先到这里问您家。' />}
        </>
      )}
    </Loadable>
  )
}
