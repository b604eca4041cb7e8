import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Note } from '../../ui/Note'
import { useSettled } from '../../ui/useSettled'
import type { DemandFormState } from './useDemandForm'
import { alikeWords, goneWords } from './togetherWording'

/**
 * What a neighbour said already, offered once typing pauses. Nobody has to answer it: without a tap it is filed by itself. What was chosen
 * stays in sight however the words change, until it has moved on; then the form says so and files all the same.
 */
export function LookAlikes({ form: { committeeId, about, draft, joins, setJoins } }: { form: DemandFormState }) {
  const said = useSettled(draft.text.trim())
  const place = useSettled(draft.place.trim())
  const [other, setOther] = useState<string[]>([])
  const asked = about === 'community' && said.length >= 4
  const { data } = useRead(['demand', 'lookAlikes'], { committeeId, text: said, place, kind: draft.kind, ...(joins && { joins: joins.demandId }) }, { enabled: asked || joins !== null })
  if (joins && data?.gone) return <Note icon='refresh'>{goneWords}</Note>
  const alike = joins ?? (asked ? data?.items.find(({ demandId }) => !other.includes(demandId)) : undefined)
  if (!alike) return null
  return (
    <Card pad label='邻居也说了'>
      <View className='sub'>{alikeWords(alike)}</View>
      {joins && <View className='sub pine strong'>一起办，您的话另记一件，有结果都告诉您。</View>}
      <View className='line two-buttons'>
        <Button look='plain' small onTap={() => { setJoins(null); setOther([...other, alike.demandId]) }}>不是</Button>
        <Button look='soft' small icon={joins ? 'check' : undefined} onTap={() => setJoins(joins ? null : alike)}>是同一件事</Button>
      </View>
    </Card>
  )
}
