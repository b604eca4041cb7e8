import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ArchiveCare } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { dayIn, fullDay } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { Select } from '../../ui/Select'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { reviewSpans } from './careSpans'
import { notSentWords } from './wording'

const noon = (day: string) => `${day}T04:00:00Z`

/** One care without its kind: looked at again with what it rests on now, or ended with a word. */
export function CareRow({ committeeId, care, onDone }: { committeeId: string; care: ArchiveCare; onDone: () => void }) {
  const { careId, since, reviewOn, due, setBy, contestedAt, steps } = care
  const [doing, setDoing] = useState<'review' | 'end' | null>(null)
  return (
    <Row
      above={contestedAt ? <Tag tone='lamp' icon='info'>本人说不对，再核一次</Tag> : due ? <Tag tone='lamp' icon='clock'>该再核了</Tag> : undefined}
      title='有一项照护，类别封存着'
      note={`${setBy ?? '以前'}${setBy ? '记的' : '记下的'}，${fullDay(noon(since))} 起${reviewOn ? `，${fullDay(noon(reviewOn))} 再核` : ''}`}
    >
      {doing === null && steps.length > 0 && (
        <View className='acts'>
          {steps.includes('review') && <Button small look='soft' onTap={() => setDoing('review')}>核过了</Button>}
          {steps.includes('end') && <Button small look='plain' onTap={() => setDoing('end')}>不用照护了</Button>}
        </View>
      )}
      {doing && <CareWord key={doing} committeeId={committeeId} careId={careId} step={doing} onCancel={() => setDoing(null)} onDone={() => { setDoing(null); onDone() }} />}
    </Row>
  )
}

const asked = {
  review: { label: '现在凭什么', hint: '证件、名册，或者本人哪天说的', wrong: '写一句依据', act: '记下，继续照护' },
  end: { label: '为什么不用了', hint: '本人看得到', wrong: '写一句为什么', act: '结束这项照护' },
} as const

function CareWord({ committeeId, careId, step, onCancel, onDone }: { committeeId: string; careId: string; step: 'review' | 'end'; onCancel: () => void; onDone: () => void }) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState('')
  const [span, setSpan] = useState<(typeof reviewSpans)[number]['value']>('180')
  const review = useCommand(['household', 'reviewCare'], { onDone })
  const end = useCommand(['household', 'endCare'], { onDone })
  const sent = step === 'review' ? review : end
  const ask = asked[step]
  const send = () => {
    const said = words.trim()
    if (said.length < 2) setWrong(ask.wrong)
    else if (step === 'review') review.send({ committeeId, careId, basis: said, reviewOn: dayIn(Number(span)) }, '照护核过了')
    else end.send({ committeeId, careId, why: said }, '照护结束')
  }
  return (
    <View className='stack'>
      <TextArea id={`${step}-${careId}`} label={ask.label} hint={ask.hint} value={words} wrong={wrong} maxLength={200} onChange={(text) => { setWords(text); setWrong('') }} />
      {step === 'review' && <Select id={`span-${careId}`} label='什么时候再核一次' options={reviewSpans} value={span} onChange={setSpan} />}
      {sent.state === 'waiting' && <Note tone='lamp' icon='upload'>待上传：没有网络，联网自动送出。</Note>}
      {(sent.refusal || sent.state === 'failed') && <Note tone='brick'>{sent.refusal === 'WrongStep' ? '这一项已经结束了' : notSentWords(sent.refusal)}</Note>}
      <View className='acts'>
        <Button look='plain' onTap={onCancel}>再想想</Button>
        <Button busy={sent.state === 'sending'} onTap={send}>{ask.act}</Button>
      </View>
    </View>
  )
}
