import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { View } from '@tarojs/components'
import { usePhotoSlots } from '../../api/photoSlots'
import { Button } from '../../ui/Button'
import { OfflineBar } from '../../ui/OfflineBar'
import { Page } from '../../ui/Page'
import { Sheet } from '../../ui/Sheet'
import { useTextScale } from '../../ui/textScale'
import { AnswerCard } from './AnswerCard'
import { BookAboutDemand } from './BookAboutDemand'
import { DecidedCard } from './DecidedCard'
import { DemandDock } from './DemandDock'
import { DemandHead } from './DemandHead'
import { DemandState } from './DemandState'
import { DemandThread } from './DemandThread'
import { ElderDemand, ElderDock } from './ElderDemand'
import { History } from './History'
import { NotTheSame } from './NotTheSame'
import { NotSolved } from './NotSolved'
import { RatingForm } from './RatingForm'
import { useSeen } from './useSeen'
import { WhyThisWay } from './WhyThisWay'

interface Props {
  demand: Demand
  offlineSince: string | null
  /** It goes on after the answer: within that tap. */
  onGoesOn: () => void
}

/** A demand as the one who filed it reads it. */
export function OwnDemand({ demand, offlineSince, onGoesOn }: Props) {
  const [open, setOpen] = useState<'notSolved' | 'rating' | null>(null)
  const { elder } = useTextScale()
  const photos = usePhotoSlots()
  useSeen(demand)
  const note = offlineSince ? <OfflineBar since={offlineSince} /> : undefined
  if (elder) return <Page title='我说的事' note={note} dock={<ElderDock demand={demand} />}><ElderDemand demand={demand} onGoesOn={onGoesOn} /><BookAboutDemand demand={demand} /></Page>

  const may = new Set(demand.steps)
  const waits = may.has('confirm')
  const notSolved = () => {
    onGoesOn()
    setOpen('notSolved')
  }
  const docked = open !== 'notSolved' && ['confirm', 'add', 'withdraw'].some((step) => may.has(step as never))
  return (
    <Page
      title='我说的事'
      note={note}
      dock={docked ? <DemandDock demand={demand} onNotSolved={notSolved} onConfirmed={() => setOpen('rating')} /> : undefined}
    >
      {waits && <AnswerCard demand={demand} />}
      {!waits && open !== 'notSolved' && <DecidedCard demand={demand} onNotSolved={notSolved} />}
      {may.has('notSolved') && open === 'notSolved' && <NotSolved demand={demand} onClose={() => setOpen(null)} />}
      <DemandState demand={demand} />
      <DemandHead demand={demand} />
      {photos && <photos.Shown committeeId={demand.committeeId} demandId={demand.id} entryId={null} />}
      <NotTheSame demand={demand} />
      <DemandThread demand={demand} />
      {may.has('rate') && (
        <View className='more-button'><Button small look='soft' icon='star' onTap={() => setOpen('rating')}>说说办得怎么样</Button></View>
      )}
      <WhyThisWay route={demand.route} />
      <BookAboutDemand demand={demand} />
      <History demand={demand} />
      {docked && <View className='room' />}
      <Sheet open={open === 'rating' && may.has('rate')} title='这次办得怎么样？' onClose={() => setOpen(null)}>
        <RatingForm demand={demand} onClose={() => setOpen(null)} />
      </Sheet>
    </Page>
  )
}
