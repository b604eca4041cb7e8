import type { Demand } from '../../../contract/demand/demand'
import { StaffHandOver } from './StaffHandOver'
import { StaffReason } from './StaffReason'
import { StaffSnooze } from './StaffSnooze'
import { StaffTransfer } from './StaffTransfer'
import type { ReasonStep } from './staffWording'
import type { SheetEnds } from './useSheetStep'

/** Steps that ask for more than a tap. */
export type SheetName = ReasonStep | 'handOver' | 'transfer' | 'snooze'

export function StaffSheet({ name, ...own }: SheetEnds & { name: SheetName; demand: Demand }) {
  if (name === 'handOver') return <StaffHandOver {...own} />
  if (name === 'transfer') return <StaffTransfer {...own} />
  if (name === 'snooze') return <StaffSnooze {...own} />
  return <StaffReason step={name} {...own} />
}
