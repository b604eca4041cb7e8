import { Text, View } from '@tarojs/components'
import { makePhoneCall } from '@tarojs/taro'
import type { ServiceItem } from '../../../contract/service'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { fullDay } from '../../ui/dates'
import { Heading } from '../../ui/Heading'
import { Note } from '../../ui/Note'
import { Words } from '../../ui/Words'
import { ServiceLines } from './ServiceLines'
import { confidenceWords, roleWords, unknownWord } from './wording'
import './service.scss'

/** One item whole: what, for whom, what to bring, where, and how sure we are of it. */
export function ServiceSheet({ item }: { item: ServiceItem }) {
  return (
    <>
      <View className='sheet-title'>
        <Heading size='large'>{item.title}</Heading>
        <View className='ink2'>{item.summary}</View>
      </View>
      {item.caution && <Note tone='lamp'><Words>{item.caution}</Words></Note>}
      <Card label='要点' className='facts'>
        <Fact word='谁能办' value={item.audience} />
        <Fact word='居委会做什么' value={roleWords[item.committeeRole]} />
        <Fact word='去哪里' value={item.place} />
        <Fact word='什么时候去' value={item.hours} />
        <Fact word='费用' value={item.fee} />
        <Fact word='多久办好' value={item.timeLimit} />
      </Card>
      {item.phone && <Button look='plain' wide icon='phone' label={`打电话 ${item.phone}`} onTap={() => dial(item.phone!)}>{item.phone}</Button>}
      <ServiceLines title='带上这些' lines={item.materials} />
      <ServiceLines title='怎么办' lines={item.steps} numbered />
      <SheetFoot item={item} />
    </>
  )
}

function Fact({ word, value }: { word: string; value: string }) {
  return (
    <View className='fact'>
      <View className='meta ink2'>{word}</View>
      <View className='head'><Words>{value || unknownWord}</Words></View>
    </View>
  )
}

/** Where it stands, how sure, and of which day: said, never hidden. */
function SheetFoot({ item }: { item: ServiceItem }) {
  return (
    <View className='meta ink2 sheet-foot'>
      <View>{`依据${item.basis || unknownWord}`}</View>
      <View>{`来源：${item.source}`}</View>
      <View>
        <Words>{`${confidenceWords[item.confidence]}，截至 ${fullDay(item.asOf)}。`}</Words>
        <Text>{item.verifiedBy ? `${item.verifiedBy}核对过。` : '居委会还没有核对。'}</Text>
      </View>
    </View>
  )
}

function dial(phoneNumber: string) {
  // Saying no to the phone's own question is no fault.
  makePhoneCall({ phoneNumber }).catch(() => {})
}
