import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../api/client'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { TextInput } from '../../ui/TextInput'
import { CommandState } from './CommandState'
import { rungWords } from './wording'

interface Props {
  committeeId: string
  street: OutputOf<readonly ['organization', 'listSettings']>['street']
  onDone: (words: string) => void
  onClose: () => void
}

/** Pairs one of the street with the committee: a section by its name, or a division head. */
export function PairForm({ committeeId, street, onDone, onClose }: Props) {
  const [who, setWho] = useState<string | null>(null)
  const [kind, setKind] = useState<'section' | 'head'>('section')
  const [section, setSection] = useState('')
  const [wrong, setWrong] = useState<{ who?: string; section?: string }>({})
  const appoint = useCommand(['organization', 'appoint'], { onDone: () => onDone('定好了，从现在起对口。') })
  const choose = (id: string) => {
    const one = street.find(({ accountId }) => accountId === id)
    setWho(id)
    setKind(one?.kind ?? 'section')
    setSection(one?.section ?? '')
    setWrong({})
  }
  const send = () => {
    if (who === null) return setWrong({ who: '选一位街道的人' })
    if (kind === 'section' && section.trim() === '') return setWrong({ section: '写上是哪个科室' })
    appoint.send({ committeeId, accountId: who, kind, ...(kind === 'section' && { section: section.trim() }) }, '街道对口')
  }
  return (
    <Card label='加一位对口的人' pad>
      <View className='stack'>
        <Select id='pair-who' label='街道的谁' options={street.map(({ accountId, name, section: of, kind: as }) => ({ value: accountId, word: `${name}（${of ?? rungWords[as]}）` }))} value={who} onChange={choose} wrong={wrong.who} />
        <Segmented label='作为' options={[{ value: 'section', word: '对口科室' }, { value: 'head', word: '处级干部' }]} value={kind} onChange={setKind} />
        {kind === 'section' && <TextInput id='pair-section' label='哪个科室' value={section} onChange={(words) => { setSection(words); setWrong({}) }} wrong={wrong.section} maxLength={12} />}
        <CommandState {...appoint} />
        <View className='acts'>
          <Button look='plain' onTap={onClose}>不加了</Button>
          <Button busy={appoint.state === 'sending'} onTap={send}>定下对口</Button>
        </View>
      </View>
    </Card>
  )
}
