import { View } from '@tarojs/components'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { EnterDemand, openEntered } from './EnterDemand'
import { useEnterForm } from './useEnterForm'
import { notSentWords } from './wording'

/** With its own button at the foot: the page it stands in is drawn before the committee is known. */
export function EnterPage({ committeeId }: { committeeId: string }) {
  const form = useEnterForm(committeeId, openEntered)
  const { command, draft, wrong, send } = form
  const stuck = command.state === 'failed' || command.state === 'refused'
  const missing = Object.keys(wrong).length > 0
  return (
    <View className='stack'>
      <EnterDemand form={form} committeeId={committeeId} />
      {command.state !== 'waiting' && (
        <View>
          <View className={stuck || missing ? 'meta brick strong dock-line' : 'meta ink2 dock-line'} {...accessible({ role: 'status', live: 'polite' })}>
            {stuck ? notSentWords(command.refusal) : missing ? '上面还差一点，标出来了' : '写的都存在这台手机里'}
          </View>
          <Button wide busy={command.state === 'sending'} onTap={send}>{command.state === 'failed' ? '再送一次' : draft.answerNow.trim() ? '登记，已经答复' : '登记下来'}</Button>
        </View>
      )}
    </View>
  )
}
