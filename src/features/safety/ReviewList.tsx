import { useRead } from '../../api/read'
import { DecisionList } from '../../ui/DecisionList'
import { ReviewCard } from './ReviewCard'

/** Words that wait until somebody has read them; what residents wait for stands first. */
export function ReviewList({ committeeId }: { committeeId: string }) {
  const list = useRead(['safety', 'list'], { committeeId })
  return (
    <DecisionList
      list={list}
      intro='看一遍再放行：有没有骂人、别家的门牌电话、广告。自己写的要别人来看。'
      empty={{ icon: 'eye', title: '没有等着看的话', note: '拿不准的话会先到这里，看过才让别人看到。' }}
    >
      {(held, decide) => <ReviewCard held={held} {...decide} />}
    </DecisionList>
  )
}
