import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ServedDoor } from '../../../contract/household'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fullDay, shortDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { CodeSheet } from './CodeSheet'
import { notSentWords } from './wording'
import './code.scss'

/** Shown once, when it is made: what lies in the database can not be printed again. */
export function MakeCode({ door: { committeeId, householdId, code }, onMade }: { door: ServedDoor; onMade: () => void }) {
  const [sure, setSure] = useState(false)
  const make = useCommand(['household', 'makeCode'], { onDone: () => { setSure(false); onMade() } })
  const send = () => {
    make.reset()
    make.send({ committeeId, householdId }, '入户码')
  }
  if (make.output) return <CodeSheet made={make.output} />
  return (
    <Card pad label='入户码' className='door-code'>
      <View className='stack'>
        <Heading>印一张入户码</Heading>
        <View className='sub ink2'>交给住在这里的人。他们扫一扫或者填进去，就在这一户了，您不用再确认。用一次就作废，六十天内有效。</View>
        {code && <Note>{`${code.madeBy} ${shortDay(code.madeAt)} 印过一张，还没有人用，${fullDay(code.expiresAt)} 前有效。再印一张，那一张就作废。`}</Note>}
        {make.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，现在印不了。联网以后回到这一页看。</Note>}
        {(make.refusal || make.state === 'failed') && <Note tone='brick'>{notSentWords(make.refusal)}</Note>}
        {code && !sure
          ? <Button wide look='soft' icon='print' onTap={() => setSure(true)}>再印一张</Button>
          : <Button wide icon='print' busy={make.state === 'sending'} onTap={send}>{code ? '作废旧的，印新的' : '印一张'}</Button>}
      </View>
    </Card>
  )
}
