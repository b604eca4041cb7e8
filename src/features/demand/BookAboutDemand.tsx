import { View } from '@tarojs/components'
import type { Demand } from '../../../contract/demand/demand'
import { go } from '../../routes'
import { Button } from '../../ui/Button'

/** Some things are said better than written; what belongs to no household has no block leader to talk with. */
export function BookAboutDemand({ demand }: { demand: Demand }) {
  if (demand.about === 'app') return null
  return <View className='more-button'><Button small look='plain' icon='visit' onTap={() => go('resident/book-visit', { committeeId: demand.committeeId, demandId: demand.id })}>约块长线上聊聊</Button></View>
}
