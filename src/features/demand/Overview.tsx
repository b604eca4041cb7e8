import { View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { go } from '../../routes'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { weekDay } from '../../ui/dates'
import { Empty } from '../../ui/Empty'
import { Heading } from '../../ui/Heading'
import { Loadable } from '../../ui/Loadable'
import { Section } from '../../ui/Section'
import { useWideWindow } from '../../ui/wideWindow'
import { Words } from '../../ui/Words'
import { CommitteeTable } from './CommitteeTable'
import { DemandCardRow } from './DemandCardRow'
import { OverviewFigures } from './OverviewFigures'
import { OverviewStuck } from './OverviewStuck'
import { OverviewTiles } from './OverviewTiles'
import { openCommitteeList } from './committeeQuery'
import type { ServedCommittee } from './useServing'

/** What a committee has before it today; every figure leads to its rows. */
export function Overview({ committee }: { committee: ServedCommittee }) {
  const wide = useWideWindow()
  const name = useRead(['account', 'me'], {}).data?.name ?? '您好'
  const overview = useRead(['demand', 'overview'], { committeeId: committee.id })
  const { data } = overview
  const first = data?.first ?? []
  const title = first.length > 0 ? `${name}，今天先看这 ${first.length} 件` : `${name}，今天没有急着要看的`
  const none = <Empty icon='done' title='没有在办的事' note='有人说事，会先到这里。' />
  return (
    <Loadable waiting={overview.waiting} failed={overview.failed} offlineSince={overview.offlineSince} onAgain={overview.again}>
      {data && (
        <View className='staff-overview'>
          <View className='line'>
            <View className='grow'>
              <Heading level={wide ? 1 : 2} size='large'>{title}</Heading>
              <View className='sub ink2'><Words>{`${weekDay(data.day)}，${data.committeeName}，在办 ${data.open} 件`}</Words></View>
            </View>
            {wide && <Button icon='plus' onTap={() => go('leader/enter')}>记一件事</Button>}
          </View>
          <OverviewTiles data={data} />
          <View className='staff-columns'>
            <View className='stack'>
              <Section title='今天先看' action={{ word: '全部诉求', onTap: () => openCommitteeList({ filter: 'open' }) }} />
              {first.length === 0 ? none : wide ? (
                <Card label='今天先看'>
                  <CommitteeTable cards={first} brief onOpen={(demandId) => go('staff/demands', { filter: 'open', demandId })} />
                </Card>
              ) : (
                <Card label='今天先看'>
                  {first.map((card) => (
                    <DemandCardRow key={card.id} card={card} reader='staff' onTap={() => go('leader/demand', { demandId: card.id, committeeId: card.committeeId })} />
                  ))}
                </Card>
              )}
              <OverviewStuck data={data} />
            </View>
            <OverviewFigures data={data} />
          </View>
        </View>
      )}
    </Loadable>
  )
}
