import type { DemandCard } from '../../../contract/demand/card'
import { go } from '../../routes'
import { Card } from '../../ui/Card'
import { Row } from '../../ui/Row'
import { DemandCardRow } from './DemandCardRow'

interface Props {
  cards: readonly DemandCard[]
  /** How many more there are than shown here. */
  more?: number
}

/** The reader's own demands, a row each. */
export function DemandCards({ cards, more = 0 }: Props) {
  if (cards.length === 0) return null
  return (
    <Card label='我的事'>
      {cards.map((card) => (
        <DemandCardRow key={card.id} card={card} reader='filer' onTap={() => go('resident/demand', { demandId: card.id, committeeId: card.committeeId })} />
      ))}
      {more > 0 && <Row title={`还有 ${more} 件在办`} onTap={() => go('resident/my-demands', { filter: 'open' })} />}
    </Card>
  )
}
