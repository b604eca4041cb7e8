import { View } from '@tarojs/components'
import { DemandKind, HeardBy, Urgency } from '../../../contract/demand/said'
import { usePhotoSlots } from '../../api/photoSlots'
import { replace } from '../../routes'
import { ChipGroup } from '../../ui/ChipGroup'
import { Empty } from '../../ui/Empty'
import { Field } from '../../ui/Field'
import { Segmented } from '../../ui/Segmented'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { DangerNote } from './DangerNote'
import { EnterWho } from './EnterWho'
import { ThemeFields } from './ThemeFields'
import type { EnterFormState } from './useEnterForm'
import { channelWords, kindWords, urgencyWords } from './wording'
import './demand.scss'

const channels = HeardBy.options.map((value) => ({ value, word: channelWords[value] }))
const kinds = DemandKind.options.map((value) => ({ value, word: kindWords[value] }))
const urgencies = Urgency.options.map((value) => ({ value, word: urgencyWords[value] }))

/** What somebody says on the phone or at the counter, in the order in which it is said. */
export function EnterDemand({ form, committeeId }: { form: EnterFormState; committeeId: string }) {
  const { draft, change, wrong, categories, command, again } = form
  const photos = usePhotoSlots()
  if (command.state === 'waiting') {
    return (
      <Empty
        icon='upload'
        title='待上传'
        note='没有网络。记下的留在这台手机里，联网自动送出。有人身危险，先打 110、119、120。'
        action={{ word: '再记一件', onTap: again }}
      />
    )
  }
  return (
    <View className='stack'>
      <Field id='channel' label='怎么说的'><Segmented label='怎么说的' options={channels} value={draft.channel} onChange={(channel) => change({ channel })} /></Field>
      <TextArea id='text' label='说了什么' value={draft.text} maxLength={1000} wrong={wrong.text} placeholder='照他说的写：在哪里、多久了、想怎么解决' onChange={(text) => change({ text })} />
      <EnterWho form={form} />
      <Field id='kind' label='是哪一种'><View className='kinds'><ChipGroup label='是哪一种' options={kinds} value={draft.kind} onChange={(kind) => change({ kind })} /></View></Field>
      <ThemeFields draft={draft} categories={categories} wrong={wrong.asked ?? {}} onChange={change} />
      {photos && <photos.Picker committeeId={committeeId} draft={form.name} />}
      <Field id='urgency' label='急不急'><Segmented label='急不急' options={urgencies} value={draft.urgency} onChange={(urgency) => change({ urgency })} /></Field>
      {draft.urgency === 'danger' && <DangerNote tone='brick' />}
      <TextInput id='place' label='在哪里' value={draft.place} maxLength={60} wrong={wrong.place} placeholder='他自己家里的事可以不写' onChange={(place) => change({ place })} />
      <TextArea
        id='answer-now'
        label='当场答复了（可以不写）'
        value={draft.answerNow}
        maxLength={1000}
        placeholder='怎么答复他的。写了就记成已答复，不用再转给块长'
        onChange={(answerNow) => change({ answerNow })}
      />
    </View>
  )
}

/** Where one goes after it is written down. */
export function openEntered({ id, committeeId }: { id: string; committeeId: string }): void {
  replace('leader/demand', { demandId: id, committeeId })
}
