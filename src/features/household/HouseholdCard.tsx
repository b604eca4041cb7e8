import type { MyHousehold } from '../../../contract/household'
import { go } from '../../routes'
import { presenceWords, postOf } from '../../wording'
import { Avatar } from '../../ui/Avatar'
import { Card } from '../../ui/Card'
import { PersonRow } from '../../ui/PersonRow'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { LeaveHousehold } from './LeaveHousehold'
import { OwnArchive } from './OwnArchive'
import { WishCard } from './WishCard'
import { relationWords } from './wording'

/** One household as its own people see it: how to be reached first, then who leads the block, then who lives here. */
export function HouseholdCard({ household, onLeft }: { household: MyHousehold; onLeft: (label: string) => void }) {
  const { membership, members, leader, wish } = household
  return (
    <>
      <Section title={membership.label} />
      <OwnArchive committeeId={membership.committeeId} householdId={membership.householdId} fallback={<WishCard wish={wish} />} />
      {leader && (
        <Card label='我们的块长'>
          <PersonRow name={leader.staff.name} post={`${postOf(leader.staff)}，${presenceWords(leader)}`} lit={leader.here} action={{ icon: 'visit', label: `约${leader.staff.name}线上走访`, onTap: () => go('resident/book-visit', { committeeId: membership.committeeId, householdId: membership.householdId, about: 'leader' }) }} />
        </Card>
      )}
      <Card label='这一户的人'>
        {members.map(({ name, relation, me }) => (
          <Row key={`${name}${relation}`} from={68} lead={<Avatar name={name} resident />} title={me ? `${name}（我）` : name} value={relationWords[relation]} />
        ))}
      </Card>
      <LeaveHousehold membership={membership} onLeft={onLeft} />
    </>
  )
}
