import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Avatar } from './Avatar'
import { Icon } from './Icon'

export interface ChainStep {
  role: string
  who: string
  state: 'done' | 'current' | 'next'
}

/** 首问责任人 → 现在在办 → 预计答复: the one drawn figure of a demand. */
export function Chain({ steps, label = '谁接的，谁在办，什么时候答复' }: { steps: ChainStep[]; label?: string }) {
  return (
    <View className='chain' {...accessible({ role: 'list', label })}>
      {steps.map(({ role, who, state }) => (
        <View key={role} className={`step ${state}`} {...accessible({ role: 'listitem', current: state === 'current' ? 'step' : false })}>
          {state === 'next' ? (
            <View className='av due' {...accessible({ hidden: true })}><Icon name='calendar' /></View>
          ) : (
            <Avatar name={who} lit={state === 'current'} />
          )}
          <View className='step-text'>
            <Text className='role'>{role}</Text>
            <Text className='who'>{who}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
