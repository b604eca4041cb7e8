import { View } from '@tarojs/components'
import type { AgendaItem, Meeting } from '../../../contract/meeting'
import { Link } from '../../ui/Link'
import { Row } from '../../ui/Row'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { shortDay } from '../../ui/dates'
import { DecideForm } from './DecideForm'
import { FollowUp } from './FollowUp'
import { followWords, reasonWords } from './wording'

interface Props {
  meeting: Meeting
  item: AgendaItem
  open: boolean
  onOpen: () => void
  onDemand: (demandId: string) => void
  onDone: (words: string) => void
  onMoved: () => void
}

/** One item of the agenda: why it is here, who has it; opened, it is decided in place. */
export function AgendaRow({ meeting, item, open, onOpen, onDemand, onDone, onMoved }: Props) {
  const { demand, follows, words, reasons, title, outcomes } = item
  const note = demand ? [demand.number, `${demand.owner.name}在办`, demand.dueAt && `${shortDay(demand.dueAt)} 前答复`].filter(Boolean).join('，') : followWords(follows[0]!)
  // The first stands in the heading above.
  const besides = reasons.slice(1)
  return (
    <View className='agenda-item'>
      <Row
        above={besides.length > 0 && <View className='wrap' style={{ '--gap': '6px' }}>{besides.map((reason) => <Tag key={reason} tone={reasonWords[reason].tone} icon={reasonWords[reason].icon}>{reasonWords[reason].tag}</Tag>)}</View>}
        title={title}
        note={<Words>{note}</Words>}
        label={`${title}，${reasons.map((reason) => reasonWords[reason].tag).join('、')}`}
        onTap={onOpen}
      />
      {open && (
        <View className='agenda-open stack'>
          {demand?.from && <View className='sub ink2'>{demand.from}</View>}
          {words && <View className='sub'>{`理由：${words}`}</View>}
          {demand && <View><Link onTap={() => onDemand(demand.id)}>看这件事的全部</Link></View>}
          {follows.map((follow) => <FollowUp key={follow.id} meeting={meeting} follow={follow} onSettled={onDone} />)}
          {demand && outcomes.length > 0 && <DecideForm meeting={meeting} demand={demand} outcomes={outcomes} onDecided={onDone} onMoved={onMoved} />}
          {demand && outcomes.length === 0 && follows.length === 0 && meeting.state === 'planned' && <View className='sub ink2'>开会以后在这里定。</View>}
        </View>
      )}
    </View>
  )
}
