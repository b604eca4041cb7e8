import { Text, View } from '@tarojs/components'
import { useRead } from '../../api/read'
import { switchTab } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Avatar } from '../../ui/Avatar'
import { clock } from '../../ui/dates'
import { Icon } from '../../ui/Icon'
import { postOf } from '../../wording'
import { CommitteeChoice } from './CommitteeChoice'
import { entriesFor, type StaffPlace } from './staffPlaces'
import type { useServing } from './useServing'

/** Where one can go, for which committee, and who one is. */
export function StaffSidebar({ at, serving }: { at: StaffPlace; serving: ReturnType<typeof useServing> }) {
  const { me, committee, committees, choose } = serving
  const home = useRead(['account', 'home'], { committeeId: committee?.id }, { enabled: committee !== null })
  const tasks = home.data?.tasks?.committeeId === committee?.id ? home.data?.tasks : null
  const duty = home.data?.duty
  const receiving = duty && duty.staff.accountId === me.data?.accountId && duty.until ? `今天接待到 ${clock(duty.until)}` : null
  const post = committee?.posts[0]
  return (
    <View className='side' {...accessible({ role: 'navigation', label: '栏目' })}>
      <View className='side-head' {...accessible({ role: 'link', label: '掌心汇，回首页', onTap: () => switchTab('home') })}>
        <View className='side-mark' />
        <View className='grow'>
          <View className='head'>掌心汇</View>
          <View className='tiny ink2'>{committee?.name}</View>
        </View>
      </View>
      {committees.length > 1 && committee && <CommitteeChoice committees={committees} chosen={committee.id} onChoose={choose} />}
      {committee && entriesFor(committee).map(({ place, word, icon, open, count }) => {
        const on = place === at || (at === 'demand' && place === 'inbox') || (at === 'meetings' && place === 'meeting')
        const waiting = tasks ? count(tasks) : 0
        return (
          <View
            key={place}
            className={on ? 'side-item on' : 'side-item'}
            {...accessible({ role: 'link', label: waiting ? `${word}，${waiting} 件` : word, current: on && 'page', onTap: place === at ? () => {} : open })}
          >
            <Icon name={icon} />
            <Text>{word}</Text>
            {waiting > 0 && <Text className='side-count'>{waiting}</Text>}
          </View>
        )
      })}
      <View className='grow' />
      {me.data && post && (
        <View className='side-me'>
          <Avatar name={me.data.name} lit={receiving !== null} />
          <View className='grow'>
            <View className='sub strong'>{me.data.name}</View>
            <View className='tiny ink2'>{receiving ?? postOf({ post: post.kind, blockName: post.blockName })}</View>
          </View>
        </View>
      )}
    </View>
  )
}
