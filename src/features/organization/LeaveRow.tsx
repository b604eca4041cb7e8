import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Leave } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { CommandState } from './CommandState'
import { leaveEnded, leaveStateWords, movedWords, spanWords } from './wording'

/** What is over stands under a heading that says so. */
const looks = { planned: { tone: 'stone', icon: 'calendar' }, running: { tone: 'lamp', icon: 'out' } } as const

/** One leave; ending it is asked for twice, since matters change hands. */
export function LeaveRow({ committeeId, leave, named, onDone }: { committeeId: string; leave: Leave; named: boolean; onDone: (words: string) => void }) {
  const [sure, setSure] = useState(false)
  const cancel = useCommand(['organization', 'cancelLeave'], { onDone: ({ movedBack }) => onDone(leaveEnded(movedBack)) })
  const { id: leaveId, staff, state, mayCancel } = leave
  const word = state === 'planned' ? '取消' : '提前回来'
  return (
    <Row
      above={state !== 'over' && <Tag {...looks[state]}>{leaveStateWords[state]}</Tag>}
      title={<Words>{`${named ? `${staff.name}，` : ''}${spanWords(leave)}`}</Words>}
      note={movedWords(leave)}
    >
      <View className='org-acts'>
        <CommandState {...cancel} />
        {mayCancel && !sure && <Button small look='plain' label={`${word}：${staff.name} ${spanWords(leave)}`} onTap={() => setSure(true)}>{word}</Button>}
        {mayCancel && sure && (
          <>
            <Button small look='plain' onTap={() => setSure(false)}>再想想</Button>
            <Button small busy={cancel.state === 'sending'} onTap={() => cancel.send({ committeeId, leaveId }, `${staff.name} ${word}`)}>{state === 'planned' ? '取消请假' : '回来了'}</Button>
          </>
        )}
      </View>
    </Row>
  )
}
