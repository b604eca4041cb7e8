import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { Note } from '../../ui/Note'
import { TextArea } from '../../ui/TextArea'
import { useLatest } from '../../ui/useLatest'
import { ratingValues, ratingWords } from './ratingWording'
import { notSentWords } from './wording'
import './demand.scss'

/** How it was, in a word; why, and what else, only for who likes to say. It can be left out. */
export function RatingForm({ demand, onClose }: { demand: Demand; onClose: () => void }) {
  const { committeeId, id: demandId, title } = demand
  const [value, setValue] = useState<number | null>(null)
  const [reasons, setReasons] = useState<string[]>([])
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const offered = (useRead(['demand', 'ratingReasons'], {}).data?.items ?? []).filter(({ least, most }) => value !== null && value >= least && value <= most)
  const command = useCommand(['demand', 'rate'], { onDone: onClose })
  const stuck = command.state === 'failed' || command.state === 'refused'
  const close = useLatest(onClose)
  useEffect(() => {
    if (command.state === 'waiting') close.current()
  }, [command.state, close])
  const send = () => (value === null ? setMissing(true) : command.send({ committeeId, demandId, value, reasons, words: words.trim() }, `评价：${title}`))
  const turn = (slug: string) => setReasons((chosen) => (chosen.includes(slug) ? chosen.filter((one) => one !== slug) : [...chosen, slug].slice(0, 5)))
  return (
    <View className='stack'>
      <View {...accessible({ role: 'radiogroup', label: '这次办得怎么样' })}>
        {ratingValues.map((one) => (
          <Choice key={one} title={ratingWords[one]!} chosen={one === value} onTap={() => { setValue(one); setReasons([]); setMissing(false) }} />
        ))}
      </View>
      {missing && <Note tone='lamp'>先选一个，或者点“不评了”</Note>}
      {offered.length > 0 && (
        <View className='wrap' {...accessible({ role: 'group', label: '为什么，可以不选' })}>
          {offered.map(({ slug, word }) => <Chip key={slug} role='checkbox' chosen={reasons.includes(slug)} onTap={() => turn(slug)}>{word}</Chip>)}
        </View>
      )}
      {value !== null && (
        <TextArea id='rating-words' label='还想说的（可以不写）' value={words} maxLength={500} placeholder={value <= 2 ? '哪里不好，希望怎么改' : '想说就说一句'} onChange={setWords} />
      )}
      {value === 1 && <Note tone='stone'>主任会看到，由别的人跟您联系。这次经办的人看不到您的评价，也不再联系您。</Note>}
      {value !== null && value !== 1 && <View className='meta ink2'>只有主任和书记看得到，不用来给人排名。</View>}
      {stuck && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
      <View className='line two-buttons'>
        <Button look='plain' onTap={onClose}>不评了</Button>
        <Button busy={command.state === 'sending'} onTap={send}>就这样评</Button>
      </View>
    </View>
  )
}
