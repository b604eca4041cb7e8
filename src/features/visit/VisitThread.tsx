import { View } from '@tarojs/components'
import type { Visit, VisitEntry } from '../../../contract/visit'
import { useQueue } from '../../api/queue'
import { clock, daysUntil, momentWord } from '../../ui/dates'
import { EventLine } from '../../ui/EventLine'
import { Message } from '../../ui/Message'
import { Tag } from '../../ui/Tag'
import { entryWords, heldWords } from './wording'

/** What was said and done, oldest first; at the end what is still on this phone. */
export function VisitThread({ visit }: { visit: Visit }) {
  const { items } = useQueue()
  const unsent = items.filter(({ method, input }) => method === 'visit/say' && (input as { visitId?: string }).visitId === visit.id)
  return (
    <View className='stack'>
      {visit.thread.map((entry) => (entry.text !== null && (entry.step === 'say' || entry.safety !== 'passed')
        ? <Message key={entry.id} mine={entry.mine} name={entry.by ?? '居'} who={`${entry.by ?? ''} ${daysUntil(entry.at) === 0 ? clock(entry.at) : momentWord(entry.at)}`} below={<Held entry={entry} visit={visit} />}>{entry.text}</Message>
        : <EventLine key={entry.id} icon={entry.startsAt ? 'calendar' : 'info'}>{`${momentWord(entry.at)} ${entryWords(entry, visit)}`}</EventLine>))}
      {unsent.map(({ key, input, state }) => <Message key={key} mine waiting={state === 'waiting'} who={state === 'refused' ? '没送出' : undefined}>{(input as { text: string }).text}</Message>)}
    </View>
  )
}

/** Words somebody has to read first, and why. */
function Held({ entry, visit }: { entry: VisitEntry; visit: Visit }) {
  if (entry.safety === 'passed') return null
  return (
    <View className='stack'>
      <View>{entry.safety === 'pending' ? <Tag tone='lamp' icon='eye'>待审</Tag> : <Tag tone='brick' icon='info'>没有放行</Tag>}</View>
      <View className='meta ink2'>{heldWords(entry, visit)}</View>
    </View>
  )
}
