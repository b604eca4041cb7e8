import { View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { Words } from '../../ui/Words'
import { ResolutionRow } from './ResolutionRow'
import { presentWords, standWords } from './wording'

/** One meeting that was held, and what it decided. */
export function MeetingPast({ committeeId, meetingId, whole }: { committeeId: string; meetingId: string; whole: boolean }) {
  const read = useRead(['meeting', 'get'], { committeeId, meetingId })
  const meeting = read.data
  const onDemand = (demandId: string) => go('leader/demand', { committeeId, demandId })
  return (
    <Loadable waiting={read.waiting} failed={read.failed} offlineSince={read.offlineSince} onAgain={read.again} empty={read.refusal !== null && <Empty icon='meeting' title='没有找到这次会' note='它可能是别的居委会的。' />}>
      {meeting && (
        <View className='stack'>
          <View>
            <Heading><Words>{standWords(meeting)}</Words></Heading>
            <View className='sub ink2'>{`到会：${presentWords(meeting)}`}</View>
          </View>
          {whole && meeting.state === 'closed' && <View><Button look='soft' icon='print' onTap={() => go('staff/minutes', { committeeId, meetingId })}>会议记录，可以打印</Button></View>}
          <Section title='定了什么' count={meeting.resolutions.length} />
          {meeting.resolutions.length > 0 && <Card label='定了什么'>{meeting.resolutions.map((one) => <ResolutionRow key={one.id} resolution={one} onDemand={onDemand} />)}</Card>}
          {meeting.carried.length > 0 && (
            <>
              <Section title='没议到，转到下次' count={meeting.carried.length} />
              <Card label='没议到，转到下次'>{meeting.carried.map(({ demandId, title }) => <Row key={demandId} title={title} onTap={() => onDemand(demandId)} />)}</Card>
            </>
          )}
        </View>
      )}
    </Loadable>
  )
}
