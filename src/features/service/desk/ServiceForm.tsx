import { View } from '@tarojs/components'
import type { ContentField, ContentHint, ServiceContent } from '../../../../contract/serviceEditing'
import { ChipGroup } from '../../../ui/ChipGroup'
import { Field } from '../../../ui/Field'
import { Select } from '../../../ui/Select'
import { TextArea } from '../../../ui/TextArea'
import { TextInput } from '../../../ui/TextInput'
import { categoryWords, confidenceWords, roleWords } from '../wording'
import { LinesField } from './LinesField'
import { fieldHints, fieldWords, hintWords } from './wording'

interface Props {
  content: ServiceContent
  wrong: Partial<Record<ContentField, string>>
  hints: ContentHint[]
  onChange: (part: Partial<ServiceContent>) => void
}

const options = <T extends string>(words: Record<T, string>) => (Object.entries(words) as [T, string][]).map(([value, word]) => ({ value, word }))
const [categories, roles, confidences] = [options(categoryWords), options(roleWords), options(confidenceWords)]
type TextField = { [F in ContentField]: ServiceContent[F] extends string | null ? F : never }[ContentField]
const readers = [{ value: 'all', word: '谁都能看' }, { value: 'in', word: '登录的居民' }] as const

/** Everything an item says; hints beneath the fields are hints only. */
export function ServiceForm({ content, wrong, hints, onChange }: Props) {
  const about = (field: ContentField) => ({ id: `sd-${field}`, label: fieldWords[field], hint: fieldHints[field], wrong: wrong[field] })
  const said = (field: ContentField) => hints.filter((hint) => hint.field === field).map((hint) => <View key={`${hint.item} ${hint.kind} ${hint.at}`} className='meta ink2 sd-hint'>{hintWords(hint)}</View>)
  const text = (field: TextField, most: number, area = false, none: '' | null = '') => {
    const props = { ...about(field), value: String(content[field] ?? ''), maxLength: most, onChange: (words: string) => onChange({ [field]: words === '' ? none : words }) }
    return <View>{area ? <TextArea {...props} /> : <TextInput {...props} />}{said(field)}</View>
  }
  const link = content.link ?? { name: '', url: '' }
  const onLink = (part: Partial<typeof link>) => {
    const next = { ...link, ...part }
    onChange({ link: next.name === '' && next.url === '' ? null : next })
  }
  return (
    <View className='sd-form'>
      {text('title', 30)}
      {text('summary', 60, true)}
      <Field {...about('committeeRole')}><ChipGroup label={fieldWords.committeeRole} options={roles} value={content.committeeRole} onChange={(committeeRole) => onChange({ committeeRole })} /></Field>
      <View className='sd-two'>
        <Select {...about('category')} options={categories} value={content.category} onChange={(category) => onChange({ category })} />
        {text('audience', 100)}
        {text('hours', 100)}
        {text('fee', 100)}
        {text('place', 100)}
        {text('timeLimit', 100)}
      </View>
      <View><LinesField {...about('materials')} lines={content.materials} most={100} onChange={(materials) => onChange({ materials })} />{said('materials')}</View>
      <View><LinesField {...about('steps')} lines={content.steps} most={200} onChange={(steps) => onChange({ steps })} />{said('steps')}</View>
      {text('caution', 200, true, null)}
      {text('phone', 20, false, null)}
      <View className='sd-two'>
        <TextInput id='sd-link' label='网上办，叫什么' hint='像“随申办”，没有就空着' wrong={wrong.link} value={link.name} maxLength={20} onChange={(name) => onLink({ name })} />
        <TextInput id='sd-url' label='网址' hint='从浏览器里整条复制过来' value={link.url} maxLength={300} onChange={(url) => onLink({ url })} />
      </View>
      {text('basis', 300, true)}
      {text('source', 100)}
      <View className='sd-two'>
        {text('asOf', 10)}
        {text('nextCheck', 10, false, null)}
        <Select {...about('confidence')} options={confidences} value={content.confidence} onChange={(confidence) => onChange({ confidence })} />
        <Select {...about('signedInOnly')} options={readers} value={content.signedInOnly ? 'in' : 'all'} onChange={(who) => onChange({ signedInOnly: who === 'in' })} />
      </View>
      <TextInput {...about('keywords')} value={content.keywords.join(' ')} maxLength={200} onChange={(words) => onChange({ keywords: words === '' ? [] : words.split(/[ ，、]/).slice(0, 12) })} />
    </View>
  )
}
