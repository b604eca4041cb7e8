import { View } from '@tarojs/components'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Icon, type IconName } from '../../ui/Icon'

/** Who lives here can talk with their block leader; who does not yet, asks. */
export function HomeActions({ bound }: { bound: boolean }) {
  return (
    <View className='acts'>
      <Act main icon='say' word='说件事' note='大事小事，都会有答复' onTap={() => go('resident/file-demand')} />
      {bound
        ? <Act icon='visit' word='约线上走访' note='不用上门，时间由您挑' onTap={() => go('resident/book-visit', {})} />
        : <Act icon='message' word='问一问' note='一个工作日内答复' onTap={() => go('resident/file-demand', { kind: 'consultation' })} />}
    </View>
  )
}

function Act({ main, icon, word, note, onTap }: { main?: boolean; icon: IconName; word: string; note: string; onTap: () => void }) {
  return (
    <View className={main ? 'act main' : 'act'} {...accessible({ role: 'button', label: `${word}，${note}`, onTap })}>
      <Icon name={icon} />
      <View className='title'>{word}</View>
      <View className='meta act-note'>{note}</View>
    </View>
  )
}
