import { View } from '@tarojs/components'
import type { MyHousehold } from '../../../contract/household'
import { presenceWords, postOf } from '../../wording'
import { Avatar } from '../../ui/Avatar'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { PersonRow } from '../../ui/PersonRow'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { Words } from '../../ui/Words'
import { relationWords, wishForHousehold } from './wording'
import './household.scss'

/** One household as its own people see it: how to be reached first, then who leads the block, then who lives here. */
export function HouseholdCard({ household }: { household: MyHousehold }) {
  const { membership, members, leader, wish } = household
  return (
    <>
      <Section title={membership.label} />
      <Card pad label='怎么联系我们家'>
        <View className='line'>
          <Icon name='door' className='pine' />
          <Heading level={3} className='grow'>{wish.noHomeVisits ? '不要上门，线上联系我' : '怎么联系我们家'}</Heading>
        </View>
        <View className='wish'>
          {wishForHousehold(wish).map((line) => <View key={line} className='wish-line sub'><Words>{line}</Words></View>)}
        </View>
        <View className='meta ink2 wish-note'>这是您家自己的意思，块长和值班的人都照这个来。要改，跟块长说一声。</View>
      </Card>
      {leader && (
        <Card label='我们的块长'>
          <PersonRow name={leader.staff.name} post={`${postOf(leader.staff)}，${presenceWords(leader)}`} lit={leader.here} />
        </Card>
      )}
      <Card label='这一户的人'>
        {members.map(({ name, relation, me }) => (
          <Row key={`${name}${relation}`} from={68} lead={<Avatar name={name} resident />} title={me ? `${name}（我）` : name} value={relationWords[relation]} />
        ))}
      </Card>
    </>
  )
}
