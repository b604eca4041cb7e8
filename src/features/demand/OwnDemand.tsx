import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand'
import { Page } from '../../ui/Page'
import { OfflineBar } from '../../ui/OfflineBar'
import { AnswerCard } from './AnswerCard'
import { DecidedCard } from './DecidedCard'
import { DemandDock } from './DemandDock'
import { DemandHead } from './DemandHead'
import { DemandThread } from './DemandThread'
import { NotSolved } from './NotSolved'
import { useSeen } from './useSeen'
import { WhyThisWay } from './WhyThisWay'

/** A demand as the one who filed it reads it. */
export function OwnDemand({ demand, offlineSince }: { demand: Demand; offlineSince: string | null }) {
  const [notSolved, setNotSolved] = useState(false)
  useSeen(demand)
  const waits = demand.steps.includes('confirm')
  const docked = !notSolved && demand.steps.length > 0
  return (
    <Page
      title='我说的事'
      note={offlineSince ? <OfflineBar since={offlineSince} /> : undefined}
      dock={docked ? <DemandDock demand={demand} onNotSolved={() => setNotSolved(true)} /> : undefined}
    >
      {waits && <AnswerCard demand={demand} />}
      {!waits && !notSolved && <DecidedCard demand={demand} onNotSolved={() => setNotSolved(true)} />}
      {notSolved && <NotSolved demand={demand} onClose={() => setNotSolved(false)} />}
      <DemandHead demand={demand} />
      <DemandThread demand={demand} />
      <WhyThisWay route={demand.route} />
      {docked && <View className='room' />}
    </Page>
  )
}
