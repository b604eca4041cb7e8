import { View } from '@tarojs/components'
import { useReadPages } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { VisitRow } from './VisitRow'

/** All visits of the reader's household, online and at the door. */
export function MyVisits() {
  const { items, waiting, failed, offlineSince, again, hasMore, more, readingMore } = useReadPages(['visit', 'listMine'], {})
  const book = () => go('resident/book-visit', {})
  return (
    <Loadable
      waiting={waiting}
      failed={failed}
      offlineSince={offlineSince}
      onAgain={again}
      empty={items.length === 0 && <Empty icon='visit' title='还没有走访' note='不用上门，约个您方便的时间，和块长线上聊聊' action={{ word: '约线上走访', onTap: book }} />}
    >
      <Card label='走访'>{items.map((visit) => <VisitRow key={visit.id} visit={visit} onTap={() => go('resident/visit', { committeeId: visit.committeeId, visitId: visit.id })} />)}</Card>
      {hasMore && <View className='older'><Button small look='plain' busy={readingMore} onTap={more}>再往前看</Button></View>}
      <Button wide look='soft' icon='visit' onTap={book}>约线上走访</Button>
    </Loadable>
  )
}
