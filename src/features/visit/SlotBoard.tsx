import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { clock, weekDay } from '../../ui/dates'
import { firstOffer, momentOf, OfferPicker } from './OfferPicker'
import { notSentWords, timeWords } from './wording'

const weeks = [['1', '就这一次'], ['2', '连着 2 周'], ['4', '连着 4 周'], ['8', '连着 8 周']].map(([value, word]) => ({ value: value!, word: word! }))
const lengths = [['20', '20 分钟'], ['30', '30 分钟'], ['40', '40 分钟']].map(([value, word]) => ({ value: value!, word: word! }))

/** When the reader is open to be talked to: single times and weekly ones; what nobody has can be taken back. */
export function SlotBoard({ committeeId }: { committeeId: string }) {
  const list = useRead(['visit', 'mySlots'], { committeeId })
  const [offers, setOffers] = useState([firstOffer()])
  const [again, setAgain] = useState('1')
  const [length, setLength] = useState('20')
  const [done, setDone] = useState('')
  const publish = useCommand(['visit', 'publishSlots'], {
    onDone: ({ published, left }) => {
      setDone(published > 0 ? `放出了 ${published} 个时间${left > 0 ? `，${left} 个已经有了、过了或放假，没放` : ''}` : '这些时间已经有了，或者过了')
      publish.reset()
    },
  })
  const withdraw = useCommand(['visit', 'withdrawSlot'], { onDone: () => { setDone('收回了'); withdraw.reset() } })
  const stuck = [publish, withdraw].find(({ state }) => state === 'failed' || state === 'refused')
  const items = list.data?.items ?? []
  const days = [...new Set(items.map((slot) => weekDay(slot.startsAt)))]
  return (
    <View className='stack'>
      <Card pad label='放出时间'>
        <View className='stack'>
          <View className='sub ink2'>居民从这里挑，挑了就约好。晚上、周末都行；请假的日子不会给人看</View>
          <OfferPicker offers={offers} onChange={setOffers} />
          <Select id='slot-length' label='聊多久' options={lengths} value={length} onChange={setLength} />
          <Select id='slot-weeks' label='每周都有吗' options={weeks} value={again} onChange={setAgain} />
          {stuck && <Note tone='brick'>{notSentWords(stuck.refusal)}</Note>}
          {done !== '' && <Note tone='pine'>{done}</Note>}
          <Button wide busy={publish.state === 'sending'} onTap={() => publish.send({ committeeId, times: offers.map(momentOf), minutes: Number(length), weeks: Number(again) }, '放出时间')}>放出这些时间</Button>
        </View>
      </Card>
      <Loadable waiting={list.waiting} failed={list.failed} offlineSince={list.offlineSince} onAgain={list.again} empty={list.data && items.length === 0 && <Empty icon='calendar' title='还没有放出时间' note='放几个晚上的，上班的人也约得到' />}>
        {days.map((day) => (
          <View key={day} className='stack'>
            <Section title={day} />
            <Card label={day}>
              {items.filter((slot) => weekDay(slot.startsAt) === day).map((slot) => (
                <Row
                  key={slot.id}
                  title={clock(slot.startsAt)}
                  note={slot.visitId ? '有人约了' : slot.away ? '那天请假，不给人看' : `${slot.minutes} 分钟，空着`}
                  trail={slot.visitId ? undefined : <Button small look='plain' label={`收回 ${timeWords(slot.startsAt)}`} onTap={() => withdraw.send({ committeeId, slotId: slot.id }, '收回时间')}>收回</Button>}
                />
              ))}
            </Card>
          </View>
        ))}
      </Loadable>
    </View>
  )
}
