import { View } from '@tarojs/components'
import type { RefusalCode } from '../../../contract/refusal'
import { Note } from '../../ui/Note'
import { Tag } from '../../ui/Tag'
import { notDoneWords } from './wording'

/** Whether what was sent waits on the phone, or came back with a no. */
export function CommandState({ state, refusal }: { state: string; refusal: RefusalCode | null }) {
  if (state === 'waiting') return <View><Tag tone='lamp' icon='upload'>待上传</Tag></View>
  if (state === 'refused' || state === 'failed') return <Note tone='brick'>{notDoneWords(refusal)}</Note>
  return null
}
