import { makePhoneCall } from '@tarojs/taro'
import { Empty } from '../../ui/Empty'
import { DangerNote } from './DangerNote'

/** A committee that does not receive here yet says so before anything is typed. */
export function NobodyThere({ phone }: { phone: string | null }) {
  // Saying no to the phone's own question is no fault.
  const dial = (phoneNumber: string) => { makePhoneCall({ phoneNumber }).catch(() => {}) }
  return (
    <>
      <Empty
        icon='lamp'
        title='这里还没有人在小程序上接'
        note={phone ? '先打居委会的电话，一样有人管' : '电话以居委会公布为准，当面说也一样有人管'}
        action={phone ? { word: phone, onTap: () => dial(phone) } : undefined}
      />
      <DangerNote />
    </>
  )
}
