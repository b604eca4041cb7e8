import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { Sheet } from '../../ui/Sheet'
import { notSentWords, stepNotes } from './wording'

/** Taking it back is asked once more: it cannot be undone. */
export function WithdrawSheet({ demand, open, onClose }: { demand: Demand; open: boolean; onClose: () => void }) {
  const command = useCommand(['demand', 'withdraw'], { onDone: onClose })
  const stuck = command.state === 'failed' || command.state === 'refused'
  const send = () => command.send({ committeeId: demand.committeeId, demandId: demand.id }, `撤回：${demand.title}`)
  return (
    <Sheet open={open} title='要撤回这件事吗？' onClose={onClose}>
      <View className='stack'>
        <View className='ink2'>{`${stepNotes.withdraw}。${demand.owner.name}会看到您撤回了。`}</View>
        {stuck && <Note tone='brick'>{notSentWords(command.refusal)}</Note>}
        {command.state === 'waiting' && <Note tone='lamp' icon='upload'>没有网络，联网后自动撤回</Note>}
        <Button wide look='danger' busy={command.state === 'sending'} onTap={send}>撤回</Button>
        <Button wide look='plain' onTap={onClose}>不撤，接着办</Button>
      </View>
    </Sheet>
  )
}
