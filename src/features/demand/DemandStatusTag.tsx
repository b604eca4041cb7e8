import { Tag } from '../../ui/Tag'
import { statusLook, type Reader, type StatusSource } from './stateWording'

type Props = { demand: StatusSource; reader: Reader }

export function DemandStatusTag({ demand, reader }: Props) {
  const { tone, icon, word } = statusLook(demand, reader)
  return <Tag tone={tone} icon={icon}>{word}</Tag>
}
