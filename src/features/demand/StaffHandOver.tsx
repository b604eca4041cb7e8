import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Choice } from '../../ui/Choice'
import { Loadable } from '../../ui/Loadable'
import { Segmented } from '../../ui/Segmented'
import { handOverGroups, type HandOverGroup } from './handOverGroups'
import { StepSheet } from './StepSheet'
import { useDraft } from './useDraft'
import { useSheetStep, type SheetEnds } from './useSheetStep'

/** To which block, colleague, section or division head, and why. Until it is taken the owner stays answerable. */
export function StaffHandOver({ demand, ...ends }: SheetEnds & { demand: Demand }) {
  const { id: demandId, committeeId, owner } = demand
  const blocks = useRead(['organization', 'blocks'], { committeeId })
  const serving = useRead(['organization', 'serving'], { committeeId })
  const groups = handOverGroups(blocks.data?.items ?? [], serving.data?.items ?? [], demand)
  const [wished, setGroup] = useState<HandOverGroup['name']>('block')
  const group = groups.find(({ name }) => name === wished) ?? groups[0]
  const [toId, setTo] = useState('')
  const to = group?.targets.find(({ id }) => id === toId)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`demand.handOver.${demandId}`)
  const step = useSheetStep(['demand', 'handOver'] as const, demand, {
    ...ends,
    onGone: (kept) => {
      draft.forget()
      ends.onGone(kept)
    },
  })
  const send = () => {
    setTried(true)
    if (to) step.give({ committeeId, demandId, to: to.to, reason: draft.text.trim() })
  }
  return (
    <StepSheet
      open
      title='转交给谁'
      note={`对方接下之前，还是${owner.name}管着。`}
      reason={{ id: 'hand-over-reason', label: '为什么转交（可以不写）', placeholder: '接的人会看到', value: draft.text, onChange: draft.write }}
      missing={tried && !to ? '还差一步：选交给谁' : ''}
      step={step}
      button={to ? `转给${to.called}` : '转交'}
      onSend={send}
      onClose={ends.onClose}
    >
      {groups.length > 1 && group && <Segmented label='转到哪里' options={groups.map(({ name, word }) => ({ value: name, word }))} value={group.name} onChange={setGroup} />}
      <Loadable waiting={blocks.waiting || serving.waiting} failed={blocks.failed || serving.failed} onAgain={() => { blocks.again(); serving.again() }}>
        <View {...accessible({ role: 'radiogroup', label: '交给谁' })}>
          {group?.targets.map((target) => <Choice key={target.id} title={target.title} note={target.note} chosen={target.id === toId} onTap={() => setTo(target.id)} />)}
        </View>
      </Loadable>
    </StepSheet>
  )
}
