import { View } from '@tarojs/components'
import type { Me } from '../../../contract/account'
import { postWords } from '../../wording'
import { Avatar } from '../../ui/Avatar'
import { Heading } from '../../ui/Heading'
import { Words } from '../../ui/Words'
import './me.scss'

export function MeHead({ me }: { me: Me }) {
  return (
    <View className='line me-head'>
      <View className='me-face'><Avatar name={me.name} resident /></View>
      <View className='grow'>
        <Heading size='title'>{me.name}</Heading>
        <View className='sub ink2'><Words>{placeOf(me)}</Words></View>
      </View>
    </View>
  )
}

function placeOf({ memberships, posts }: Me): string {
  const homes = memberships.map(({ label, blockName }) => [blockName, label].filter(Boolean).join(' '))
  const served = posts.map(({ blockName, kind, committeeName }) => `${blockName ?? committeeName} ${postWords[kind]}`)
  return [...homes, ...served].join('，') || '还没有入户'
}
