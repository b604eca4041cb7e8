import { Text, View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { usePhotoSlots } from '../../api/photoSlots'
import { go } from '../../routes'
import { Avatar } from '../../ui/Avatar'
import { momentWord } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { KindTag } from '../../ui/KindTag'
import { Link } from '../../ui/Link'
import { Note } from '../../ui/Note'
import { Plate } from '../../ui/Plate'
import { Tag } from '../../ui/Tag'
import { Words } from '../../ui/Words'
import { DemandChain } from './DemandChain'
import { DemandStatusTag } from './DemandStatusTag'
import { DemandThread } from './DemandThread'
import { SafetyMark } from './SafetyMark'
import { ProxySteps } from './ProxySteps'
import { ratingNote, ratingWords } from './ratingWording'
import { StaffTogether } from './StaffTogether'
import { StaffWish } from './StaffWish'
import { channelWords, kindWords, visibilityWords } from './wording'
import { askerOf, dueLong, outsideLine } from './staffWording'

/** One demand for the one who works on it: what, who asks and how they wish to be reached, who has it, all that was said. */
export function StaffDemand({ demand }: { demand: Demand }) {
  const { number, kind, urgency, late, text, title, place, from, firstReceiver, filedAt, channel, about, visibility } = demand
  const photos = usePhotoSlots()
  const who = from ?? '没有留名'
  const told = toldUp(demand)
  const { proxied, enteredBy, category, answers, phone, rating } = demand
  return (
    <View className='stack staff-demand'>
      <View className='card'>
        <View className='pad'>
          <View className='wrap staff-tags' style={{ '--gap': '8px' }}>
            <Plate number={number} />
            <DemandStatusTag demand={demand} reader='staff' />
            <KindTag>{kindWords[kind]}</KindTag>
            {category && <Tag tone='stone' icon='doc'>{category.name}</Tag>}
            {proxied && <Tag tone='stone' icon='phone'>代为登记</Tag>}
            {urgency === 'danger' && <Tag tone='brick' icon='alert'>有危险</Tag>}
            {urgency === 'soon' && <Tag tone='lamp' icon='clock'>着急</Tag>}
          </View>
          <Heading size='title' className='staff-due'>{title}</Heading>
          {!same(text, title) && <View className='staff-words'>{text}</View>}
          {photos && <photos.Shown committeeId={demand.committeeId} demandId={demand.id} entryId={null} open={visibility === 'neighbours'} />}
          {place !== '' && <View className='sub ink2'>{`在${place}`}</View>}
          <SafetyMark safety={demand.safety} rejectedFor={demand.rejectedFor} reader='staffAboutResident' />
          {answers.map(({ label, answer }) => <View key={label} className='sub ink2'>{`${label}：${answer}`}</View>)}
          <View className={late === 'late' ? 'sub brick strong staff-due' : 'sub ink2 staff-due'}><Words>{dueLong(demand)}</Words></View>
          {late === 'late' && told.length > 0 && <View className='sub ink2'>{`已经告诉${told.join('、')}`}</View>}
          <View className='staff-chain'><DemandChain demand={demand} /></View>
        </View>
        <View className='row hair'>
          <View className='row-lead'><Avatar name={askerOf(who)} resident /></View>
          <View className='grow'>
            <View className='head'>{who}</View>
            <View className='sub ink2'>{`${firstReceiver.name}首问，${momentWord(filedAt)}，${channelWords[channel]}`}</View>
            {enteredBy && <View className='sub ink2'>{`${enteredBy.name}代为登记${phone ? `，留的电话 ${phone}` : ''}`}</View>}
            <View className='sub ink2'>{about === 'app' ? '说的是这个程序' : visibilityWords[visibility].replace('我', '本人')}</View>
          </View>
        </View>
      </View>
      {demand.wish && <StaffWish wish={demand.wish} />}
      {demand.householdId && <Link onTap={() => go('archive/household', { committeeId: demand.committeeId, householdId: demand.householdId! })}>看这户的档案</Link>}
      {demand.wish && <Link label={demand.wish.noHomeVisits ? '一定要有人去，先问这户' : '请人上门'} onTap={() => go('leader/door', { committeeId: demand.committeeId, demandId: demand.id })}>{demand.wish.noHomeVisits ? '一定要有人去，先问这户' : '请人上门'}</Link>}
      {demand.snoozed && <Note icon='clock'>{`您先放着，${momentWord(demand.snoozed.until)} 回到“等我办”：${demand.snoozed.reason}`}</Note>}
      {demand.outside && <Note icon='out'>{outsideLine(demand.outside, demand.owner.name)}</Note>}
      {demand.offeredTo && (
        <Note icon='handover'>
          <Text className='strong'>{`想转给${demand.offeredTo.name}，还没接下。`}</Text>
          {`没接下之前，${demand.owner.name}管着。`}
        </Note>
      )}
      <StaffTogether key={demand.id} demand={demand} />
      <DemandThread demand={demand} />
      {rating && <Note tone={rating.value <= 2 ? 'lamp' : 'stone'} icon='star'>{`居民评了“${ratingWords[rating.value]}”：${ratingNote(rating)}只有主任和书记看得到。`}</Note>}
      <ProxySteps demand={demand} />
    </View>
  )
}

/** Who was told that it is late, each once. */
function toldUp({ thread }: Demand): string[] {
  return [...new Set(thread.flatMap(({ step, to }) => (step === 'escalate' && to ? [to] : [])))]
}

/** The title is the beginning of what was said; a short matter need not be read twice. */
function same(text: string, title: string): boolean {
  return text.replace(/[。！？!?.\s]+$/, '') === title.replace(/[。！？!?.\s]+$/, '')
}
