import { View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { Avatar } from '../../ui/Avatar'
import { Card } from '../../ui/Card'
import { Loadable } from '../../ui/Loadable'
import { Row } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { MakeCode } from './MakeCode'
import { TakeOut } from './TakeOut'
import { relationWords, wishForStaff } from './wording'

/** Who lives behind a door, the code to print for it, and taking out who moved away. */
export function ServedDoor({ committeeId, householdId }: { committeeId: string; householdId: string }) {
  const { data: door, waiting, failed, offlineSince, again } = useRead(['household', 'getDoor'], { committeeId, householdId })
  return (
    <Loadable waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again}>
      {door && (
        <View className='stack'>
          <Section title={door.label} />
          <View className='sub ink2 door-wish'>{`${door.blockName}。${wishForStaff(door.wish)}`}</View>
          <MakeCode door={door} onMade={again} />
          <Card label='住在这里的人' className='door-people'>
            {door.residents.length === 0 && <Row title='还没有登记的人' />}
            {door.residents.map((resident) => (
              <Row key={resident.id} from={68} lead={<Avatar name={resident.name} resident />} title={resident.name} note={`${relationWords[resident.relation]}，${resident.inApp ? '在用小程序' : '没有用小程序'}`}>
                <TakeOut committeeId={committeeId} resident={resident} label={door.label} onDone={again} />
              </Row>
            ))}
          </Card>
        </View>
      )}
    </Loadable>
  )
}
