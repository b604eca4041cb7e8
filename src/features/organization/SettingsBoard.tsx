import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Paired } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { useRead } from '../../api/read'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { shortDay } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { PersonRow } from '../../ui/PersonRow'
import { Section } from '../../ui/Section'
import { nameWithPost } from '../../wording'
import { CommandState } from './CommandState'
import { LadderCard } from './LadderCard'
import { OrganizationRefused } from './OrganizationRefused'
import { PairForm } from './PairForm'
import { movedOnWords } from './wording'
import './organization.scss'

/** Whom a late demand is carried up to, and who of the street is paired with the committee. */
export function SettingsBoard({ committeeId }: { committeeId: string }) {
  const settings = useRead(['organization', 'listSettings'], { committeeId })
  const [pairing, setPairing] = useState(false)
  const [done, setDone] = useState('')
  const { data } = settings
  const end = (words = '') => {
    setPairing(false)
    setDone(words)
    if (words !== '') settings.again()
  }
  const paired = data ? [...data.sections, ...data.heads] : []
  return (
    <View className='stack'>
      <OrganizationRefused committeeId={committeeId} />
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable waiting={settings.waiting} failed={settings.failed} offlineSince={settings.offlineSince} onAgain={settings.again}>
        {data && <LadderCard key={JSON.stringify(data.ladder)} committeeId={committeeId} ladder={data.ladder} usual={data.usual} mayChange={data.mayChange} onDone={end} />}
        <Section title='街道对口联系' />
        {paired.length > 0
          ? <Card label='街道对口联系'>{paired.map((one) => <PairedRow key={one.postId} committeeId={committeeId} paired={one} mayEnd={data?.mayChange ?? false} onDone={end} />)}</Card>
          : data && <Empty icon='users' title='还没有对口的科室和处级干部' note='定好以后，一直没办好的事会一层层告诉他们。' />}
        {data?.mayChange && (pairing
          ? <PairForm committeeId={committeeId} street={data.street} onDone={end} onClose={() => end()} />
          : <Button look='soft' wide icon='plus' onTap={() => { setPairing(true); setDone('') }}>加一位对口的人</Button>)}
      </Loadable>
    </View>
  )
}

function PairedRow({ committeeId, paired, mayEnd, onDone }: { committeeId: string; paired: Paired; mayEnd: boolean; onDone: (words: string) => void }) {
  const end = useCommand(['organization', 'endPost'], { onDone: ({ moved }) => onDone(movedOnWords(`${paired.staff.name}不再对口`, moved)) })
  return (
    <View className='org-block'>
      <PersonRow name={paired.staff.name} title={nameWithPost(paired.staff)} post={`${shortDay(paired.since)} 起对口`} />
      {mayEnd && (
        <View className='org-acts org-under'>
          <Button small look='plain' label={`${paired.staff.name}不再对口`} busy={end.state === 'sending'} onTap={() => end.send({ committeeId, postId: paired.postId }, `${paired.staff.name}不再对口`)}>不再对口</Button>
          <CommandState {...end} />
        </View>
      )}
    </View>
  )
}
