import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DemandCard } from '../../../contract/demand/card'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { StaffSnooze } from './StaffSnooze'
import { notSentWords } from './wording'

interface Props {
  cards: DemandCard[]
  onDone: () => void
}

/** As many as one command takes. */
const most = 100

/** What may be done with the picked ones together. */
export function InboxPicked({ cards, onDone }: Props) {
  const [tried, setTried] = useState<'read' | 'snooze' | null>(null)
  const read = useCommand(['demand', 'markReadMany'], { onDone })
  const one = cards.length === 1 ? cards[0] : undefined
  const whole = useRead(['demand', 'get'], { committeeId: one?.committeeId ?? '', demandId: one?.id ?? '' }, { enabled: one !== undefined && tried === 'snooze' })
  const demand = one && whole.data
  const markRead = () => {
    setTried('read')
    if (cards.length > 0) read.send({ demands: cards.slice(0, most).map(({ committeeId, id }) => ({ committeeId, demandId: id })) })
  }
  const missing = missingWords(tried, cards.length, demand?.snoozeUntil.length)
  return (
    <View className='card pad inbox-picked' {...accessible({ role: 'toolbar', label: '选中的' })}>
      {missing !== '' && <Note tone='lamp'>{missing}</Note>}
      {(read.refusal || read.state === 'failed') && <Note tone='brick'>{notSentWords(read.refusal)}</Note>}
      {read.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网自动送出</Note>}
      <View className='line'>
        <View className='grow sub ink2' {...accessible({ role: 'status', live: 'polite' })}>{`选了 ${cards.length} 件`}</View>
        <Button small look='plain' icon='clock' onTap={() => setTried('snooze')}>先放一放</Button>
        <Button small icon='check' busy={read.state === 'sending'} onTap={markRead}>标为看过</Button>
      </View>
      {tried === 'snooze' && demand && demand.snoozeUntil.length > 0 && <StaffSnooze demand={demand} onClose={() => setTried(null)} onGone={onDone} onMoved={whole.again} />}
    </View>
  )
}

/** What is still missing for what was tapped, or that it may not be. */
function missingWords(tried: 'read' | 'snooze' | null, picked: number, choices: number | undefined): string {
  if (tried !== null && picked === 0) return '先点选几件'
  if (tried !== 'snooze') return ''
  if (picked > 1) return '放一放要一件一件来：只选一件'
  return choices === 0 ? '这一件快到日子了，或者有危险，不能放' : ''
}
