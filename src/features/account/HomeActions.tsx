import { View } from '@tarojs/components'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Icon, type IconName } from '../../ui/Icon'

export function HomeActions() {
  return (
    <View className='acts'>
      <Act main icon='say' word='说件事' note='大事小事，都会有答复' onTap={() => go('resident/file-demand')} />
      <Act icon='message' word='问一问' note='一个工作日内答复' onTap={() => go('resident/file-demand', { kind: 'consultation' })} />
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
