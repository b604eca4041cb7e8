import { View } from '@tarojs/components'
import { useState } from 'react'
import { Relation } from '../../../contract/household'
import { Tenure, type Archive, type ArchiveEdit } from '../../../contract/archive'
import { go } from '../../routes'
import { dayIn } from '../../ui/dates'
import { Link } from '../../ui/Link'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { fieldWords, tenureWords } from './archiveWording'
import { editTyped, wholeFields, writesChild, type Typed } from './editing'
import { relationWords } from './wording'


/** What is being typed, and the edit it comes to. */
export function useTyped(archive: Pick<Archive, 'members'>, first: Typed['field']) {
  const [typed, setTyped] = useState<Typed>({ field: first, residentId: null, text: '', relation: 'family', birthYear: '' })
  const [wrong, setWrong] = useState('')
  const change = (part: Partial<Typed>) => { setTyped((now) => ({ ...now, ...part })); setWrong('') }
  const edit = (): ArchiveEdit | null => {
    const made = editTyped(typed, archive)
    if (typeof made === 'string') setWrong(made)
    return typeof made === 'string' ? null : made
  }
  return { typed, wrong, change, edit }
}

/** Which field, whose, and what it becomes. */
export function EditFields({ archive, fields, form: { typed, wrong, change } }: { archive: Pick<Archive, 'members'>; fields: readonly Typed['field'][]; form: ReturnType<typeof useTyped> }) {
  const { field, residentId, text, relation, birthYear } = typed
  const people = archive.members.map((member) => ({ value: member.residentId, word: member.me ? `${member.name}（我）` : member.name }))
  const relations = Relation.options.map((value) => ({ value, word: relationWords[value] }))
  return (
    <>
      <Select id='edit-field' label='改哪一样' options={fields.map((value) => ({ value, word: fieldWords[value] }))} value={field} onChange={(next) => change({ field: next, text: '' })} />
      {!wholeFields.includes(field) && <Select id='edit-who' label='是谁' options={people} value={residentId} wrong={residentId === null ? wrong : ''} onChange={(next) => change({ residentId: next })} />}
      {field === 'tenure'
        ? <Select id='edit-tenure' label='怎么住' options={Tenure.options.map((value) => ({ value, word: tenureWords[value] }))} value={(text || null) as Tenure | null} wrong={wrong} onChange={(next) => change({ text: next })} />
        : field !== 'relation' && <TextInput id='edit-value' label={field === 'member' ? '名字' : fieldWords[field]} type={field === 'birthYear' ? 'number' : 'text'} maxLength={field === 'note' ? 300 : 80} value={text} wrong={residentId !== null || wholeFields.includes(field) ? wrong : ''} onChange={(next) => change({ text: next })} />}
      {(field === 'relation' || field === 'member') && <Select id='edit-relation' label='和这户的关系' options={relations} value={relation} onChange={(next) => change({ relation: next })} />}
      {field === 'member' && <TextInput id='edit-year' label='哪一年生的（不知道就空着，孩子要写）' type='number' maxLength={4} value={birthYear} onChange={(next) => change({ birthYear: next })} />}
      {writesChild(typed, dayIn(0)) && (
        <Note tone='lamp' icon='info'>
          <View>不满十四岁：家长在“我的信息”里同意了，才记名字；没有同意，只记和这户的关系、出生年份。</View>
          <Link onTap={() => go('resident/children', {})}>孩子的信息怎么用</Link>
        </Note>
      )}
    </>
  )
}
