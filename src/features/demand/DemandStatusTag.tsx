import type { DemandCard } from '../../../contract/demand'
import { Tag } from '../../ui/Tag'
import { statusLook, type Reader } from './wording'

type Props = { demand: Pick<DemandCard, 'status' | 'owner' | 'offeredTo' | 'late' | 'daysLate'>; reader: Reader }

export function DemandStatusTag({ demand, reader }: Props) {
  const { tone, icon, word } = statusLook(demand, reader)
  return <Tag tone={tone} icon={icon}>{word}</Tag>
}
