import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Rung } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Select } from '../../ui/Select'
import { CommandState } from './CommandState'
import { afterWords, rungMinutes, rungWords } from './wording'

interface Props {
  committeeId: string
  ladder: readonly Rung[]
  usual: boolean
  mayChange: boolean
  onDone: (words: string) => void
}

const never = 'never'
const order = ['director', 'section', 'head'] as const

/** Who is told of what is late, and after how much working time. */
export function LadderCard({ committeeId, ladder, usual, mayChange, onDone }: Props) {
  const [editing, setEditing] = useState(false)
  const first = (who: Rung['who']) => String(ladder.find((rung) => rung.who === who)?.afterMinutes ?? never)
  const [after, setAfter] = useState<Record<Rung['who'], string>>({ director: first('director'), section: first('section'), head: first('head') })
  const [wrong, setWrong] = useState<Rung['who'] | null>(null)
  const save = useCommand(['organization', 'setLadder'], { onDone: () => onDone('存好了，在办的事从现在起按这个来。') })
  const rungs = order.flatMap((who) => (after[who] === never ? [] : [{ who, afterMinutes: Number(after[who]) }]))
  const send = () => {
    const at = rungs.findIndex((rung, index) => index > 0 && rung.afterMinutes < rungs[index - 1]!.afterMinutes)
    if (at > 0) return setWrong(rungs[at]!.who)
    save.send({ committeeId, rungs }, '超期提醒')
  }
  if (!editing) {
    return (
      <Card label='超期了告诉谁'>
        <View className='pad org-head'>
          <Heading>超期了告诉谁</Heading>
          <View className='sub ink2'>{`到期前 3 小时先提醒经办的人。${usual ? '现在用的是通常的办法。' : ''}`}</View>
        </View>
        {ladder.map(({ who, afterMinutes }) => <Row key={who} title={rungWords[who]} note={afterWords(afterMinutes)} />)}
        {mayChange && <View className='org-acts org-under'><Button small look='plain' icon='pencil' onTap={() => setEditing(true)}>改</Button></View>}
      </Card>
    )
  }
  return (
    <Card label='超期了告诉谁' pad>
      <View className='stack'>
        <Heading>超期了告诉谁</Heading>
        {order.map((who) => (
          <Select
            key={who}
            id={`rung-${who}`}
            label={rungWords[who]}
            options={[...rungMinutes.map((minutes) => ({ value: String(minutes), word: afterWords(minutes) })), ...(who === 'director' ? [] : [{ value: never, word: '不告诉' }])]}
            value={after[who]}
            onChange={(value) => { setAfter((before) => ({ ...before, [who]: value })); setWrong(null) }}
            wrong={wrong === who ? '不能比前面的还早' : undefined}
          />
        ))}
        <CommandState {...save} />
        <View className='acts'>
          <Button look='plain' onTap={() => setEditing(false)}>不改了</Button>
          <Button busy={save.state === 'sending'} onTap={send}>存下</Button>
        </View>
      </View>
    </Card>
  )
}
