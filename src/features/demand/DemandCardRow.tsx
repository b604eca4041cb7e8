import { Text, View } from '@tarojs/components'
import type { DemandCard } from '../../../contract/demand/card'
import { accessible } from '../../ui/accessible'
import { Count } from '../../ui/Count'
import { momentWord, rowTime } from '../../ui/dates'
import { Icon } from '../../ui/Icon'
import { KindTag } from '../../ui/KindTag'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { DemandStatusTag } from './DemandStatusTag'
import { beforeWords } from './dueWording'
import { sentenceOf, type Reader } from './stateWording'
import { kindWords } from './wording'

interface Props {
  card: DemandCard
  reader: Reader
  /** While rows are picked to be done together: whether this one is. */
  picked?: boolean
  /** It stands open beside the list. */
  chosen?: boolean
  onTap: () => void
}

/** One demand in a list: what state, what, who has it and by when. It is spoken as it is read, so no label says it twice. */
export function DemandCardRow({ card, reader, picked, chosen, onTap }: Props) {
  const note = reader === 'filer' ? sentenceOf(card) : staffNote(card)
  return (
    <View className={chosen ? 'row tappable on' : 'row tappable'} {...accessible(picked === undefined ? { role: 'button', current: chosen && 'page', onTap } : { role: 'checkbox', checked: picked, onTap })}>
      {picked !== undefined && <View className={picked ? 'pick-box on' : 'pick-box'}>{picked && <Icon name='check' size='s' />}</View>}
      <View className='grow'>
        <View className='line wraps' style={{ marginBottom: '6px' }}>
          <DemandStatusTag demand={card} reader={reader} />
          {reader === 'staff' && <KindTag>{kindWords[card.kind]}</KindTag>}
          {reader === 'staff' && card.proxied && <Tag tone='stone' icon='phone'>代为登记</Tag>}
          {card.urgency === 'danger' && (card.late === 'no' || card.late === 'soon') && <Tag tone='brick' icon='alert'>有危险</Tag>}
          <View className='line end'>
            <Text className='meta ink2 nb'>{reader === 'filer' ? card.number : rowTime(card.lastAt)}</Text>
            {card.unread > 0 && <Count value={card.unread} label={`${card.unread} 条没看`} />}
          </View>
        </View>
        <View className='head two'>{card.title}</View>
        <View className='sub ink2'><Words dates>{note}</Words></View>
        {card.snoozed && <View className='meta ink2'>{`放到 ${momentWord(card.snoozed.until)}：${card.snoozed.reason}`}</View>}
        {reader === 'staff' && card.noHomeVisits && <View className='meta lampink'>这户不要上门</View>}
      </View>
    </View>
  )
}

function staffNote(card: DemandCard): string {
  const due = beforeWords(card)
  return [card.from, due, card.offeredTo && `等${card.offeredTo.name}接手，现在${card.owner.name}管着`].filter(Boolean).join('，')
}
