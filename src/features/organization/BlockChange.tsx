import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterBlock, RosterPerson } from '../../../contract/organization'
import { useCommand } from '../../api/command'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Note } from '../../ui/Note'
import { Select } from '../../ui/Select'
import { CommandState } from './CommandState'
import { movedOnWords, postsWords } from './wording'

export type BlockAct = 'leader' | 'deputy' | 'split' | 'merge'

interface Props {
  act: BlockAct
  committeeId: string
  block: RosterBlock
  blocks: readonly RosterBlock[]
  people: readonly RosterPerson[]
  onDone: (words: string) => void
  onClose: () => void
}

const titles: Record<BlockAct, string> = { leader: '新块长', deputy: '副块长', split: '新块的块长', merge: '并到哪一块' }
const words: Record<BlockAct, string> = { leader: '定下新块长', deputy: '定下副块长', split: '分出新块', merge: '并过去' }
/** What happens, before it does. */
const notes: Record<BlockAct, string> = {
  leader: '从现在起由新块长管。原来块长手上这一块没办完的马上交过去，居民会知道。',
  deputy: '块长不在的时候，新来的事先找副块长。',
  split: '选中的楼归新块。住户、入户申请、没办完的事跟着走。',
  merge: '这一块的楼、住户、申请和没办完的事都归过去，这一块就没有了，块长和副块长到此为止。',
}

/** One change of a block: pick, read what it does, do it. */
export function BlockChange({ act, committeeId, block, blocks, people, onDone, onClose }: Props) {
  const [picked, setPicked] = useState<string | null>(null)
  const [buildingIds, setBuildingIds] = useState<string[]>([])
  const [wrong, setWrong] = useState('')
  const appoint = useCommand(['organization', 'appoint'], { onDone: ({ moved }) => onDone(movedOnWords(`${block.name}的${act === 'leader' ? '块长' : '副块长'}定好了`, moved)) })
  const split = useCommand(['organization', 'splitBlock'], { onDone: ({ name, households, moved }) => onDone(movedOnWords(`分出了${name}，${households} 户跟着过去`, moved)) })
  const merge = useCommand(['organization', 'mergeBlocks'], { onDone: ({ households, moved }) => onDone(movedOnWords(`并好了，${households} 户跟着过去`, moved)) })
  const command = act === 'split' ? split : act === 'merge' ? merge : appoint
  const blockId = block.id
  const options = act === 'merge'
    ? blocks.filter(({ id, leader }) => id !== blockId && leader).map(({ id, name, leader }) => ({ value: id, word: `${name}，块长 ${leader!.name}` }))
    : people.map(({ staff, posts }) => ({ value: staff.accountId, word: `${staff.name}（${postsWords(posts)}）` }))

  const send = () => {
    if (act === 'split' && buildingIds.length === 0) return setWrong('先选要分出去的楼')
    if (act === 'split' && buildingIds.length === block.buildings.length) return setWrong('至少留一栋。要全部划走，用“并到另一块”')
    if (picked === null) return setWrong(`选一下${titles[act]}`)
    const label = `${block.name} ${words[act]}`
    if (act === 'split') split.send({ committeeId, blockId, buildingIds, leaderId: picked }, label)
    else if (act === 'merge') merge.send({ committeeId, blockId, intoId: picked }, label)
    else appoint.send({ committeeId, blockId, kind: act, accountId: picked }, label)
  }
  const toggle = (id: string) => {
    setWrong('')
    setBuildingIds((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  }
  return (
    <View className='stack org-change'>
      {act === 'split' && (
        <Field id={`split-${blockId}`} label='哪几栋分出去'>
          <View className='wrap' style={{ '--gap': '8px' }}>
            {block.buildings.map(({ id, name }) => <Chip key={id} role='checkbox' chosen={buildingIds.includes(id)} onTap={() => toggle(id)}>{name}</Chip>)}
          </View>
        </Field>
      )}
      <Select id={`pick-${act}-${blockId}`} label={titles[act]} options={options} value={picked} onChange={(id) => { setPicked(id); setWrong('') }} wrong={wrong} />
      <Note icon='info'>{notes[act]}</Note>
      <CommandState {...command} />
      <View className='acts'>
        <Button look='plain' onTap={onClose}>不改了</Button>
        <Button busy={command.state === 'sending'} onTap={send}>{words[act]}</Button>
      </View>
    </View>
  )
}
