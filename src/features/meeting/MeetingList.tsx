import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fullDay } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'

/** Meetings held, newest first. */
export function MeetingList({ committeeId }: { committeeId: string }) {
  const list = useReadPages(['meeting', 'list'], { committeeId })
  return (
    <Loadable
      waiting={list.waiting}
      failed={list.failed}
      offlineSince={list.offlineSince}
      onAgain={list.again}
      empty={list.items.length === 0 && <Empty icon='meeting' title='还没有开过会' note='开过的会和会议记录都留在这里。' />}
    >
      <Card label='开过的会'>
        {list.items.map(({ id, day, state, chair, decided, open }) => (
          <Row
            key={id}
            title={state === 'open' ? `${fullDay(day)}，正在开` : fullDay(day)}
            note={`${chair.name}主持，定了 ${decided} 件${open > 0 ? `，${open} 件还在办` : ''}`}
            label={`${fullDay(day)} 的例会，定了 ${decided} 件`}
            onTap={() => (state === 'open' ? go('staff/meeting') : go('staff/meeting', { meetingId: id }))}
          />
        ))}
      </Card>
      {list.hasMore && <Button look='plain' busy={list.readingMore} onTap={list.more}>再往前看</Button>}
    </Loadable>
  )
}
