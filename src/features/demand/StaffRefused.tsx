import { View } from '@tarojs/components'
import { useQueue } from '../../api/queue'
import { Button } from '../../ui/Button'
import { Note } from '../../ui/Note'
import { notSentWords } from './wording'

interface Props {
  demandId: string
  /** What stands in the box now: that one needs no second showing. */
  writing: string
  onTakeBack: (text: string) => void
}

/** Words written without a network that the server would not take later: why, and the way out. */
export function StaffRefused({ demandId, writing, onTakeBack }: Props) {
  const { items, discard } = useQueue()
  const refused = items.flatMap(({ key, state, input, refusal }) => {
    const { demandId: about, text = '' } = input as { demandId?: string; text?: string }
    return state === 'refused' && about === demandId && text.trim() !== writing.trim() ? [{ key, text, refusal }] : []
  })
  return (
    <>
      {refused.map(({ key, text, refusal }) => (
        <Note key={key} tone='brick'>
          <View>{`没送出：${text || '这一步'}`}</View>
          <View className='ink2'>{notSentWords(refusal)}</View>
          <View className='line staff-note-acts'>
            {text !== '' && writing === '' && <Button small look='plain' onTap={() => { onTakeBack(text); discard(key) }}>拿回来改</Button>}
            <Button small look='plain' onTap={() => discard(key)}>不送了</Button>
          </View>
        </Note>
      ))}
    </>
  )
}
