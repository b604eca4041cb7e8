import { View } from '@tarojs/components'
import { makePhoneCall } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { Home } from '../../../contract/account'
import { go, switchTab } from '../../routes'
import { Heading } from '../../ui/Heading'
import { useTextScale } from '../../ui/textScale'
import { topInset } from '../../ui/topInset'
import { presenceWords } from '../../wording'
import { BigButton } from './BigButton'
import { Place } from './HomeHead'
import { openVisit } from './openVisit'
import { greeting, visitWords } from './wording'

/** 长辈版 has its own order: call, say, what happened, look up, text size, back. */
export function ElderHome({ home, children }: { home: Home; children: ReactNode }) {
  const { setElder } = useTextScale()
  const { phone } = home.committee
  return (
    <>
      <Heading level={1} size='large'>{greeting(home.me?.name ?? null, home.at)}</Heading>
      {phone && (
        <BigButton main icon='phone' word='打电话给居委会' note={home.duty ? `今天${home.duty.staff.name}接待，${presenceWords(home.duty)}` : phone} onTap={() => dial(phone)} />
      )}
      <BigButton main={!phone} icon='say' word='说件事' note={home.leader ? `交给您的块长${home.leader.staff.name}` : '大事小事，都会有答复'} onTap={() => go('resident/file-demand')} />
      {home.me !== null && home.me.memberships.length > 0 && <BigButton icon='visit' {...visitWords(home.nextVisit)} onTap={() => openVisit(home.nextVisit)} />}
      {children}
      <View className='acts'>
        <BigButton low icon='service' word='查服务' onTap={() => switchTab('services')} />
        <BigButton low icon='text-size' word='字大小' onTap={() => go('resident/text-size')} />
      </View>
      <BigButton low icon='undo' word='换回普通版' onTap={() => setElder(false)} />
    </>
  )
}

function dial(phoneNumber: string) {
  // Saying no to the phone's own question is no fault.
  makePhoneCall({ phoneNumber }).catch(() => {})
}

/** On paper, not at dusk: nothing behind the words. */
export function ElderHomeHead({ place }: { place: string }) {
  return <View style={{ paddingTop: `${topInset()}px` }}><Place place={place} /></View>
}
