import type { OwnJoinRequest } from '../../../contract/account'
import { Card } from '../../ui/Card'
import { nearDay } from '../../ui/dates'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'

/** Who decides, or why it was not confirmed. */
export function OwnRequests({ requests }: { requests: readonly OwnJoinRequest[] }) {
  if (requests.length === 0) return null
  return (
    <Card label='入户申请'>
      {requests.map((request) => (
        <Row
          key={request.id}
          above={request.state === 'waiting' ? <Tag tone='stone' icon='clock'>等人确认</Tag> : <Tag tone='brick' icon='info'>没有确认</Tag>}
          title={request.label}
          note={noteOf(request)}
        />
      ))}
    </Card>
  )
}

function noteOf({ state, decider, reason, askedAt, committeeName }: OwnJoinRequest): string {
  if (state === 'refused') return reason ? `理由：${reason}` : '没有写理由，可以问居委会'
  return `${nearDay(askedAt)}申请的，等${decider ?? committeeName}确认`
}
