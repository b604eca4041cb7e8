import type { Category } from '../../../contract/category'
import type { DemandKind } from '../../../contract/demand/said'
import { ChipGroup } from '../../ui/ChipGroup'
import { Field } from '../../ui/Field'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { themeIn, type ThemeDraft } from './themes'

interface Props {
  draft: ThemeDraft & { text: string; kind: DemandKind }
  categories: readonly Category[]
  /** By question. */
  wrong: Record<string, string>
  onChange: (part: ThemeDraft) => void
}

const none = 'none'

/** What it seems to be about, once the words tell; to be changed or left alone. */
export function ThemeFields({ draft, categories, wrong, onChange }: Props) {
  const theme = themeIn(draft, categories)
  if (!theme && draft.category !== null) return null
  const answers = draft.answers ?? []
  // A question that is answered says that the theme is right.
  const answer = (id: string, said: string | number) =>
    onChange({ category: theme!.slug, answers: [...answers.filter((one) => one.id !== id), ...(said === '' ? [] : [{ id, answer: said }])] })
  const choose = (slug: string) => onChange({ category: slug === none ? null : slug, answers: [] })
  const options = [...categories.map(({ slug, name }) => ({ value: slug, word: name })), { value: none, word: '都不是' }]
  return (
    <>
      <Select id='theme' label='听起来是说' hint='不对可以改，不改也能送' options={options} value={theme?.slug ?? none} onChange={choose} />
      {theme?.questions.map(({ id, label, type, options: words, hint }) => {
        const said = answers.find((one) => one.id === id)?.answer
        if (type === 'choice') {
          return (
            <Field key={id} id={`theme-${id}`} label={label} hint={hint ?? undefined} wrong={wrong[id]}>
              <ChipGroup label={label} options={words.map((word) => ({ value: word, word }))} value={typeof said === 'string' ? said : null} onChange={(word) => answer(id, word)} />
            </Field>
          )
        }
        const number = type === 'number'
        return (
          <TextInput
            key={id}
            id={`theme-${id}`}
            label={label}
            type={number ? 'number' : 'text'}
            value={said === undefined ? '' : String(said)}
            wrong={wrong[id]}
            hint={hint ?? undefined}
            maxLength={number ? 6 : 200}
            onChange={(text) => answer(id, number && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text)}
          />
        )
      })}
    </>
  )
}
