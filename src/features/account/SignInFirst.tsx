import { Text, View } from '@tarojs/components'
import { switchTab } from '../../routes'
import { Empty } from '../../ui/Empty'
import { DemonstrationLink } from './DemonstrationLink'

/** Saying something needs a name, so that the answer finds its way. */
export function SignInFirst({ phone }: { phone: string | null }) {
  return (
    <View>
      <Empty icon='me' title='还不知道您是谁' note='从微信里打开掌心汇，答复才找得到您' action={{ word: '先看看服务', onTap: () => switchTab('services') }} />
      {phone && <View className='quiet sub ink2'>或者打居委会电话 <Text className='nb'>{phone}</Text></View>}
      <DemonstrationLink />
    </View>
  )
}
