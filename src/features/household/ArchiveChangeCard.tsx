import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ArchiveChange } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { TextArea } from '../../ui/TextArea'
import { changeWords, sourceWords, valueWords } from './archiveWording'
import { notSentWords } from './wording'

/** One change that waits: a word of the household, or one of two that met. Both values are read before one is picked. */
export function ArchiveChangeCard({ committeeId, change, onDone }: { committeeId: string; change: ArchiveChange; onDone: () => void }) {
  const { id: changeId, against, by, at, source, field, sealed, steps } = change
  const [why, setWhy] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const decide = useCommand(['household', 'decideChange'], { onDone })
  const refuse = () => {
    if ((why ?? '').trim().length < 2) setWrong('写一句为什么，对方看得到')
    else decide.send({ committeeId, changeId, apply: false, why: why!.trim() })
  }
  return (
    <Card pad label={changeWords(change)}>
      <View className='stack'>
        <View><Tag tone='lamp' icon={against ? 'merge' : 'clock'}>{against ? '两个人改了同一处，选一个' : '等您核一下'}</Tag></View>
        <View>
          <View className='head'>{changeWords(change)}</View>
          <View className='sub ink2'>{`${by}，${momentWord(at)}，${sourceWords[source]}`}</View>
          {against && <View className='sub ink2'>{`现在是${against.by}（${momentWord(against.at)}）改的${sealed ? '' : `：${valueWords(field, against.value)}`}`}</View>}
        </View>
        {(decide.refusal || decide.state === 'failed') && <Note tone='brick'>{decide.refusal === 'WrongStep' ? '这一处已经有人定过了' : notSentWords(decide.refusal)}</Note>}
        {why !== null && <TextArea id={`why-${changeId}`} label='为什么不改' value={why} wrong={wrong} maxLength={200} onChange={(text) => { setWhy(text); setWrong('') }} />}
        {steps.length > 0 && (why === null ? (
          <View className='acts'>
            <Button look='plain' onTap={() => setWhy('')}>{against ? '保留现在的' : '不改'}</Button>
            <Button look='soft' busy={decide.state === 'sending'} onTap={() => decide.send({ committeeId, changeId, apply: true, why: '' })}>{against ? `用${by}的` : '核过了，改'}</Button>
          </View>
        ) : (
          <View className='acts'>
            <Button look='plain' onTap={() => setWhy(null)}>再想想</Button>
            <Button busy={decide.state === 'sending'} onTap={refuse}>{against ? '保留，说明理由' : '不改，说明理由'}</Button>
          </View>
        ))}
      </View>
    </Card>
  )
}
