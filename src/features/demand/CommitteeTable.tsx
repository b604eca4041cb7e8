import { Text, View } from '@tarojs/components'
import type { DemandCard } from '../../../contract/demand'
import { Table, type Column } from '../../ui/Table'
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

const number: Cell = { key: 'number', head: '编号', width: '76px', draw: (card) => <Text className='ink2 nb'>{card.number.slice(card.number.lastIndexOf('-') + 1)}</Text> }
const what: Cell = { key: 'what', head: '内容', draw: (card) => <What card={card} /> }
const owner: Cell = { key: 'owner', head: '谁在办', width: '84px', draw: (card) => <Text className='nb'>{card.owner.name}</Text> }
const due: Cell = { key: 'due', head: '时限', width: '104px', draw: (card) => <Text className={dueLook(card)}>{dueShort(card)}</Text> }
const status: Cell = { key: 'status', head: '状态', width: '132px', draw: (card) => <DemandStatusTag demand={card} reader='staff' /> }

/** For PC: what, who has it, by when, and how it stands. */
export function CommitteeTable({ cards, chosen, brief, onOpen }: Props) {
  return <Table label='诉求' columns={brief ? [due, what, owner, status] : [number, what, owner, due, status]} rows={cards} id={({ id }) => id} chosen={chosen} onChoose={onOpen} />
}

function What({ card: { title, kind, from, urgency, noHomeVisits, unread } }: { card: DemandCard }) {
  const meta = [kindWords[kind], urgency === 'danger' && '有危险', from, noHomeVisits && '不要上门', unread > 0 && `${unread} 条没看`].filter(Boolean).join('，')
  return (
    <View>
      <View className='strong'>{title}</View>
      <View className='meta ink2'>{meta}</View>
    </View>
  )
}

function dueLook({ late, dueAt }: DemandCard): string {
  if (late === 'late') return 'brick strong'
  return dueAt ? 'strong' : 'ink2'
}
