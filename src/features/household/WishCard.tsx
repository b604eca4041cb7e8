import { View } from '@tarojs/components'
import type { ContactWish } from '../../../contract/household'
import { Card } from '../../ui/Card'
import { go } from '../../routes'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { Link } from '../../ui/Link'
import { Words } from '../../ui/Words'
import { wishForHousehold } from './wording'
import './household.scss'

/** How a household wishes to be reached, in its own words. */
export function WishCard({ wish, own = false }: { wish: ContactWish; own?: boolean }) {
  return (
    <Card pad label='怎么联系我们家'>
      <View className='line'>
        <Icon name='door' className='pine' />
        <Heading level={3} className='grow'>{wish.noHomeVisits ? '不要上门，线上联系我' : '怎么联系我们家'}</Heading>
        {!own && <Link label='修改怎么联系我们家' onTap={() => go('resident/my-household', {})}>修改</Link>}
      </View>
      <View className='wish'>
        {wishForHousehold(wish).map((line) => <View key={line} className='wish-line sub'><Words>{line}</Words></View>)}
      </View>
      <View className='meta ink2 wish-note'>这是您家自己的意思，块长和值班的人都照这个来。改了马上算数。</View>
    </Card>
  )
}
