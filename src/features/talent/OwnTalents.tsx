import { View } from '@tarojs/components'
import type { OwnTalent } from '../../../contract/talent'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fullDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { faultWords, refusalWords } from '../../wording'

/** What the reader has said they would help with, each with its way back. */
export function OwnTalents() {
  const { data, again } = useRead(['talent', 'mine'], {})
  if (!data || data.items.length === 0) return null
  return <>{data.items.map((one) => <OwnTalentCard key={one.id} talent={one} onGone={again} />)}</>
}

function OwnTalentCard({ talent: { committeeId, id: talentId, what, since }, onGone }: { talent: OwnTalent; onGone: () => void }) {
  const withdraw = useCommand(['talent', 'withdraw'], { onDone: onGone })
  return (
    <Card pad label='您说过愿意帮忙'>
      <View className='stack'>
        <Heading>{`您说过愿意帮忙：${what}`}</Heading>
        <View className='sub ink2'>{`${fullDay(since)} 说的。居委会的人看得到，找您之前先问您`}</View>
        {(withdraw.refusal || withdraw.state === 'failed') && <Note tone='brick'>{withdraw.refusal ? refusalWords[withdraw.refusal] : faultWords}</Note>}
        <Button look='plain' label={`收回，不再帮：${what}`} busy={withdraw.state === 'sending'} onTap={() => withdraw.send({ committeeId, talentId }, '收回愿意帮忙')}>收回</Button>
      </View>
    </Card>
  )
}
