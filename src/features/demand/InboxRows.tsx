import { View } from '@tarojs/components'
import type { InboxFilter } from '../../../contract/demand/lists'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Section } from '../../ui/Section'
import { DemandCardRow } from './DemandCardRow'
import { inboxGroups } from './inboxGroups'
import type { Inbox } from './useInbox'

interface Props {
  inbox: Inbox
  chosen?: string
  onOpen: (demand: { committeeId: string; demandId: string }) => void
}

const faces: Record<InboxFilter, { title: string; note: string }> = {
  mine: { title: '都答复了', note: '有人说事，会先到这里。' },
  unread: { title: '都看过了', note: '有新的话，会先到这里。' },
  late: { title: '没有过日子的', note: '都在说好的日子里。' },
  offered: { title: '没有转给您的', note: '别人想转给您的，会先到这里。' },
  atMeeting: { title: '没有上例会的', note: '带到例会上议的，会放在这里。' },
  outside: { title: '没有转到外面的', note: '转给物业、业委会、12345 的，会放在这里。' },
  snoozed: { title: '没有先放着的', note: '先放一放的收在这里，到时候自己回去。' },
  resident: { title: '没有在等居民的', note: '答复以后等居民说解决没解决，会放在这里。' },
  rest: { title: '还没有了结的', note: '居民说解决了的，会放在这里。' },
}

/** Groups by urgency and day, in the order of the server. */
export function InboxRows({ inbox, chosen, onOpen }: Props) {
  const { pages, side, filter, search, picking, picked } = inbox
  const face = search === '' ? faces[filter] : { title: `没找到“${search}”`, note: '换个说法，或者搜编号、楼号。' }
  return (
    <Loadable
      waiting={pages.waiting}
      failed={pages.failed}
      offlineSince={pages.offlineSince}
      onAgain={pages.again}
      empty={pages.items.length === 0 && <Empty icon='inbox' title={face.title} note={face.note} />}
    >
      {inboxGroups(pages.items).map(({ title, cards }) => (
        <View key={title} className='stack'>
          {side !== 'rest' && <Section title={title} />}
          <Card label={title}>
            {cards.map((card) => (
              <DemandCardRow
                key={card.id}
                card={card}
                reader='staff'
                picked={picking ? picked.has(card.id) : undefined}
                chosen={card.id === chosen}
                onTap={() => (picking ? inbox.pick(card.id) : onOpen({ committeeId: card.committeeId, demandId: card.id }))}
              />
            ))}
          </Card>
        </View>
      ))}
      {pages.hasMore && <Button look='soft' wide busy={pages.readingMore} onTap={pages.more}>再看 20 件</Button>}
    </Loadable>
  )
}
