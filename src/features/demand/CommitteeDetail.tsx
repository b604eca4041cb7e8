import { ScrollView, View } from '@tarojs/components'
import type { ComponentType } from 'react'
import { Empty } from '../../ui/Empty'
import { IconButton } from '../../ui/IconButton'
import { Loadable } from '../../ui/Loadable'
import { StaffComposer, type WordsSlot } from './StaffComposer'
import { StaffDemand } from './StaffDemand'
import { StaffProblem } from './StaffProblem'
import { useStaffDemand } from './useStaffDemand'

interface Props {
  committeeId: string
  demandId: string
  onClose: () => void
  Tools?: ComponentType<WordsSlot>
}

/** The open demand beside the list; what is said scrolls, where one writes stays. */
export function CommitteeDetail({ committeeId, demandId, onClose, Tools }: Props) {
  const demand = useStaffDemand(committeeId, demandId)
  const { data } = demand
  if (demandId === '') return <Empty icon='inbox' title='打开一件' note='在左边点一下，或者用 ↑ ↓ 选，按 Enter 打开。' />
  return (
    <>
      <ScrollView className='staff-scroll' scrollY>
        <View className='staff-close'><IconButton icon='close' label='关上这一件' bare onTap={onClose} /></View>
        <Loadable waiting={demand.waiting} failed={demand.failed || demand.refusal !== null} offlineSince={demand.offlineSince} problem={<StaffProblem refusal={demand.refusal} onAgain={demand.again} />}>
          {data && <StaffDemand demand={data} />}
        </Loadable>
      </ScrollView>
      {data && <View className='staff-write'><StaffComposer key={data.id} demand={data} moved={demand.moved} onMoved={demand.onMoved} Tools={Tools} /></View>}
    </>
  )
}
