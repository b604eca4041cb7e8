import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Meeting, Resolution } from '../../../contract/meeting'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { useLatest } from '../../ui/useLatest'
import { useKept } from './useKept'
import { dayOptions, followWords, isPast, meetingName, missing, notSentWords } from './wording'

interface Props {
  meeting: Meeting
  follow: Resolution
  onSettled: (words: string) => void
}

/** What an earlier meeting gave somebody to see to: done, or why not and by when now. */
export function FollowUp({ meeting, follow, onSettled }: Props) {
  const { value, set, forget } = useKept(`meeting.follow.${follow.id}`, { words: '', dueOn: '' })
  const [moving, setMoving] = useState(false)
  const [wrong, setWrong] = useState('')
  const command = useCommand(['meeting', 'settle'], { onDone: () => ends.current() })
  const ends = useLatest(() => {
    forget()
    command.reset()
    onSettled(moving ? `“${follow.title}”改了日子，下次再看。` : `“${follow.title}”办好了。`)
  })
  const kept = command.state === 'waiting'
  useEffect(() => {
    if (kept) ends.current()
  }, [kept, ends])

  const send = (done: boolean) => {
    const found = done ? '' : value.words.trim() === '' ? missing.why : value.dueOn === '' ? missing.due : ''
    setWrong(found)
    if (found === '') command.send({ committeeId: meeting.committeeId, resolutionId: follow.id, done, words: value.words.trim(), ...(done ? {} : { dueOn: value.dueOn }) }, follow.title)
  }
  const late = follow.dueOn !== null && isPast(follow.dueOn)
  return (
    <View className='stack follow'>
      <View className={late ? 'sub brick strong' : 'sub ink2'}>{`${meetingName(follow.day)}交给${followWords(follow)}${late ? '，过了' : ''}`}</View>
      <View>{follow.words}</View>
      {follow.maySettle && (
        <>
          <TextInput id={`settle-${follow.id}`} label={moving ? '为什么没办成' : '办得怎么样（可以不写）'} value={value.words} onChange={(words) => { set({ words }); setWrong('') }} maxLength={500} />
          {moving && <Select id={`again-${follow.id}`} label='改到哪天前' options={dayOptions()} value={value.dueOn || null} onChange={(dueOn) => { set({ dueOn }); setWrong('') }} />}
          {wrong !== '' && <Note tone='lamp'>{wrong}</Note>}
          {(command.refusal || command.state === 'failed') && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
          <View className='wrap' style={{ '--gap': '8px' }}>
            <Button small look='soft' icon='check' busy={!moving && command.state === 'sending'} onTap={() => { setMoving(false); send(true) }}>办好了</Button>
            {meeting.state === 'open' && meeting.steps.includes('resolve') && <Button small look='plain' icon='calendar' busy={moving && command.state === 'sending'} onTap={() => (moving ? send(false) : setMoving(true))}>{moving ? '就改到这天' : '没办成，改日子'}</Button>}
          </View>
        </>
      )}
    </View>
  )
}
