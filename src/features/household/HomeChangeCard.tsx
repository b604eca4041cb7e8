import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HomeChange } from '../../../contract/home'
import { undoDays } from '../../../contract/home'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord, shortDay } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { TextArea } from '../../ui/TextArea'
import { homeChangeLine, homeChangeNote } from './homeWording'
import { notSentWords } from './wording'

/** The last change of a household as a whole that may still be taken back. */
export function HomeChangeCard({ committeeId, change, onDone }: { committeeId: string; change: HomeChange; onDone: (householdId: string) => void }) {
  const [why, setWhy] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const undo = useCommand(['household', 'undoHomeChange'], { onDone: ({ householdId }) => onDone(householdId) })
  const send = () => {
    if ((why ?? '').trim().length < 2) setWrong('写一句为什么改回去')
    else undo.send({ committeeId, changeId: change.id, why: why!.trim() }, homeChangeLine(change))
  }
  return (
    <Card pad label={homeChangeLine(change)}>
      <View className='stack'>
        <View>
          <View className='head'>{homeChangeLine(change)}</View>
          <View className='sub ink2'>{`${momentWord(change.at)}，${homeChangeNote(change)}`}</View>
        </View>
        {undo.state === 'waiting' && <Note tone='lamp' icon='upload'>待上传：没有网络，联网自动送出。</Note>}
        {undo.refusal && <Note tone='brick'>{undo.refusal === 'WrongStep' ? '已经改不回去了：过了三十天，或者后来又变过' : notSentWords(undo.refusal)}</Note>}
        {undo.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        {why === null ? (
          <Button look='plain' icon='undo' onTap={() => setWhy('')}>{`改回原来的样子（${shortDay(Date.parse(change.at) + undoDays * 86_400_000)} 前）`}</Button>
        ) : (
          <>
            <TextArea id={`undo-${change.id}`} label='为什么改回去' hint='人、事、照护都回到原来的那一户。取消了的走访要另约。' value={why} wrong={wrong} maxLength={200} onChange={(text) => { setWhy(text); setWrong('') }} />
            <View className='acts'>
              <Button look='plain' onTap={() => setWhy(null)}>先不改</Button>
              <Button busy={undo.state === 'sending'} onTap={send}>改回原来的样子</Button>
            </View>
          </>
        )}
      </View>
    </Card>
  )
}
