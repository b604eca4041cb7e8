import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterBlock, RosterPerson } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Heading } from '../../ui/Heading'
import { Words } from '../../ui/Words'
import { BlockChange, type BlockAct } from './BlockChange'
import { CommandState } from './CommandState'
import { buildingsWords, movedOnWords } from './wording'

interface Props {
  committeeId: string
  block: RosterBlock
  blocks: readonly RosterBlock[]
  people: readonly RosterPerson[]
  directs: boolean
  onDone: (words: string) => void
}

/** One block: who leads it, who deputises, which buildings, and for director and secretary what may be changed. */
export function BlockCard({ committeeId, block, blocks, people, directs, onDone }: Props) {
  const [act, setAct] = useState<BlockAct | null>(null)
  const end = useCommand(['organization', 'endPost'], { onDone: ({ moved }) => onDone(movedOnWords('副块长免了', moved)) })
  const { name, leader, deputies, buildings, households, openDemands } = block
  const acts: { act: BlockAct; word: string }[] = [
    { act: 'leader', word: '换块长' }, { act: 'deputy', word: '加副块长' },
    ...(buildings.length > 1 ? [{ act: 'split' as const, word: '分出几栋' }] : []), ...(blocks.length > 1 ? [{ act: 'merge' as const, word: '并到另一块' }] : []),
  ]
  return (
    <View className='pad org-block' {...accessible({ role: 'region', label: name })}>
      <Heading>{`${name}，${leader ? `块长 ${leader.name}` : '还没有块长'}`}</Heading>
      <View className='sub ink2'><Words>{[deputies.length > 0 && `副块长 ${deputies.map(({ staff }) => staff.name).join('、')}`, buildingsWords(buildings), households > 0 && `${households} 户`, openDemands > 0 && `在办 ${openDemands} 件`].filter(Boolean).join('，')}</Words></View>
      {directs && act === null && (
        <View className='org-acts'>
          {acts.map((one) => <Button key={one.act} small look='plain' label={`${name}：${one.word}`} onTap={() => setAct(one.act)}>{one.word}</Button>)}
          {deputies.map(({ postId, staff }) => (
            <Button key={postId} small look='plain' label={`${name}：${staff.name}不再做副块长`} busy={end.state === 'sending'} onTap={() => end.send({ committeeId, postId }, `${staff.name}不再做${name}副块长`)}>{`免去${staff.name}`}</Button>
          ))}
          <CommandState {...end} />
        </View>
      )}
      {act !== null && <BlockChange key={act} act={act} committeeId={committeeId} block={block} blocks={blocks} people={people} onDone={(words) => { setAct(null); onDone(words) }} onClose={() => setAct(null)} />}
    </View>
  )
}
