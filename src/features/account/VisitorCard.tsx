import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { DemonstrationLink } from './DemonstrationLink'

/** For whoever is not signed in: what is open to them, and what needs a name. */
export function VisitorCard({ phone }: { phone: string | null }) {
  return (
    <Card pad label='您还没有登录'>
      <Heading>先看看也行</Heading>
      <View className='sub ink2'>居委会能办什么，不用登录都能看。</View>
      <View className='sub ink2'>
        {phone ? `要说件事，从微信里打开掌心汇，或者打居委会电话 ${phone}。` : '要说件事，从微信里打开掌心汇，好让我们知道回给谁。'}
      </View>
      <DemonstrationLink />
    </Card>
  )
}
