import { View } from '@tarojs/components'
import { useQueue } from '../../api/queue'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { notDoneWords } from './wording'

/** Given without a network and refused later: what it was, why, and a way to let it go. */
export function OrganizationRefused({ committeeId }: { committeeId: string }) {
  const { items, discard } = useQueue()
  const refused = items.filter(({ method, state, input }) => method.startsWith('organization/') && state === 'refused' && (input as { committeeId?: string }).committeeId === committeeId)
  return (
    <>
      {refused.map(({ key, label, refusal }) => (
        <Note key={key} tone='brick'>
          <View>{`没送成：${label || '刚才的改动'}`}</View>
          <View className='ink2'>{notDoneWords(refusal)}</View>
          <Button small look='plain' label={`不送了：${label || '刚才的改动'}`} onTap={() => discard(key)}>不送了</Button>
        </Note>
      ))}
    </>
  )
}
