import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PhoneCall } from '../../../contract/notice'
import { useRead } from '../../api/read'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Section } from '../../ui/Section'
import { PhoneCallCard } from './PhoneCallCard'
import { callSections } from './phoneWording'

/** Who reads no inbox and is still to be told: whom to call now, whom later, and whom to tell some other way. */
export function PhoneList({ onOpen }: { onOpen: (call: PhoneCall) => void }) {
  const list = useRead(['notice', 'phoneList'], {})
  const [done, setDone] = useState<{ id: string; words: string } | null>(null)
  const items = list.data?.items ?? []
  return (
    <View className='stack'>
      {done && <Note tone='pine'>{done.words}</Note>}
      <Loadable
        waiting={list.waiting}
        failed={list.failed}
        offlineSince={list.offlineSince}
        onAgain={list.again}
        empty={items.length === 0 && <Empty icon='phone' title='没有等您打的电话' note='没用小程序的居民，有了进展会先到这里。说过不要电话的人家，不会出现。' />}
      >
        {callSections.map(({ callable, title }) => {
          const some = items.filter((item) => item.callable === callable)
          return some.length > 0 && (
            <View key={callable} className='stack'>
              <Section title={title} count={some.length} />
              {some.map((call) => (
                <PhoneCallCard key={call.id} call={call} onOpen={() => onOpen(call)} onMoved={list.again} onDone={(words) => { setDone({ id: call.id, words }); list.again() }} />
              ))}
            </View>
          )
        })}
      </Loadable>
    </View>
  )
}
