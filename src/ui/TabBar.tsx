import { View } from '@tarojs/components'
import { switchTab, tabs, type TabName } from '../routes'
import { accessible } from './accessible'
import { Count } from './Count'
import { Icon } from './Icon'
import { useUnread } from './unread'

/** Ours in a browser and in 长辈版, where WeChat's own cannot grow. */
export function TabBar({ chosen }: { chosen: TabName }) {
  const unread = useUnread()
  return (
    <View className='tabs' {...accessible({ role: 'tablist', label: '主菜单' })}>
      {tabs.map(({ name, word, icon }) => {
        const on = name === chosen
        const count = name === 'messages' ? unread : 0
        return (
          <View
            key={name}
            className={on ? 'tab on' : 'tab'}
            {...accessible({ role: 'tab', selected: on, label: count ? `${word}，${count} 条没看` : word, onTap: () => on || switchTab(name) })}
          >
            <Icon name={on ? `${icon}-on` : icon} />
            {word}
            {count > 0 && <Count value={count} />}
          </View>
        )
      })}
    </View>
  )
}
