import { View } from '@tarojs/components'
import { go } from '../../routes'
import { accessible } from '../../ui/accessible'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Page } from '../../ui/Page'
import { CodeForm } from './CodeForm'
import { JoinKept } from './JoinAsked'
import { useCode } from './useCode'
import { notSentWords } from './wording'
import './household.scss'

export function JoinByCode({ code, onWithout }: { code: string | undefined; onWithout: () => void }) {
  const form = useCode(code)
  const { command, outcome } = form
  if (outcome?.outcome === 'joined') {
    return (
      <Page title='加入一户'>
        <Empty icon='check' title={`您在 ${outcome.label} 了`} note='现在说的事，直接到您这一块的块长手里。' action={{ word: '看看我家', onTap: () => go('resident/my-household', {}) }} />
      </Page>
    )
  }
  if (command.state === 'waiting') return <Page title='加入一户'><JoinKept /></Page>
  const stuck = command.state === 'failed' || command.state === 'refused'
  const dock = (
    <>
      {stuck && <View className='meta brick strong join-stuck' {...accessible({ role: 'alert' })}>{notSentWords(command.refusal)}</View>}
      <Button wide busy={command.state === 'sending'} onTap={form.send}>加入这一户</Button>
    </>
  )
  return <Page title='加入一户' dock={dock}><CodeForm form={form} onWithout={onWithout} /></Page>
}
