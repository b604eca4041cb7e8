import { View } from '@tarojs/components'
import { useQueue } from '../../api/queue'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import type { WrittenTemplate } from './TemplateForm'
import { notSavedWords } from './wording'

/** Written without a network, and refused later: the words are still here, with the reason. */
export function TemplatesRefused({ committeeId, onTakeBack }: { committeeId: string; onTakeBack: (written: WrittenTemplate) => void }) {
  const { items, discard } = useQueue()
  const refused = items.flatMap(({ key, method, state, input, refusal }) => {
    const written = input as WrittenTemplate
    return method === 'template/save' && state === 'refused' && written.committeeId === committeeId ? [{ key, written, refusal }] : []
  })
  return (
    <>
      {refused.map(({ key, written, refusal }) => (
        <Note key={key} tone='brick'>
          <View>{`没存上：${written.title}`}</View>
          <View className='ink2'>{notSavedWords(refusal)}</View>
          <View className='line template-acts'>
            <Button small look='plain' onTap={() => { onTakeBack(written); discard(key) }}>拿回来改</Button>
            <Button small look='plain' onTap={() => discard(key)}>不存了</Button>
          </View>
        </Note>
      ))}
    </>
  )
}
