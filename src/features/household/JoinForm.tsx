import { View } from '@tarojs/components'
import { Relation } from '../../../contract/household'
import { ChipGroup } from '../../ui/ChipGroup'
import { Field } from '../../ui/Field'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import type { JoinFormState } from './useJoinForm'
import { relationWords } from './wording'
import './household.scss'

const relations = Relation.options.map((value) => ({ value, word: relationWords[value] }))

/** Committee, building, door, and who one is; nothing more is asked. */
export function JoinForm({ form }: { form: JoinFormState }) {
  const { draft, change, wrong, committees, buildings } = form
  const open = committees.data?.items.filter((committee) => committee.open) ?? []
  const estates = new Set(buildings.data?.items.map(({ estate }) => estate))
  return (
    <>
      <Note icon='door'>块长确认您住在这里，才算入户。确认以前也能说事，先交给值班的人。</Note>
      <Select
        id='committee'
        label='哪个居委会'
        options={open.map(({ id, name }) => ({ value: id, word: name }))}
        value={draft.committeeId}
        wrong={wrong.committeeId}
        onChange={(committeeId) => change({ committeeId, buildingId: null })}
      />
      <Select
        id='building'
        label='哪号楼'
        placeholder={draft.committeeId ? '选一个' : '先选居委会'}
        options={buildings.data?.items.map(({ id, name, estate }) => ({ value: id, word: estates.size > 1 ? `${estate} ${name}` : name })) ?? []}
        value={draft.buildingId}
        wrong={wrong.buildingId}
        onChange={(buildingId) => change({ buildingId })}
      />
      <TextInput id='room' label='几室' value={draft.room} maxLength={10} wrong={wrong.room} placeholder='照门上的写，602' onChange={(room) => change({ room })} />
      <TextInput id='name' label='怎么称呼您' value={draft.name} maxLength={20} wrong={wrong.name} placeholder='块长认得出的名字' onChange={(name) => change({ name })} />
      <Field id='relation' label='您是这户的' wrong={wrong.relation}>
        <View className='relations'><ChipGroup label='您是这户的' options={relations} value={draft.relation} onChange={(relation) => change({ relation })} /></View>
      </Field>
      <TextArea id='message' label='跟块长说一句（可以不写）' value={draft.message} maxLength={200} placeholder='刚搬来，上个月租的' onChange={(message) => change({ message })} />
    </>
  )
}
