import { View } from '@tarojs/components'
import { makePhoneCall } from '@tarojs/taro'
import { useRead } from '../../api/read'
import { Card } from '../../ui/Card'
import { Loadable } from '../../ui/Loadable'
import { Note } from '../../ui/Note'
import { Row } from '../../ui/Row'
import { go } from '../../routes'
import { filledIn } from './wording'
import './me.scss'

/** Who runs this, as the operator filled it in; what is not filled in says so. */
export function AboutFacts() {
  const { data, waiting, failed, offlineSince, again } = useRead(['account', 'about'], {})
  return (
    <Loadable waiting={waiting} failed={failed} offlineSince={offlineSince} onAgain={again}>
      {data && (
        <>
          {data.demonstration && <Note tone='lamp' icon='info'>这里是演示，里面的人和事都是编的。</Note>}
          <Card label='谁在办'>
            <Row title='主办单位' value={filledIn(data.operator)} />
            <Row title='技术支持' value={filledIn(data.supportUnit)} />
            <Row title='备案编号' value={filledIn(data.filingNumber)} />
            <Row title='联系电话' value={filledIn(data.phone)} onTap={data.phone ? () => dial(data.phone) : undefined} label={`联系电话，${filledIn(data.phone)}`} />
            <Row title='版本' value={filledIn(data.version)} />
          </Card>
        </>
      )}
      <Card>
        <Row title='给程序提意见' note='哪里不好用，跟居委会说' label='给程序提意见' onTap={() => go('resident/complaint', {})} />
        <Row title='个人信息怎么用' onTap={() => go('resident/privacy', {})} />
      </Card>
      <View className='sub ink2 about-foot'>掌心汇是居委会“零距离走访”在手机上的一半。它讲清楚、记下来、交给人、给答复；正式的申请到随申办去办。</View>
    </Loadable>
  )
}

function dial(phoneNumber: string) {
  // Saying no to the phone's own question is no fault.
  makePhoneCall({ phoneNumber }).catch(() => {})
}
