import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AgendaReason, Meeting } from '../../../contract/meeting'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Section } from '../../ui/Section'
import { useWideWindow } from '../../ui/wideWindow'
import { Words } from '../../ui/Words'
import { AgendaRow } from './AgendaRow'
import { DecideForm } from './DecideForm'
import { OpenForm } from './OpenForm'
import { PresentForm } from './PresentForm'
import { ResolutionRow } from './ResolutionRow'
import { TimeForm } from './TimeForm'
import { useAgendaKeys } from './useAgendaKeys'
import { notSentWords, presentWords, reasonWords, shownAtOnce, standWords, timeWords } from './wording'
import './meeting.scss'

const order: readonly AgendaReason[] = ['followUp', 'taken', 'overdue', 'bounced']

/** The meeting that is open, else the next one: what is before it, and what was decided. */
export function MeetingNow({ committeeId }: { committeeId: string }) {
  const read = useRead(['meeting', 'next'], { committeeId })
  const [told, setTold] = useState('')
  return (
    <View className='stack'>
      <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again}>
        {read.data && <Sitting meeting={read.data} told={told} onChanged={(words) => { setTold(words); read.again() }} />}
      </Loadable>
    </View>
  )
}

function Sitting({ meeting, told, onChanged }: { meeting: Meeting; told: string; onChanged: (words: string) => void }) {
  const { committeeId, agenda, resolutions, steps, state } = meeting
  const wide = useWideWindow()
  const [open, setOpen] = useState<string | null>(null)
  const [form, setForm] = useState<'open' | 'time' | 'general' | 'present' | null>(null)
  const [all, setAll] = useState(false)
  useAgendaKeys(() => { setOpen(null); setForm(null) })
  const onDemand = (demandId: string) => go('leader/demand', { committeeId, demandId })
  const change = (words: string) => {
    setOpen(null)
    setForm(null)
    onChanged(words)
  }
  const shown = all ? agenda : agenda.slice(0, shownAtOnce)
  return (
    <View className='stack'>
      <View>
        <Heading><Words>{standWords(meeting)}</Words></Heading>
        <View className='line'>
          <View className='sub ink2 grow'>{state === 'planned' ? `${timeWords(meeting.time)} 开，主任和书记来定` : '一件一件定，定了居民就能看到'}</View>
          <Link onTap={() => go('staff/meetings')}>开过的会</Link>
        </View>
      </View>
      {told !== '' && <Note tone='pine'>{told}</Note>}
      {steps.includes('open') && form === null && (
        <View className='wrap' style={{ '--gap': '8px' }}>
          <Button icon='meeting' onTap={() => setForm('open')}>现在开会</Button>
          {steps.includes('setTime') && <Button look='plain' icon='calendar' onTap={() => setForm('time')}>改时间</Button>}
        </View>
      )}
      {state === 'open' && form !== 'present' && (
        <View className='line'>
          <View className='grow sub ink2'>{`到会：${presentWords(meeting)}`}</View>
          {steps.includes('setPresent') && <Link onTap={() => setForm('present')}>改到会的人</Link>}
        </View>
      )}
      {form === 'present' && <PresentForm meeting={meeting} onSet={change} onClose={() => setForm(null)} />}
      {form === 'open' && <OpenForm meeting={meeting} onOpened={() => change('会开起来了。一件一件定，定了居民就能看到。')} />}
      {form === 'time' && <TimeForm meeting={meeting} onSet={() => change('例会的时间改好了。')} onClose={() => setForm(null)} />}
      {agenda.length === 0 && <Empty icon='meeting' title='这周没有要议的' note='一个人答不了的事，点“带到例会”就会到这里。超期的、退回来的自己会来。' />}
      <View className='agenda stack'>
        {order.filter((reason) => shown.some(({ reasons }) => reasons[0] === reason)).map((reason) => (
          <View key={reason} className='stack'>
            <Section title={reasonWords[reason].heading} count={agenda.filter(({ reasons }) => reasons[0] === reason).length} />
            <Card label={reasonWords[reason].heading}>
              {shown.filter(({ reasons }) => reasons[0] === reason).map((item) => (
                <AgendaRow
                  key={item.id}
                  meeting={meeting}
                  item={item}
                  open={open === item.id}
                  onOpen={() => setOpen(open === item.id ? null : item.id)}
                  onDemand={onDemand}
                  onDone={change}
                  onMoved={() => onChanged('')}
                />
              ))}
            </Card>
          </View>
        ))}
      </View>
      {shown.length < agenda.length && <Button look='plain' small onTap={() => setAll(true)}>{`还有 ${agenda.length - shown.length} 件`}</Button>}
      {wide && agenda.length > 0 && <View className='meta ink2'>↑ ↓ 一件一件看，Enter 打开，Ctrl + Enter 定下，Esc 收起</View>}
      {steps.includes('resolve') && (form === 'general'
        ? <Card pad label='另外议一件'><DecideForm meeting={meeting} outcomes={['note', 'assign', 'fund']} onDecided={change} onMoved={() => onChanged('')} /></Card>
        : <Button look='soft' icon='plus' onTap={() => { setOpen(null); setForm('general') }}>另外议一件</Button>)}
      {resolutions.length > 0 && (
        <>
          <Section title='已经定的' count={resolutions.length} />
          <Card label='已经定的'>{resolutions.map((one) => <ResolutionRow key={one.id} resolution={one} onDemand={onDemand} />)}</Card>
        </>
      )}
      {steps.includes('close') && <CloseMeeting meeting={meeting} onClosed={change} />}
      {state === 'open' && !steps.includes('close') && <View className='sub ink2'>由主任或书记来定、来散会。</View>}
    </View>
  )
}

function CloseMeeting({ meeting, onClosed }: { meeting: Meeting; onClosed: (words: string) => void }) {
  const { committeeId, id, agenda } = meeting
  const waiting = agenda.filter(({ reasons }) => reasons.includes('taken')).length
  const command = useCommand(['meeting', 'close'], { onDone: () => onClosed('散会了。会议记录在“开过的会”里。') })
  return (
    <View className='stack'>
      {waiting > 0 && <Note icon='calendar'>{`还有 ${waiting} 件没议。散会以后它们自己到下次，居民会知道新的日子。`}</Note>}
      {(command.refusal || command.state === 'failed') && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
      <Button look='plain' wide busy={command.state === 'sending'} onTap={() => command.send({ committeeId, meetingId: id! }, '散会')}>散会</Button>
    </View>
  )
}
