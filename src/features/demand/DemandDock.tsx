import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { WithdrawSheet } from './WithdrawSheet'
import { WordsBox } from './WordsBox'
import { notSentWords, stepWords } from './wording'

interface Props {
  demand: Demand
  /** Opens what is asked when it is not solved. */
  onNotSolved: () => void
  /** The server has it that it is solved: the moment to say how it was. */
  onConfirmed: () => void
}

/** What the one who filed it may do next, as the server says. */
export function DemandDock({ demand, onNotSolved, onConfirmed }: Props) {
  const [more, setMore] = useState(false)
  const may = new Set(demand.steps)
  if (may.has('confirm')) return <VerdictDock demand={demand} onNotSolved={onNotSolved} onConfirmed={onConfirmed} />
  return (
    <>
      <View className='line words-dock'>
        {may.has('add') && <WordsBox demand={demand} />}
        {may.has('withdraw') && <IconButton bare icon='more' label='撤回这件事' onTap={() => setMore(true)} />}
      </View>
      <WithdrawSheet demand={demand} open={more} onClose={() => setMore(false)} />
    </>
  )
}

function VerdictDock({ demand, onNotSolved, onConfirmed }: Props) {
  const { committeeId, id } = demand
  const confirm = useCommand(['demand', 'confirm'], { onDone: onConfirmed })
  const stuck = confirm.state === 'failed' || confirm.state === 'refused'
  const waits = confirm.state === 'waiting'
  return (
    <>
      <View className={stuck ? 'meta brick strong dock-line' : 'meta ink2 dock-line'} {...accessible({ role: 'status', live: 'polite' })}>
        {stuck ? notSentWords(confirm.refusal) : waits ? '没有网络，您的话留在手机里，联网自动送出' : '您看看，解决了吗？'}
      </View>
      <View className='line two-buttons'>
        <Button look='plain' onTap={onNotSolved}>{stepWords.notSolved}</Button>
        <Button icon='check' busy={confirm.state === 'sending'} onTap={() => confirm.send({ committeeId, demandId: id }, `${demand.title}：解决了`)}>{stepWords.confirm}</Button>
      </View>
    </>
  )
}
