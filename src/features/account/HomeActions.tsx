import { View } from '@tarojs/components'
import type { Home } from '../../../contract/account'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Icon, type IconName } from '../../ui/Icon'
import { openVisit } from './openVisit'
import { visitWords } from './wording'

/** Who lives here can talk with their block leader; who does not yet, asks. */
export function HomeActions({ home: { me, nextVisit } }: { home: Home }) {
  const bound = me !== null && me.memberships.length > 0
  return (
    <View className='acts'>
      <Act main icon='say' word='说件事' note='大事小事，都会有答复' onTap={() => go('resident/file-demand')} />
      {bound
        ? <Act icon='visit' {...visitWords(nextVisit)} onTap={() => openVisit(nextVisit)} />
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
