import { View } from '@tarojs/components'
import type { Archive } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { momentWord } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { valueWords } from './archiveWording'
import { EditFields, useTyped } from './EditFields'
import { notSentWords } from './wording'

const fields = ['phone', 'email', 'birthYear', 'name', 'relation', 'member', 'tenure'] as const

/** From the version that is on the page: what somebody else has changed meanwhile is shown beside one's own, and stays until somebody picks. */
export function ChangeForm({ archive, onDone, onRead }: { archive: Archive; onDone: () => void; onRead: () => void }) {
  const form = useTyped(archive, 'phone')
  const change = useCommand(['household', 'change'], { onDone: ({ conflicts }) => (conflicts.length === 0 ? onDone() : onRead()) })
  const conflict = change.output?.conflicts[0]
  const send = () => {
    const edit = form.edit()
    if (edit) change.send({ committeeId: archive.committeeId, householdId: archive.householdId, version: archive.version, edits: [edit] }, archive.label)
  }
  if (conflict) {
    return (
      <Card pad label='两个人改了同一处'>
        <View className='stack'>
          <Note tone='lamp'>{`您改的时候，${conflict.against?.by ?? '别人'}也改了这一处。两个都留着，在上面等人定。`}</Note>
          {!conflict.sealed && <View>{`${conflict.against?.by}（${momentWord(conflict.against?.at ?? conflict.at)}）：${valueWords(conflict.field, conflict.against?.value ?? null)}`}</View>}
          {!conflict.sealed && <View>{`您：${valueWords(conflict.field, conflict.new)}`}</View>}
          <Button wide look='plain' onTap={onDone}>知道了</Button>
        </View>
      </Card>
    )
  }
  return (
    <Card pad label='改档案'>
      <View className='stack'>
        <EditFields archive={archive} fields={archive.steps.includes('note') ? [...fields, 'note'] : fields} form={form} />
        {(form.typed.field === 'phone' || form.typed.field === 'email') && <View className='meta ink2'>改电话会打开原来的号码，这户看得到是您改的。</View>}
        {(change.refusal || change.state === 'failed') && <Note tone='brick'>{notSentWords(change.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onDone}>先不改</Button>
          <Button busy={change.state === 'sending'} onTap={send}>记下</Button>
        </View>
      </View>
    </Card>
  )
}
