import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContentField, ServiceContent } from '../../../../contract/serviceEditing'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { Choice } from '../../../ui/Choice'
import { Heading } from '../../../ui/Heading'
import { Note } from '../../../ui/Note'
import type { Conflict } from './useServiceDraft'
import { fieldWords, valueWords } from './wording'

interface Props {
  mine: ServiceContent
  conflict: Conflict
  onSettle: (content: ServiceContent) => void
}

/** Another saved first: theirs beside mine, field by field. Nothing is lost until one has chosen. */
export function ServiceConflict({ mine, conflict: { theirs, by }, onSettle }: Props) {
  const differing = (Object.keys(mine) as ContentField[]).filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
  const [taken, setTaken] = useState<ContentField[]>([])
  const who = by ?? '别人'
  const settle = (fields: ContentField[]) => onSettle({ ...mine, ...Object.fromEntries(fields.map((field) => [field, theirs[field]])) })
  return (
    <View className='stack'>
      <Note tone='lamp'>{`您写的时候，${who}先存了一次。两边不一样的都在下面，一项一项选，谁的都没丢。`}</Note>
      {differing.map((field) => (
        <Card key={field} label={fieldWords[field]}>
          <View className='sd-field-name'><Heading>{fieldWords[field]}</Heading></View>
          <Choice title='用我写的' note={valueWords(mine[field])} chosen={!taken.includes(field)} onTap={() => setTaken(taken.filter((one) => one !== field))} />
          <Choice title={`用${who}写的`} note={valueWords(theirs[field])} chosen={taken.includes(field)} onTap={() => setTaken([...taken, field])} />
        </Card>
      ))}
      <View className='wrap' style={{ '--gap': '8px' }}>
        <Button onTap={() => settle(taken)}>就这样存</Button>
        <Button look='plain' onTap={() => settle([])}>都用我的</Button>
        <Button look='plain' onTap={() => settle(differing)}>{`都用${who}的`}</Button>
      </View>
    </View>
  )
}
