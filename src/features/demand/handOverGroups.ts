import type { Demand } from '../../../contract/demand/demand'
import type { Block, PostKind, Presence } from '../../../contract/organization'
import { postOf, presenceWords } from '../../wording'
import { blockNote } from './staffWording'

export interface HandOverTarget {
  id: string
  title: string
  /** Who that is, whether they are there, and when back. */
  note: string
  called: string
  to: { blockId: string } | { accountId: string }
}

export interface HandOverGroup {
  name: 'block' | 'colleague' | 'street'
  word: string
  targets: HandOverTarget[]
}

const street: readonly PostKind[] = ['section', 'head']

/** To whom a demand may be offered: never to whom it lies with, or was offered already. Blocks stand for their leaders. */
export function handOverGroups(blocks: Block[], serving: Presence[], { owner, offeredTo }: Pick<Demand, 'owner' | 'offeredTo'>): HandOverGroup[] {
  const has = (accountId: string | undefined) => accountId === owner.accountId || (accountId !== undefined && accountId === offeredTo?.accountId)
  const leaders = new Set(blocks.map((block) => block.leader?.staff.accountId))
  const others = serving.filter(({ staff }) => !has(staff.accountId))
  const groups: HandOverGroup[] = [
    { name: 'block', word: '哪一块', targets: blocks.filter((block) => !has(block.leader?.staff.accountId)).map(ofBlock) },
    { name: 'colleague', word: '同事', targets: others.filter(({ staff }) => !street.includes(staff.post) && !leaders.has(staff.accountId)).map(ofPerson) },
    { name: 'street', word: '街道', targets: others.filter(({ staff }) => street.includes(staff.post)).map(ofPerson) },
  ]
  return groups.filter(({ targets }) => targets.length > 0)
}

function ofBlock(block: Block): HandOverTarget {
  return { id: block.id, title: block.name, note: blockNote(block), called: block.leader?.staff.name ?? block.name, to: { blockId: block.id } }
}

function ofPerson(presence: Presence): HandOverTarget {
  const { staff } = presence
  return { id: staff.accountId, title: `${staff.name}（${postOf(staff)}）`, note: presenceWords(presence), called: staff.name, to: { accountId: staff.accountId } }
}
