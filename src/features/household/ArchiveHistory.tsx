import { View } from '@tarojs/components'
import type { ArchiveEvent } from '../../../contract/archive'
import { useReadPages } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { eventWords } from './homeWording'

/** Who changed what, when, and by whose word, newest first; what lies sealed is not said. */
export function ArchiveHistory({ committeeId, householdId }: { committeeId: string; householdId: string }) {
  const list = useReadPages(['household', 'history'], { committeeId, householdId })
  const { items } = list
  return (
    <View className='stack'>
      <Loadable waiting={list.waiting} failed={list.failed && list.refusal === null} offlineSince={list.offlineSince} onAgain={list.again}
        empty={list.refusal !== null ? <Empty icon='home' title='没有找到这户' note='也可能不归您管。' /> : items.length === 0 && <Empty icon='doc' title='还没有改过什么' note='谁改了哪一处，会记在这里。' />}>
        <Card label='档案的改动'>{items.map((event) => <EventRow key={event.id} event={event} />)}</Card>
        {list.hasMore && <Button look='soft' wide busy={list.readingMore} onTap={list.more}>再看 20 条</Button>}
      </Loadable>
    </View>
  )
}

function EventRow({ event }: { event: ArchiveEvent }) {
  const { title, note } = eventWords(event)
  return <Row title={title} note={`${momentWord(event.at)}，${note}`} />
}
