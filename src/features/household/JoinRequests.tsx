import { useRead } from '../../api/read'
import { DecisionList } from '../../ui/DecisionList'
import { JoinRequestsCard } from './JoinRequestsCard'

/** Requests to join that the reader may decide, oldest first. */
export function JoinRequests() {
  const list = useRead(['household', 'listRequests'], {})
  return (
    <DecisionList list={list} empty={{ icon: 'users', title: '没有等您确认的', note: '有人申请加入您管的住户，会先到这里。' }}>
      {(request, decide) => <JoinRequestsCard request={request} {...decide} />}
    </DecisionList>
  )
}
