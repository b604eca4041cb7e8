import { Text, View } from '@tarojs/components'
import { HouseholdClass } from '../../../contract/archive'
import { Reach } from '../../../contract/houseMap'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { classWords } from './archiveWording'
import { reachWords } from './houseWording'

const notes: Record<Reach, string> = { never: '走访过、答复过都没有', long: '半年以上，常去看看的一个月以上', recent: '走访或者答复过' }

/** What the words on a door mean. */
export function HouseLegend() {
  return (
    <Card pad label='图例'>
      <Heading size='sub'>图例</Heading>
      <View className='legend'>
        {HouseholdClass.options.map((one) => <Text key={one} className={`house-line ${one.toLowerCase()}`}><Icon name={classWords[one].icon} />{`${classWords[one].word}：${classWords[one].note}`}</Text>)}
        {Reach.options.map((one) => <Text key={one} className='house-line'><Icon name={reachWords[one].icon} />{`${reachWords[one].word}：${notes[one]}`}</Text>)}
        <Text className='house-line wait'><Icon name='bell' />在等：有事在办，或者约了线上走访还没回</Text>
      </View>
    </Card>
  )
}
