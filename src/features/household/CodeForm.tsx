import { View } from '@tarojs/components'
import { scanCode } from '@tarojs/taro'
import { Relation } from '../../../contract/household'
import { codeIn, codeShown } from '../../../contract/householdCode'
import { Button } from '../../ui/Button'
import { ChipGroup } from '../../ui/ChipGroup'
import { Field } from '../../ui/Field'
import { Note } from '../../ui/Note'
import { TextInput } from '../../ui/TextInput'
import type { CodeFormState } from './useCode'
import { codeOutcomeWords } from './codeWording'
import { relationWords } from './wording'
import './household.scss'

const relations = Relation.options.map((value) => ({ value, word: relationWords[value] }))
const camera = process.env.TARO_ENV === 'weapp'

/** The eight signs of the printed sheet, and who one is; nobody has to confirm. */
export function CodeForm({ form, onWithout }: { form: CodeFormState; onWithout: () => void }) {
  const { draft, change, wrong, outcome } = form
  // Who closes the camera has changed nothing.
  const scan = () => scanCode({ onlyFromCamera: false }).then(({ result }) => change({ code: codeIn(result) ?? result }), () => undefined)
  return (
    <>
      <Note icon='door'>居委会给您家的入户码，八个字，印在纸上。填了马上就能用，不用等人确认。</Note>
      {outcome && outcome.outcome !== 'joined' && <Note tone='brick'>{codeOutcomeWords(outcome)}</Note>}
      {camera && <Button wide look='soft' icon='camera' onTap={scan}>扫纸上的码</Button>}
      <TextInput
        id='code'
        label='入户码'
        value={codeIn(draft.code) ? codeShown(codeIn(draft.code)!) : draft.code}
        maxLength={20}
        wrong={wrong.code}
        hint='没有 0、O、1、I 这几个字'
        placeholder='K7M4 3X9A'
        onChange={(code) => change({ code })}
      />
      <TextInput id='name' label='怎么称呼您' value={draft.name} maxLength={20} wrong={wrong.name} placeholder='家里人和块长认得出的名字' onChange={(name) => change({ name })} />
      <Field id='relation' label='您是这户的' wrong={wrong.relation}>
        <View className='relations'><ChipGroup label='您是这户的' options={relations} value={draft.relation} onChange={(relation) => change({ relation })} /></View>
      </Field>
      <View className='sub ink2'>加入以后，印码的人和同住的人会收到一条消息。房东和租客互相看不到。</View>
      <Button wide look='plain' onTap={onWithout}>没有码，请块长确认</Button>
    </>
  )
}

