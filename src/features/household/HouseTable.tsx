import { Text } from '@tarojs/components'
import type { HouseLine } from '../../../contract/houseMap'
import { Table, type Column } from '../../ui/Table'
import { Tag } from '../../ui/Tag'
import { classWords } from './archiveWording'
import { classTones } from './HouseRow'
import { contactWords, dueLine, livesWords, reachLine } from './houseWording'

type Cell = Column<HouseLine>

const door: Cell = { key: 'door', head: '门牌', width: '112px', draw: ({ label }) => <Text className='strong nb'>{label}</Text> }
const kind: Cell = { key: 'kind', head: '分类', width: '124px', draw: (line) => <Tag tone={classTones[line.class]} icon={classWords[line.class].icon}>{classWords[line.class].word}</Tag> }
const lives: Cell = { key: 'lives', head: '住的人', draw: (line) => <Text>{line.tenure === 'vacant' ? '空着' : livesWords(line)}</Text> }
const ways: Cell = { key: 'ways', head: '怎么联系', width: '148px', draw: (line) => <Text className='ink2'>{contactWords(line)}</Text> }
const reached: Cell = { key: 'reached', head: '上次联系', width: '136px', draw: (line) => <Text className='ink2'>{reachLine(line)}</Text> }
const due: Cell = { key: 'due', head: '到期', width: '164px', draw: (line) => (line.due ? <Text className={line.due.late ? 'brick strong' : ''}>{dueLine(line.due)}</Text> : null) }

/** For PC: ↑ ↓ and Enter. */
export function HouseTable({ lines, due: byDue, onOpen }: { lines: HouseLine[]; due: boolean; onOpen: (householdId: string) => void }) {
  return <Table label='住户' columns={byDue ? [door, kind, lives, reached, due] : [door, kind, lives, ways, reached]} rows={lines} id={({ id }) => id} onChoose={onOpen} />
}
