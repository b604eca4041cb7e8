import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { Row } from '../../ui/Row'
import { Icon } from '../../ui/Icon'
import { Sheet } from '../../ui/Sheet'
import type { StaffAct } from './staffActs'
import { actIcons, actNotes, actWord } from './staffWording'

interface Props {
  open: boolean
  demand: Demand
  acts: StaffAct[]
  onAct: (act: StaffAct) => void
  onClose: () => void
}

/** What one does less often, each with what will happen. */
export function StaffMore({ open, demand, acts, onAct, onClose }: Props) {
  return (
    <Sheet open={open} title='还能做什么' onClose={onClose}>
      <View>
        {acts.map((act) => (
          <Row key={act} lead={<Icon name={actIcons[act]} />} title={actWord(act, demand)} note={actNotes[act]} onTap={() => onAct(act)} />
        ))}
      </View>
    </Sheet>
  )
}
