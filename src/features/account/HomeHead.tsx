import { Text, View } from '@tarojs/components'
import type { Home } from '../../../contract/account'
import { accessible } from '../../ui/accessible'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import { topInset } from '../../ui/topInset'
import { useTextScale } from '../../ui/textScale'
import { greeting } from './wording'
import './home.scss'

const weapp = process.env.TARO_ENV === 'weapp'

/** The lane at dusk. Drawn before anything is known, so the first picture never jumps. */
export function HomeHead({ home, place }: { home: Home | undefined; place: string }) {
  const { setElder } = useTextScale()
  return (
    <View className='hero'>
      <View className='hero-art art-lane' {...accessible({ hidden: true })} />
      <View className='hero-in' style={{ paddingTop: `${topInset()}px` }}>
        <Place place={place} dark />
        <View className='hero-hello'>
          <View className='grow'>
            <Heading level={1} size='large'>{home ? greeting(home.me?.name ?? null, home.at) : '您好'}</Heading>
            <View className='sub hero-promise'>您说的每件事，都有人接着</View>
          </View>
          <View className='hero-pill hit' {...accessible({ role: 'button', label: '换成长辈版，字更大', onTap: () => setElder(true) })}>
            <Icon name='text-size' />
            <Text>长辈版</Text>
          </View>
        </View>
      </View>
    </View>
  )
}

export function Place({ place, dark }: { place: string; dark?: boolean }) {
  return (
    <View className={weapp ? 'hero-place beside-capsule' : 'hero-place'}>
      <View className={dark ? 'mark-on-dark' : 'mark-on-light'} {...accessible({ hidden: true })} />
      <Text className='cut'>{place}</Text>
    </View>
  )
}
