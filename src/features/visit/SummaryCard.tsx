import { View } from '@tarojs/components'
import type { Visit } from '../../../contract/visit'
import { go } from '../../routes'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'

/** What came of it: the words, and the matters it has become. */
export function SummaryCard({ visit }: { visit: Visit }) {
  if (visit.summary === null) return null
  const place = visit.reader === 'home' ? ('resident/demand' as const) : ('leader/demand' as const)
  return (
    <>
      <Card pad label='小结'>
        <Heading>小结</Heading>
        <View className='visit-summary'>{visit.summary}</View>
      </Card>
      {visit.needs.length > 0 && <Section title='已经有人办的' />}
      {visit.needs.length > 0 && (
        <Card label='已经有人办的'>
          {visit.needs.map(({ demandId, title }) => <Row key={demandId} title={title} note='已经记成一件事，有人接着' onTap={() => go(place, { committeeId: visit.committeeId, demandId })} label={title} />)}
        </Card>
      )}
    </>
  )
}
