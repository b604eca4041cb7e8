import { View } from '@tarojs/components'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { notSentWords } from './wording'
import type { DemandFormState } from './useDemandForm'

/** The one solid button: it says to whom. */
export function FileDock({ form }: { form: DemandFormState }) {
  const { command, foresight, send } = form
  const to = foresight?.owner.staff.name ?? '居委会'
  const stuck = command.state === 'failed' || command.state === 'refused'
  return (
    <>
      <View className={stuck ? 'meta brick strong dock-line' : 'meta ink2 dock-line'} {...accessible({ role: 'status', live: 'polite' })}>
        {stuck ? notSentWords(command.refusal) : '写的都存在手机里，没有网络也能写'}
      </View>
      <Button wide busy={command.state === 'sending'} onTap={send}>{command.state === 'failed' ? '再送一次' : `交给${to}`}</Button>
    </>
  )
}
