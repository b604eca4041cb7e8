import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import type { DemandStep } from '../../../contract/demand/life'
import type { ThreadEntry } from '../../../contract/demand/thread'
import { usePhotoSlots } from '../../api/photoSlots'
import { useQueue } from '../../api/queue'
import { clock, daysUntil, momentWord } from '../../ui/dates'
import { EventLine } from '../../ui/EventLine'
import type { IconName } from '../../ui/Icon'
import { Message } from '../../ui/Message'
import { SafetyMark } from './SafetyMark'
import { eventWords, safetyReader, sayerOf } from './threadWording'

const icons: Partial<Record<DemandStep, IconName>> = {
  file: 'say', accept: 'doing', handOver: 'handover', takeOver: 'handover', confirm: 'done', notSolved: 'refresh', withdraw: 'undo',
  resume: 'doing', bounce: 'undo', transfer: 'out', takeToMeeting: 'meeting', assign: 'meeting', decline: 'doc', join: 'merge', separate: 'merge', askMoreTime: 'calendar',
  grantMoreTime: 'calendar', refuseMoreTime: 'calendar', snooze: 'clock', move: 'handover', standIn: 'handover', escalate: 'up', closeSilent: 'unrated', due: 'calendar', release: 'check', reject: 'info',
}

/** All that was said and done, oldest first; at the end what is still on this phone. */
export function DemandThread({ demand }: { demand: Demand }) {
  const { items } = useQueue()
  const unsent = items.filter((item) => isAbout(item.input, demand.id))
  return (
    <View className='stack' style={{ '--gap': '14px' }}>
      {demand.thread.map((entry) => <Entry key={entry.id} entry={entry} demand={demand} />)}
      {unsent.map(({ key, method, label, input, state }) => (
        <Message key={key} mine inner={method === 'demand/note'} waiting={state === 'waiting'} who={state === 'refused' ? '没送出' : undefined}>{textOf(input) || label}</Message>
      ))}
    </View>
  )
}

function Entry({ entry, demand }: { entry: ThreadEntry; demand: Demand }) {
  const photos = usePhotoSlots()
  const { type, by, mine, text, step, at } = entry
  const mark = entry.safety === 'passed' || entry.step === 'reject' ? null
    : <SafetyMark safety={entry.safety} rejectedFor={entry.rejectedFor} reader={safetyReader(entry, demand.reader)} />
  if (type === 'event' || text === null) {
    const line = `${momentWord(at)} ${eventWords(entry)}`
    return (
      <>
        <EventLine icon={icons[step]}>{text ? `${line}${entry.due ? '。' : '：'}${text}` : line}</EventLine>
        {step !== 'file' && mark}
      </>
    )
  }
  const said = daysUntil(at) === 0 ? clock(at) : momentWord(at)
  const who = sayerOf(entry)
  return (
    <Message mine={mine && entry.heard === null} below={mark} name={by?.name ?? '居'} inner={type === 'note'} who={type === 'note' && step !== 'note' ? `${eventWords(entry)} ${said}` : `${who}${saying[step] ?? ''} ${said}`}>
      {text}
      {photos && <photos.Shown committeeId={demand.committeeId} demandId={demand.id} entryId={entry.id} open={demand.visibility === 'neighbours'} />}
    </Message>
  )
}

/** What kind of words they are, where that changes what one does. */
const saying: Partial<Record<DemandStep, string>> = { answer: '的答复', ask: '问，等着回答' }

function isAbout(input: unknown, demandId: string): boolean {
  return typeof input === 'object' && input !== null && 'demandId' in input && input.demandId === demandId && textOf(input) !== ''
}

function textOf(input: unknown): string {
  if (typeof input !== 'object' || input === null || !('text' in input)) return ''
  return typeof input.text === 'string' ? input.text : ''
}
