import { View } from '@tarojs/components'
import type { Archive } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { EditFields, useTyped } from './EditFields'
import { notSentWords, refusalWords } from './wording'

const fields = ['phone', 'email', 'birthYear', 'name', 'relation', 'member', 'tenure'] as const

/** One's own phone and e-mail hold at once; anything else waits for the leader. */
export function ProposeForm({ archive, onDone }: { archive: Archive; onDone: () => void }) {
  const form = useTyped(archive, 'phone')
  const propose = useCommand(['household', 'propose'], { onDone })
  const send = () => {
    const edit = form.edit()
    if (edit) propose.send({ committeeId: archive.committeeId, householdId: archive.householdId, edits: [edit] }, '档案里要改的')
  }
  return (
    <Card pad label='档案里要改的'>
      <View className='stack'>
        <Note icon='info'>自己的电话和邮箱，改了就算；别的由块长核一下，结果在消息里。</Note>
        <EditFields archive={archive} fields={fields} form={form} />
        {propose.refusal && <Note tone='brick'>{propose.refusal === 'AlreadyAsked' ? '这一处您已经说过了，正在等块长确认' : propose.refusal === 'NotAllowed' ? '别人的电话和邮箱，由本人自己改' : refusalWords[propose.refusal]}</Note>}
        {propose.state === 'failed' && <Note tone='brick'>{notSentWords(null)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onDone}>先不改</Button>
          <Button busy={propose.state === 'sending'} onTap={send}>交给块长</Button>
        </View>
      </View>
    </Card>
  )
}
