import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { JoinRequestsCard } from './JoinRequestsCard'

/** Requests to join that the reader may decide, oldest first. */
export function JoinRequests() {
  const list = useRead(['household', 'listRequests'], {})
  const [done, setDone] = useState<{ id: string; words: string } | null>(null)
  const items = (list.data?.items ?? []).filter(({ id }) => id !== done?.id)
  return (
    <View className='stack'>
      {done && <Note tone='pine'>{done.words}</Note>}
      <Loadable
        waiting={list.waiting}
        failed={list.failed}
        offlineSince={list.offlineSince}
        onAgain={list.again}
        empty={items.length === 0 && <Empty icon='users' title='没有等您确认的' note='有人申请加入您管的住户，会先到这里。' />}
      >
        {items.map((request) => (
          <JoinRequestsCard
            key={request.id}
            request={request}
            onMoved={list.again}
            onDone={(words) => {
              setDone({ id: request.id, words })
              list.again()
            }}
          />
        ))}
      </Loadable>
    </View>
  )
}
