import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Choice } from '../../ui/Choice'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { StepSheet } from './StepSheet'
import { beforeWords } from './dueWording'

/** Which one it is worked on with; the most alike first. */
export function StaffJoin({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const { id: demandId, committeeId, title } = demand
  const list = useRead(['demand', 'suggestJoins'], { committeeId, demandId })
  const [leadId, setLeadId] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const join = useCommand(['demand', 'join'], { onDone: onClose })
  const items = list.data?.items ?? []
  const send = () => {
    setTried(true)
    if (leadId !== '') join.send({ committeeId, demandId, leadId, reason: reason.trim() }, title)
  }
  return (
    <StepSheet
      open
      title='并到哪一件'
      note='各人的话和编号都还在，答复的日子按早的那个。并错了可以分开。'
      reason={{ id: 'join-reason', label: '为什么是一件（可以不写）', value: reason, onChange: setReason, placeholder: '只有经办的人能看' }}
      missing={tried && leadId === '' ? '还差一步：选一件' : ''}
      step={join}
      button='并到一件'
      onSend={send}
      onClose={onClose}
    >
      <Loadable waiting={list.waiting} failed={list.failed} onAgain={list.again} empty={items.length === 0 && <Empty icon='merge' title='没有像的' note='在办的里没有说同一件事的。' />}>
        <View>
          {items.map((one) => (
            <Choice
              key={one.id}
              title={one.title}
              note={[one.from, one.number, one.followers > 0 && `已有 ${one.followers} 件一起`, one.dueAt && beforeWords({ dueAt: one.dueAt, provisional: false })].filter(Boolean).join('，')}
              chosen={one.id === leadId}
              onTap={() => setLeadId(one.id)}
            />
          ))}
        </View>
      </Loadable>
    </StepSheet>
  )
}
