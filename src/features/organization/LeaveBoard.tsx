import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Staff } from '../../../contract/organization'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Section } from '../../ui/Section'
import { LeaveForm } from './LeaveForm'
import { LeaveRow } from './LeaveRow'
import { OrganizationRefused } from './OrganizationRefused'
import './organization.scss'

/** Leave planned, running and over: everybody's for those who serve whole, else one's own and where one stands in. */
export function LeaveBoard({ committeeId }: { committeeId: string }) {
  const list = useRead(['organization', 'listLeave'], { committeeId })
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState('')
  const { items = [], people = [], wide = false, today } = list.data ?? {}
  const end = (words = '') => {
    setAsking(false)
    setDone(words)
    if (words !== '') list.again()
  }
  const coming = items.filter(({ state }) => state !== 'over')
  const past = items.filter(({ state }) => state === 'over')
  const others: readonly Staff[] = wide ? people : []
  return (
    <View className='stack'>
      <OrganizationRefused committeeId={committeeId} />
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again}>
        {today !== undefined && (asking
          ? <LeaveForm committeeId={committeeId} today={today} people={people} others={others} onDone={end} onClose={() => end()} />
          : <Button look='soft' wide icon='plus' onTap={() => { setAsking(true); setDone('') }}>请假</Button>)}
        {coming.length > 0
          ? <Card label='请假'>{coming.map((leave) => <LeaveRow key={leave.id} committeeId={committeeId} leave={leave} named={wide || !leave.mine} onDone={end} />)}</Card>
          : !asking && <Empty icon='out' title={wide ? '这阵子都在' : '您这阵子都在'} note='要请假先记在这里，手上的事有人接，居民知道找谁。' />}
        {past.length > 0 && (
          <>
            <Section title='以前的' />
            <Card label='以前的请假'>{past.slice(0, 20).map((leave) => <LeaveRow key={leave.id} committeeId={committeeId} leave={leave} named={wide || !leave.mine} onDone={end} />)}</Card>
          </>
        )}
      </Loadable>
    </View>
  )
}
