import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../api/read'
import { Card } from '../../ui/Card'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { PersonRow } from '../../ui/PersonRow'
import { Section } from '../../ui/Section'
import { presenceWords } from '../../wording'
import { BlockCard } from './BlockCard'
import { LeaveBoard } from './LeaveBoard'
import { postsWords } from './wording'
import './organization.scss'

/** Who serves, who leads which block, and who is away. */
export function RosterBoard({ committeeId }: { committeeId: string }) {
  const roster = useRead(['organization', 'roster'], { committeeId })
  const [done, setDone] = useState('')
  const { people = [], blocks = [], directs = false } = roster.data ?? {}
  const end = (words: string) => {
    setDone(words)
    roster.again()
  }
  const leading = people.filter(({ staff }) => staff.post !== 'section' && staff.post !== 'head')
  return (
    <View className='stack'>
      <Section title='请假' />
      <LeaveBoard committeeId={committeeId} />
      <Section title='块和块长' count={blocks.length} />
      {done !== '' && <Note tone='pine'>{done}</Note>}
      <Loadable waiting={roster.waiting} failed={roster.failed} offlineSince={roster.offlineSince} onAgain={roster.again}>
        <Card label='块和块长'>{blocks.map((block) => <BlockCard key={block.id} committeeId={committeeId} block={block} blocks={blocks} people={leading} directs={directs} onDone={end} />)}</Card>
        <Section title='都有谁' />
        <Card label='都有谁'>
          {people.slice(0, 40).map(({ staff, posts, presence, openDemands }) => (
            <PersonRow
              key={staff.accountId}
              name={staff.name}
              lit={posts.length > 0 && presence.here}
              title={`${staff.name}，${postsWords(posts)}`}
              post={[posts.length > 0 && presenceWords(presence), openDemands > 0 && `手上 ${openDemands} 件`].filter(Boolean).join('，') || '现在没有职务'}
            />
          ))}
        </Card>
      </Loadable>
    </View>
  )
}
