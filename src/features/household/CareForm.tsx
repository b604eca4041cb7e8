import { View } from '@tarojs/components'
import { useState } from 'react'
import { CareKind, type Archive } from '../../../contract/archive'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { dayIn } from '../../ui/dates'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { TextArea } from '../../ui/TextArea'
import { TextInput } from '../../ui/TextInput'
import { careWords } from './archiveWording'
import { reviewSpans } from './careSpans'
import { notSentWords } from './wording'

/** Set by people, with what it rests on; the person concerned reads it and may say that it is not so. */
export function CareForm({ archive, onDone }: { archive: Archive; onDone: () => void }) {
  const [residentId, setResidentId] = useState<string | null>(null)
  const [kind, setKind] = useState<CareKind | null>(null)
  const [basis, setBasis] = useState('')
  const [law, setLaw] = useState('')
  const [span, setSpan] = useState<(typeof reviewSpans)[number]['value']>('180')
  const [tried, setTried] = useState(false)
  const set = useCommand(['household', 'setCare'], { onDone })
  const send = () => {
    setTried(true)
    if (residentId && kind && basis.trim().length >= 2) set.send({ committeeId: archive.committeeId, householdId: archive.householdId, residentId, kind, basis: basis.trim(), ...(law.trim().length >= 2 && { law: law.trim() }), reviewOn: dayIn(Number(span)) }, archive.label)
  }
  return (
    <Card pad label='加一项照护'>
      <View className='stack'>
        <Note icon='eye'>本人看得到类别和依据，可以说不对。别人看不到。</Note>
        <Select id='care-who' label='照护谁' options={archive.members.filter(({ leftAt }) => leftAt === null).map((member) => ({ value: member.residentId, word: member.name }))} value={residentId} wrong={tried && !residentId ? '先选是谁' : ''} onChange={setResidentId} />
        <Select id='care-kind' label='哪一类' options={CareKind.options.map((value) => ({ value, word: careWords[value] }))} value={kind} wrong={tried && !kind ? '选一类' : ''} onChange={setKind} />
        <TextArea id='care-basis' label='凭什么' hint='证件、名册，或者本人哪天说的' value={basis} wrong={tried && basis.trim().length < 2 ? '写一句依据' : ''} maxLength={200} onChange={setBasis} />
        <TextInput id='care-law' label='法律依据（没有就空着）' hint='低保、特困、优抚这些写法规的名字。空着的，本人收回同意就停' value={law} maxLength={100} onChange={setLaw} />
        <Select id='care-review' label='什么时候再核一次' options={reviewSpans} value={span} onChange={setSpan} />
        {(set.refusal || set.state === 'failed') && <Note tone='brick'>{set.refusal === 'ConsentFirst' ? '本人说过不记照护情况。有法律依据的写上，没有就不记' : notSentWords(set.refusal)}</Note>}
        <View className='acts'>
          <Button look='plain' onTap={onDone}>先不加</Button>
          <Button busy={set.state === 'sending'} onTap={send}>记下</Button>
        </View>
      </View>
    </Card>
  )
}
