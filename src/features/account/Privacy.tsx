import { View } from '@tarojs/components'
import { Card } from '../../ui/Card'
import { fullDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { privacyText, privacyVersion } from './privacyText'
import './me.scss'

export function Privacy() {
  return (
    <>
      {privacyText.map(({ title, items }) => (
        <Card key={title} pad label={title}>
          <Heading>{title}</Heading>
          {items.map((item) => <View key={item} className='ink2 paper-item'>{item}</View>)}
        </Card>
      ))}
      <View className='meta ink2 about-foot'>{`这一版写于 ${fullDay(privacyVersion)}。改了会再告诉您。`}</View>
    </>
  )
}
