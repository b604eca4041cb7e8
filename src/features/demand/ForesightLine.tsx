import { Text, View } from '@tarojs/components'
import type { Foresight } from '../../../contract/demand/filing'
import type { DemandKind } from '../../../contract/demand/said'
import { Avatar } from '../../ui/Avatar'
import { Words } from '../../ui/Words'
import { foresightWords } from './routeWording'

interface Props {
  foresight: Foresight | undefined
  kind: DemandKind
  bound: boolean
}

/** Who will have it, why, and by when it is answered: known before anything is sent. */
export function ForesightLine({ foresight, kind, bound }: Props) {
  if (!foresight) return null
  const { why, by } = foresightWords(foresight, kind, bound)
  return (
    <View className='line foresight'>
      <Avatar name={foresight.owner.staff.name} lit={foresight.owner.here} />
      <View className='sub ink2 grow'>
        <Words>{why}</Words>
        <Text className='date'><Words>{by}</Words></Text>
      </View>
    </View>
  )
}
