import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { nameWithPost } from '../../wording'
import type { ReasonStep } from './staffWording'

/** Somebody asks for more time: those who may decide do it here, all others read that it waits. */
export function StaffMoreTime({ demand, onAct }: { demand: Demand; onAct: (step: ReasonStep) => void }) {
  const { moreTimeBy, steps, thread } = demand
  if (moreTimeBy === null) return null
  const asked = [...thread].reverse().find(({ step }) => step === 'askMoreTime')
  const decides = steps.includes('grantMoreTime')
  return (
    <Note tone='lamp' icon='clock'>
      <View className='strong'>{`${nameWithPost(moreTimeBy)}申请延长到 15 个工作日，${decides ? '等您定' : '等主任或书记定'}。`}</View>
      {asked?.text && <View>{asked.text}</View>}
      {decides && (
        <View className='line staff-note-acts'>
          <Button small look='soft' onTap={() => onAct('grantMoreTime')}>同意延长</Button>
          <Button small look='plain' onTap={() => onAct('refuseMoreTime')}>不延长</Button>
        </View>
      )}
    </Note>
  )
}
