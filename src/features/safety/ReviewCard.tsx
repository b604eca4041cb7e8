import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { HeldWords, WordsSafety } from '../../../contract/safety'
import { useCommand } from '../../api/command'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Link } from '../../ui/Link'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { useLatest } from '../../ui/useLatest'
import { doubtWords, notDecidedWords, reasonWrong, waitingWords } from './wording'

interface Props {
  held: HeldWords
  onDone: (words: string) => void
  /** Somebody else has decided meanwhile. */
  onMoved: () => void
}

/** One text, who waits for it, and the two ways. */
export function ReviewCard({ held, onDone, onMoved }: Props) {
  const { id: entryId, committeeId, demandId, visitId, number, at, text, place, why, mine, by } = held
  const { who, waits } = waitingWords(held)
  const [rejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const done = ({ safety }: { safety: WordsSafety }) => onDone(safety === 'passed' ? `放行了，${by.name}的话送到了。` : `没有放行，理由已经告诉${by.name}。`)
  const ofDemand = useCommand(['safety', 'decide'], { onDone: done })
  const ofVisit = useCommand(['safety', 'decideVisit'], { onDone: done })
  const decide = visitId === null ? ofDemand : ofVisit
  const late = decide.refusal === 'WrongStep'
  const moved = useLatest(onMoved)
  useEffect(() => {
    if (late) moved.current()
  }, [late, moved])

  const send = (decision: 'release' | 'reject') => {
    if (decision === 'reject' && reason.trim() === '') setWrong(reasonWrong)
    else {
      const decided = { committeeId, entryId, decision, reason: decision === 'reject' ? reason.trim() : '' }
      if (visitId !== null) ofVisit.send({ ...decided, visitId }, who)
      else if (demandId !== null) ofDemand.send({ ...decided, demandId }, who)
    }
  }
  const busy = decide.state === 'sending'
  return (
    <Card label={`${who}，待审`} pad>
      <View className='stack'>
        <View>
          <View className='line'>
            <View className='grow'><Heading>{who}</Heading></View>
            <Tag tone='lamp' icon='eye'>待审</Tag>
          </View>
          <View className='sub ink2'>{`${momentWord(at)}。${doubtWords[why]}`}</View>
        </View>
        <View className='note stone'><View className='grow'>{text}{place !== '' && <View className='sub ink2'>{`在${place}`}</View>}</View></View>
        <View className='sub ink2'>{`${waits}。`}</View>
        {demandId !== null && <Link label={`看 ${number} 整件事`} onTap={() => go('leader/demand', { committeeId, demandId })}>看整件事</Link>}
        {visitId !== null && <Link label={`看${who}那次走访`} onTap={() => go('leader/visit', { committeeId, visitId })}>看这次走访</Link>}
        {decide.state === 'waiting' && <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>}
        {decide.refusal && <Note tone='brick'>{notDecidedWords(decide.refusal)}</Note>}
        {decide.state === 'failed' && <Note tone='brick'>{notDecidedWords(null)}</Note>}
        {mine && <Note icon='users'>这是您写的，要别人来看。</Note>}
        {rejecting && <TextArea id={`reject-${entryId}`} label='为什么不放行，怎么改' hint={`${by.name}会看到这句话。`} value={reason} onChange={(words) => { setReason(words); setWrong('') }} wrong={wrong} maxLength={200} />}
        {!mine && decide.state !== 'waiting' && (
          <View className='acts'>
            {rejecting
              ? <Button look='plain' onTap={() => { setRejecting(false); decide.reset() }}>再想想</Button>
              : <Button look='plain' label={`不放行${who}`} onTap={() => setRejecting(true)}>不放行</Button>}
            {rejecting
              ? <Button look='danger' busy={busy} onTap={() => send('reject')}>不放行，说明理由</Button>
              : <Button look='soft' busy={busy} label={`放行${who}`} onTap={() => send('release')}>放行</Button>}
          </View>
        )}
      </View>
    </Card>
  )
}
