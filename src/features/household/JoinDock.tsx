import { View } from '@tarojs/components'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import type { JoinFormState } from './useJoinForm'
import { notSentWords } from './wording'
import './household.scss'

export function JoinDock({ form }: { form: JoinFormState }) {
  const { state, refusal } = form.command
  const stuck = state === 'failed' || state === 'refused'
  return (
    <>
      {stuck && <View className='meta brick strong join-stuck' {...accessible({ role: 'alert' })}>{notSentWords(refusal)}</View>}
      <Button wide busy={state === 'sending'} onTap={form.send}>{state === 'failed' ? '再送一次' : '交给块长确认'}</Button>
    </>
  )
}
