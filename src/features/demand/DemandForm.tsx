import { View } from '@tarojs/components'
import { useState } from 'react'
import { DemandKind, Urgency, Visibility } from '../../../contract/demand/said'
import { usePhotoSlots } from '../../api/photoSlots'
import { Card } from '../../ui/Card'
import { ChipGroup } from '../../ui/ChipGroup'
import { Choice } from '../../ui/Choice'
import { Row } from '../../ui/Row'
import { Segmented } from '../../ui/Segmented'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { DangerNote } from './DangerNote'
import { ForesightLine } from './ForesightLine'
import { LookAlikes } from './LookAlikes'
import { kindWords, urgencyWords, visibilityWords } from './wording'
import { ThemeFields } from './ThemeFields'
import type { DemandFormState } from './useDemandForm'
import './demand.scss'

const kinds = DemandKind.options.map((value) => ({ value, word: kindWords[value] }))
const urgencies = Urgency.options.map((value) => ({ value, word: urgencyWords[value] }))

interface Props {
  form: DemandFormState
  committeeId: string
  /** Without a household it goes to who receives today. */
  bound: boolean
}

export function DemandForm({ form, committeeId, bound }: Props) {
  const { draft, change, keep, wrong, categories, foresight } = form
  const asking = draft.kind === 'consultation'
  const photos = usePhotoSlots()
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <View className='kinds'>
        <ChipGroup label='是哪一种' options={kinds} value={draft.kind} onChange={(kind) => change({ kind })} />
      </View>
      <TextArea
        id='text'
        label={asking ? '想问什么？' : '发生了什么？想怎么解决？'}
        value={draft.text}
        maxLength={1000}
        wrong={wrong.text}
        placeholder={asking ? '想知道什么，说清一点答得准' : '在哪里、多久了、想怎么解决'}
        onChange={(text) => change({ text })}
        onPause={keep}
      />
      <ThemeFields draft={draft} categories={categories} wrong={wrong.asked ?? {}} onChange={change} />
      {photos && <photos.Picker committeeId={committeeId} draft={form.name} />}
      <Segmented label='急不急' options={urgencies} value={draft.urgency} onChange={(urgency) => change({ urgency })} />
      {draft.urgency === 'danger' && <DangerNote tone='brick' />}
      <TextInput
        id='place'
        label='在哪里'
        value={draft.place}
        maxLength={60}
        wrong={wrong.place}
        placeholder='自己家里的事可以不写'
        onChange={(place) => change({ place })}
      />
      <Card>
        <Row title='谁能看到' value={visibilityWords[draft.visibility]} label={`谁能看到，${visibilityWords[draft.visibility]}`} onTap={() => setChoosing(true)} />
      </Card>
      <LookAlikes form={form} />
      <ForesightLine foresight={foresight} kind={draft.kind} bound={bound} />
      <Sheet open={choosing} title='谁能看到' onClose={() => setChoosing(false)}>
        {Visibility.options.map((value) => (
          <Choice
            key={value}
            title={visibilityWords[value]}
            chosen={value === draft.visibility}
            onTap={() => { change({ visibility: value }); setChoosing(false) }}
          />
        ))}
      </Sheet>
    </>
  )
}
