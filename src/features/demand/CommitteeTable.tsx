import { Text, View } from '@tarojs/components'
import type { DemandCard } from '../../../contract/demand/card'
import { Count } from '../../ui/Count'
import { Table, type Column } from '../../ui/Table'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { DemandStatusTag } from './DemandStatusTag'
import { dueShort } from './staffWording'
import { kindWords } from './wording'

interface Props {
  cards: DemandCard[]
  chosen?: string
  /** Without the number, due day first: what to look at today. */
  brief?: boolean
  onOpen: (demandId: string) => void
}

type Cell = Column<DemandCard>

const number: Cell = { key: 'number', head: '编号', width: '64px', draw: (card) => <Text className='ink2 nb'>{card.number.slice(card.number.lastIndexOf('-') + 1)}</Text> }
const what: Cell = { key: 'what', head: '内容', draw: (card) => <What card={card} /> }
const owner: Cell = { key: 'owner', head: '谁在办', width: '64px', draw: (card) => <Text className='nb'>{card.owner.name}</Text> }
const due: Cell = { key: 'due', head: '时限', width: '104px', draw: (card) => <Text className={dueLook(card)}><Words>{dueShort(card)}</Words></Text> }
const status: Cell = { key: 'status', head: '状态', width: '124px', draw: (card) => <Status card={card} /> }

/** For PC: what, who has it, by when, and how it stands. */
export function CommitteeTable({ cards, chosen, brief, onOpen }: Props) {
  return <Table label='诉求' columns={brief ? [due, what, owner, status] : [number, what, owner, due, status]} rows={cards} id={({ id }) => id} chosen={chosen} onChoose={onOpen} />
}

function What({ card: { title, kind, from, noHomeVisits, unread } }: { card: DemandCard }) {
  const meta = [kindWords[kind], from, noHomeVisits && '不要上门'].filter(Boolean).join('，')
  return (
    <View className='line'>
      <View className='grow'>
        <View className='strong two'>{title}</View>
        <View className='meta ink2'>{meta}</View>
      </View>
      {unread > 0 && <Count value={unread} calm label={`${unread} 条没看`} />}
    </View>
  )
}

function Status({ card }: { card: DemandCard }) {
  return (
    <View>
      <DemandStatusTag demand={card} reader='staff' />
      {card.urgency === 'danger' && card.dueAt !== null && <View className='staff-danger'><Tag tone='brick' icon='alert'>有危险</Tag></View>}
    </View>
  )
}

function dueLook({ late, dueAt }: DemandCard): string {
  if (late === 'late') return 'brick strong'
  return dueAt ? 'strong' : 'ink2'
}
