import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { notSentWords } from './wording'

/** Worked on with neighbours' demands; the resident may say that theirs is another matter. */
export function NotTheSame({ demand: { id: demandId, committeeId, title, steps } }: { demand: Demand }) {
  const separate = useCommand(['demand', 'separate'])
  if (!steps.includes('separate')) return null
  const stuck = separate.state === 'failed' || separate.state === 'refused'
  return (
    <Card>
      <Row
        title='我说的不是同一件事'
        note={stuck ? notSentWords(separate.refusal) : separate.state === 'waiting' ? '没有网络，联网后自动分开' : '分开单独办，日子不变'}
        onTap={() => separate.send({ committeeId, demandId }, `分开：${title}`)}
      />
    </Card>
  )
}
